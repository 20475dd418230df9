package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.law.LogNormal;
import hebe.sim.model.Changes;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.ModelBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a broken model says, and when it stops. */
class ReplicationErrorsTest {
  private final ModelBuilder model = new ModelBuilder();

  private void fails(String... parts) {
    assertThatThrownBy(() -> Nothing.run(model.build(), 7, 3, 100))
        .isInstanceOf(ReplicationException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void effect_outOfBounds_namesSeedReplicationTimeAndTransition() {
    model
        .root()
        .replicate(
            "host",
            2,
            host -> {
              Counter spare = host.counter("spare", 0, 2, 2);
              host.component("run", "up")
                  .transition("use")
                  .also(spare.minus(1))
                  .afterPerCopy(List.of(new Deterministic(50), new Deterministic(1.5)));
            });
    fails(
        "seed 7, replication 3, at 4.5 s, host-2/run/use: ",
        "host-2/run/use takes host-2/spare to -1, outside 0 to 2");
  }

  @Test
  void effect_overflow_isAnErrorToo() {
    Counter count = model.root().counter("count", Integer.MIN_VALUE, Integer.MAX_VALUE, 0);
    Component run = model.root().component("run", "up");
    run.transition("grow").also(count.plus(Integer.MAX_VALUE)).after(new Deterministic(1));
    fails("at 2 s, run/grow: integer overflow");
  }

  @Test
  void immediateTransitions_inALoop_stopAndNameOne() {
    Component run = model.root().component("run", "rest", "a", "b");
    run.transition("begin").from("rest").to("a").after(new Deterministic(2));
    run.transition("there").from("a").to("b").immediately();
    run.transition("back").from("b").to("a").immediately();
    fails("seed 7, replication 3, at 2 s, run/", "firings at one instant; a cycle of no delay");
  }

  @Test
  void immediateTransitions_loopAtTheStart_isFoundToo() {
    Component run = model.root().component("run", "a");
    run.transition("spin").immediately();
    fails("at 0 s, run/spin: more than 100000 firings at one instant");
  }

  @Test
  void delaysOfZero_inALoop_stopAndNameOne() {
    Component run = model.root().component("run", "a", "b");
    run.transition("there").from("a").to("b").after(new Deterministic(0));
    run.transition("back").from("b").to("a").after(new Deterministic(0));
    fails("at 0 s, run/", "more than 100000 firings at one instant; a cycle of no delay");
  }

  @Test
  void firings_manyAtOneInstant_areNoLoop() {
    model
        .root()
        .replicate(
            "guest",
            120_000,
            guest -> guest.component("run", "up").transition("tick").byCalendar(List.of(60.0), 60));
    Nothing.run(model.build(), 1, 0, 60);
  }

  @Test
  void delay_notFinite_namesTheTransitionThatWaits() {
    Component run = model.root().component("run", "rest", "up", "down");
    run.transition("begin").from("rest").to("up").after(new Deterministic(2));
    // A median near the largest double: about half of the draws overflow.
    run.transition("crash").from("up").to("down").after(new LogNormal(1.7e308, 10));
    run.transition("repair").from("down").to("up").after(new LogNormal(1.7e308, 10));
    assertThatThrownBy(
            () -> {
              for (int replication = 0; replication < 50; replication++) {
                Nothing.run(model.build(), 7, replication, 100);
              }
            })
        .isInstanceOf(ReplicationException.class)
        .hasMessageContainingAll(
            "at 2 s, run/crash: the law lognormal", "gave a delay of Infinity s");
  }

  @Test
  void calendar_periodBelowTheGrainOfTheClock_isAnErrorNotALoop() {
    Component run = model.root().component("run", "rest", "up");
    run.transition("begin").from("rest").to("up").after(new Deterministic(64));
    run.transition("tick").from("up").byCalendar(List.of(1.0), 0x1p-60);
    fails("at 64 s, run/tick: a period of", "below the grain of the clock");
  }

  @Test
  void trace_throws_isReportedWithItsCoordinates() {
    Component run = model.root().component("run", "up");
    run.transition("tick").after(new Deterministic(8));
    Trace broken =
        new Trace() {
          @Override
          public void started(int[] values) {}

          @Override
          public void fired(double timeSeconds, int transition, Changes changes) {
            throw new ArithmeticException("downtime of two causes");
          }

          @Override
          public void ended(double horizonSeconds) {}
        };
    assertThatThrownBy(() -> new Replication(model.build(), 7, 3, 9, List.of()).run(broken))
        .isInstanceOf(ReplicationException.class)
        .hasCauseInstanceOf(ArithmeticException.class)
        .hasMessage("seed 7, replication 3, at 8 s, run/tick: downtime of two causes");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void horizon_notFiniteAboveZero_isRefused(double horizonSeconds) {
    assertThatThrownBy(() -> Nothing.run(model.build(), 1, 0, horizonSeconds))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a horizon is finite and above 0 s; got");
  }

  @Test
  void number_negative_isRefused() {
    model.root().component("run", "up").transition("tick").after(new Exponential(1));
    assertThatThrownBy(() -> Nothing.run(model.build(), 1, -1, 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replications are numbered from 0; got -1");
  }
}
