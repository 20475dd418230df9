package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.law.Uniform;
import hebe.sim.law.Weibull;
import hebe.sim.model.Component;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.random.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a clock does while a gate closes and opens: open 3 s, closed 2 s, open 6 s, closed 1 s. */
class MemoryTest {
  private static final double[] OPEN_FROM = {0, 5};
  private static final double[] OPEN_UNTIL = {3, 11};
  private static final double CYCLE = 12;

  private final ModelBuilder model = new ModelBuilder();
  private final Component gate = model.root().component("gate", "a", "shut-a", "b", "shut-b");

  private TransitionBuilder job() {
    gate.transition("close-a").from("a").to("shut-a").after(new Deterministic(3));
    gate.transition("open-b").from("shut-a").to("b").after(new Deterministic(2));
    gate.transition("close-b").from("b").to("shut-b").after(new Deterministic(6));
    gate.transition("open-a").from("shut-b").to("a").after(new Deterministic(1));
    Component job = model.root().component("job", "on");
    return job.transition("finish").when(gate.in("a", "b"));
  }

  private List<Double> finishes(double horizonSeconds) {
    return Firings.times(model.build(), horizonSeconds, "job/finish");
  }

  @Test
  void resample_fixedDelay_needsOneOpenTimeThatIsLongEnough() {
    job().after(new Deterministic(4));
    // Never within 0-3; 5 + 4 within 5-11, 9 + 4 not; likewise from 17 in the second cycle.
    assertThat(finishes(24)).containsExactly(9.0, 21.0);
  }

  @Test
  void resume_fixedDelay_countsOpenTimeOnly() {
    job().after(new Deterministic(7)).onDisable(MemoryPolicy.RESUME);
    // 3 s until 3, 4 more from 5: 9. Then 2 until 11, 3 until 15, 2 more from 17: 19.
    assertThat(finishes(24)).containsExactly(9.0, 19.0);
  }

  @Test
  void resume_dueAsItIsDisabled_firesAtOnceWhenEnabledAgain() {
    job().after(new Deterministic(3)).onDisable(MemoryPolicy.RESUME);
    // Due at 3, but the gate was armed before it and closes first: nothing is left at 5.
    assertThat(finishes(10)).containsExactly(5.0, 8.0);
  }

  @Test
  void resume_dueAsItIsDisabledButRankedFirst_firesBefore() {
    job().after(new Deterministic(3)).onDisable(MemoryPolicy.RESUME).rank(-1);
    assertThat(finishes(10)).containsExactly(3.0, 8.0);
  }

  @Test
  void repeat_fixedDelay_waitsForTheWholeDelayAgain() {
    job().after(new Deterministic(4)).onDisable(MemoryPolicy.REPEAT);
    assertThat(finishes(24)).containsExactly(9.0, 21.0);
  }

  static Stream<Arguments> policiesAndLaws() {
    return Stream.of(MemoryPolicy.values())
        .flatMap(
            policy ->
                Stream.of(new Exponential(4), new Uniform(1, 5.5), new Weibull(2, 3))
                    .map(law -> Arguments.of(policy, law)));
  }

  @ParameterizedTest
  @MethodSource("policiesAndLaws")
  void policy_randomLaw_firesAsTheDrawsOfItsStreamSay(MemoryPolicy policy, DelayLaw law) {
    job().after(law).onDisable(policy);
    Model built = model.build();
    int finished = 0;
    for (int replication = 0; replication < 100; replication++) {
      List<Double> expected = replay(policy, law, replication, 20);
      List<Double> finishes =
          Firings.of(built, 1, replication, 20 * CYCLE).stream()
              .filter(firing -> firing.name().equals("job/finish"))
              .map(Firings.Firing::timeSeconds)
              .toList();
      assertThat(finishes).isEqualTo(expected);
      finished += expected.size();
    }
    assertThat(finished).isGreaterThan(200);
  }

  /** Walks through the open times with the draws of the stream "job/finish" of seed 1. */
  private static List<Double> replay(
      MemoryPolicy policy, DelayLaw law, int replication, int cycles) {
    Streams streams = new Streams(1, replication, 1);
    streams.open(0, "job/finish");
    List<Double> times = new ArrayList<>();
    double wait = law.delaySeconds(streams.nextUniform(0));
    for (int window = 0; window < 2 * cycles; window++) {
      int cycle = window / 2;
      double now = CYCLE * cycle + OPEN_FROM[window % 2];
      double until = CYCLE * cycle + OPEN_UNTIL[window % 2];
      if (window > 0 && policy == MemoryPolicy.RESAMPLE) {
        wait = law.delaySeconds(streams.nextUniform(0));
      }
      while (now + wait < until) {
        now += wait;
        times.add(now);
        wait = law.delaySeconds(streams.nextUniform(0));
      }
      if (policy == MemoryPolicy.RESUME) {
        wait = now + wait - until;
      }
    }
    return times;
  }

  @ParameterizedTest
  @EnumSource(MemoryPolicy.class)
  void renewing_stoppedClock_forgetsItsAge(MemoryPolicy policy) {
    Component part = model.root().component("part", "on", "off", "serviced", "again", "failed");
    TransitionBuilder fail =
        part.transition("fail")
            .from("on", "again")
            .to("failed")
            .after(new Deterministic(10))
            .onDisable(policy);
    part.transition("stop").from("on").to("off").after(new Deterministic(3));
    part.transition("service")
        .from("off")
        .to("serviced")
        .after(new Deterministic(1))
        .renewing(fail);
    part.transition("start").from("serviced").to("again").after(new Deterministic(1));
    // Enabled again at 5 with the whole 10 before it; a resumed clock would ring at 12.
    assertThat(Firings.times(model.build(), 50, "part/fail")).containsExactly(15.0);
  }

  @Test
  void renewing_repeatedDelay_drawsAnew() {
    Component part = model.root().component("part", "on", "off", "again", "failed");
    TransitionBuilder fail =
        part.transition("fail")
            .from("on", "again")
            .to("failed")
            .after(new Uniform(50, 60))
            .onDisable(MemoryPolicy.REPEAT);
    part.transition("stop").from("on").to("off").after(new Deterministic(3)).renewing(fail);
    part.transition("start").from("off").to("again").after(new Deterministic(1));
    Streams streams = new Streams(1, 0, 1);
    streams.open(0, "part/fail");
    streams.nextUniform(0);
    double second = new Uniform(50, 60).delaySeconds(streams.nextUniform(0));
    assertThat(Firings.times(model.build(), 99, "part/fail")).containsExactly(4 + second);
  }

  @ParameterizedTest
  @EnumSource(MemoryPolicy.class)
  void clock_disabledAndEnabledWithinOneInstant_hasNeverStopped(MemoryPolicy policy) {
    assertThat(Firings.times(blinking(policy, new Deterministic(5)), 6, "job/finish"))
        .containsExactly(5.0);
    Streams streams = new Streams(1, 0, 1);
    streams.open(0, "job/finish");
    double first = new Exponential(20).delaySeconds(streams.nextUniform(0));
    assertThat(Firings.times(blinking(policy, new Exponential(20)), first, "job/finish"))
        .containsExactly(first);
  }

  /** Every second the mode goes off, and at once on again. */
  private static Model blinking(MemoryPolicy policy, DelayLaw law) {
    ModelBuilder blinking = new ModelBuilder();
    Component mode = blinking.root().component("mode", "on", "off");
    mode.transition("kick").from("on").to("off").after(new Deterministic(1));
    mode.transition("recover").from("off").to("on").immediately();
    Component job = blinking.root().component("job", "on");
    job.transition("finish").when(mode.in("on")).after(law).onDisable(policy).rank(-1);
    return blinking.build();
  }
}
