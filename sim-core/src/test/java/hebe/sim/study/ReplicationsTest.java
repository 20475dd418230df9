package hebe.sim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.law.Exponential;
import hebe.sim.model.Counter;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.run.Fingerprint;
import hebe.sim.run.Replication;
import hebe.sim.run.ReplicationException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicationsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void results_anyNumberOfThreads_areTheSameInTheOrderOfTheUnits(int threads) {
    TwoStateStudy study = new TwoStateStudy();
    List<WorkUnit> units = TwoStateStudy.units(5, 200, 500);
    AtomicInteger finished = new AtomicInteger();
    List<WorkResult> results =
        new Replications(threads, finished::incrementAndGet).run(units, study::run);
    assertThat(results).isEqualTo(units.stream().map(study::run).toList());
    assertThat(results.stream().map(WorkResult::replication))
        .isEqualTo(IntStream.range(0, 200).boxed().toList());
    assertThat(results.stream().map(WorkResult::values).distinct()).hasSize(200);
    assertThat(finished).hasValue(200);
  }

  @Test
  void results_slowFirstUnit_stillComeInOrder() {
    List<WorkUnit> units = TwoStateStudy.units(5, 2, 1);
    var second = new java.util.concurrent.CountDownLatch(1);
    List<WorkResult> results =
        new Replications(2, () -> {})
            .run(
                units,
                unit -> {
                  if (unit.replication() == 0) {
                    awaitQuietly(second);
                  }
                  second.countDown();
                  return new WorkResult(unit.replication(), List.of(), List.of(), List.of(), true);
                });
    assertThat(results.stream().map(WorkResult::replication)).containsExactly(0, 1);
  }

  private static void awaitQuietly(java.util.concurrent.CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void failure_inOneModel_surfacesWithItsCoordinates(int threads) {
    ModelBuilder builder = new ModelBuilder();
    Counter crashes = builder.root().counter("crashes", 0, 3, 0);
    builder
        .root()
        .component("run", "up")
        .transition("crash")
        .also(crashes.plus(1))
        .after(new Exponential(2));
    Model model = builder.build();
    List<WorkUnit> units = TwoStateStudy.units(17, 100, 2);
    // The fourth crash within 2 h is the defect; the first unit that has one is reported,
    // whatever the number of threads.
    int first = firstBroken(model, units);
    assertThat(first).isGreaterThan(0);
    assertThatThrownBy(
            () ->
                new Replications(threads, () -> {})
                    .run(
                        units,
                        unit -> {
                          simulate(model, unit);
                          return new WorkResult(
                              unit.replication(), List.of(), List.of(), List.of(), true);
                        }))
        .isInstanceOf(ReplicationException.class)
        .hasMessageStartingWith("seed 17, replication " + first + ", at ")
        .hasMessageContaining(" s, run/crash: run/crash takes crashes to 4, outside 0 to 3");
  }

  private static int firstBroken(Model model, List<WorkUnit> units) {
    for (WorkUnit unit : units) {
      try {
        simulate(model, unit);
      } catch (ReplicationException broken) {
        return unit.replication();
      }
    }
    return -1;
  }

  private static void simulate(Model model, WorkUnit unit) {
    new Replication(
            model, unit.seed(), unit.replication(), unit.horizonSeconds(), unit.gridSeconds())
        .run(new Fingerprint(model));
  }

  @Test
  void failure_ofTheMachine_isPassedOn() {
    assertThatThrownBy(
            () ->
                new Replications(2, () -> {})
                    .run(
                        TwoStateStudy.units(1, 3, 1),
                        unit -> {
                          throw new OutOfMemoryError("heap");
                        }))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("heap");
  }

  @Test
  void threads_none_refused() {
    assertThatThrownBy(() -> new Replications(0, () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least one thread is needed; got 0");
  }
}
