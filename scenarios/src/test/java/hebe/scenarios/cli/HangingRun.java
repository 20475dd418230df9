package hebe.scenarios.cli;

import hebe.reports.store.SqliteStore;
import hebe.scenarios.build.Scenario;
import hebe.scenarios.build.StudyIdentity;
import hebe.scenarios.build.StudyRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A run that says on its output when it has done some replications, and then does no more. */
final class HangingRun {
  private HangingRun() {}

  public static void main(String[] arguments) throws Exception {
    Scenario scenario = new Inputs().scenario(Path.of(arguments[0]));
    AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[2]));
    SqliteStore store =
        SqliteStore.open(Path.of(arguments[1]), StudyIdentity.of(scenario, Program.identity()));
    new StudyRun(scenario, 1, store, () -> hangAtLast(left)).run(List.of());
  }

  private static void hangAtLast(AtomicInteger left) {
    if (left.decrementAndGet() > 0) {
      return;
    }
    System.out.println("hanging");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts it", e);
    }
  }
}
