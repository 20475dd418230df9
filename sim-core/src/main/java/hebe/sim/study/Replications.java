package hebe.sim.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Runs units of work on threads; the results come in the order of the units, whatever the number of
 * threads.
 */
public final class Replications {
  private final int threads;
  private final Runnable finished;

  /**
   * Runs on this many threads.
   *
   * @param threads at least 1
   * @param finished told after each unit, from any thread
   */
  public Replications(int threads, Runnable finished) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed; got " + threads);
    }
    this.threads = threads;
    this.finished = finished;
  }

  /**
   * Runs all units. If some throw, the exception of the first of them in the order of the units is
   * thrown, and units that have not begun are dropped.
   */
  public List<WorkResult> run(List<WorkUnit> units, Function<WorkUnit, WorkResult> work) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<WorkResult>> futures = new ArrayList<>();
      for (WorkUnit unit : units) {
        futures.add(
            executor.submit(
                () -> {
                  WorkResult result = work.apply(unit);
                  finished.run();
                  return result;
                }));
      }
      List<WorkResult> results = new ArrayList<>();
      for (Future<WorkResult> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException broken) {
        throw broken;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a replication failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while replications run", e);
    } finally {
      executor.shutdownNow();
    }
  }
}
