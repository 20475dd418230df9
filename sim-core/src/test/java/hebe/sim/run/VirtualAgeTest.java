package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.law.Weibull;
import hebe.sim.model.Ageing.Of;
import hebe.sim.model.Component;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.run.Firings.Firing;
import hebe.sim.stat.Tally;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A part that fails by a law of its virtual age, and what rejuvenates it in part. */
class VirtualAgeTest {
  private static final double SHAPE = 2;

  /** Serviced every 4 s, which takes no time; repaired at once and as good as new. */
  private static Model serviced(DelayLaw life, double factor, Of of) {
    ModelBuilder model = new ModelBuilder();
    Component part = model.root().component("part", "up");
    TransitionBuilder fail =
        part.transition("fail").after(life).onDisable(MemoryPolicy.RESUME).rank(1);
    part.transition("service").after(new Deterministic(4)).ageing(factor, of, fail);
    return model.build();
  }

  /** Repaired at once after each failure, which leaves it a share of its age. */
  private static Model repaired(DelayLaw life, double factor, Of of) {
    ModelBuilder model = new ModelBuilder();
    Component part = model.root().component("part", "up", "failed");
    TransitionBuilder fail = part.transition("fail").from("up").to("failed").after(life);
    part.transition("repair").from("failed").to("up").immediately().ageing(factor, of, fail);
    return model.build();
  }

  private static List<Double> failures(Model model, double horizon) {
    return Firings.times(model, horizon, "part/fail");
  }

  @Test
  void wholeAgeHalved_fixedLife_neverReachesIt() {
    // ages before and after each service: 4 2, 6 3, 7 3.5, 7.5 3.75 ... below 8
    assertThat(failures(serviced(new Deterministic(10), 0.5, Of.WHOLE_AGE), 400)).isEmpty();
    // with a life of 7.2: 4 2, 6 3, 7 3.5, then 3.7 more after 12
    assertThat(failures(serviced(new Deterministic(7.2), 0.5, Of.WHOLE_AGE), 16))
        .containsExactly(12 + 7.2 - 3.5);
  }

  @Test
  void lastRunHalved_fixedLife_growsOld() {
    // 2 after the first service, 4, 6, 8 after the fourth at 16, so 10 at 18; then new at 18:
    // 2 at 20 becomes 1, then 3, 5, 7 at 32, so 10 at 35
    assertThat(failures(serviced(new Deterministic(10), 0.5, Of.LAST_RUN), 36))
        .containsExactly(18.0, 35.0);
  }

  @Test
  void stoppedClock_ageCountsWhatItRan() {
    ModelBuilder model = new ModelBuilder();
    Component part = model.root().component("part", "on", "off", "again", "failed");
    TransitionBuilder fail =
        part.transition("fail")
            .from("on", "again")
            .to("failed")
            .after(new Deterministic(10))
            .onDisable(MemoryPolicy.RESUME);
    part.transition("stop").from("on").to("off").after(new Deterministic(6));
    part.transition("service")
        .from("off")
        .to("again")
        .after(new Deterministic(5))
        .ageing(0.25, Of.WHOLE_AGE, fail);
    // ran 6 until 6; 1.5 of it is left at 11, so 8.5 more
    assertThat(failures(model.build(), 30)).containsExactly(19.5);
  }

  @Test
  void factorNought_isARenewal_eventForEvent() {
    ModelBuilder model = new ModelBuilder();
    Component part = model.root().component("part", "up");
    TransitionBuilder fail =
        part.transition("fail").after(new Weibull(2, 6)).onDisable(MemoryPolicy.RESUME).rank(1);
    part.transition("service").after(new Deterministic(4)).renewing(fail);
    assertThat(Firings.before(serviced(new Weibull(2, 6), 0, Of.WHOLE_AGE), 3, 1, 500))
        .isEqualTo(Firings.before(model.build(), 3, 1, 500));
  }

  @ParameterizedTest
  @EnumSource(Of.class)
  void factorOne_isNoService_eventForEvent(Of of) {
    ModelBuilder model = new ModelBuilder();
    Component part = model.root().component("part", "up");
    part.transition("fail").after(new Weibull(2, 6)).rank(1);
    List<Firing> alone = Firings.before(model.build(), 3, 1, 500);
    assertThat(alone).hasSizeGreaterThan(50);
    assertThat(
            Firings.before(serviced(new Weibull(2, 6), 1, of), 3, 1, 500).stream()
                .filter(firing -> firing.name().equals("part/fail")))
        .isEqualTo(alone);
  }

  @Test
  void exponentialLife_anyFactor_hasNoAge() {
    List<Firing> renewed = Firings.before(serviced(new Exponential(6), 0, Of.WHOLE_AGE), 3, 1, 500);
    for (double factor : new double[] {0.1, 0.5, 0.9}) {
      assertThat(Firings.before(serviced(new Exponential(6), factor, Of.LAST_RUN), 3, 1, 500))
          .isEqualTo(renewed);
      assertThat(Firings.before(serviced(new Exponential(6), factor, Of.WHOLE_AGE), 3, 1, 500))
          .isEqualTo(renewed);
    }
  }

  @Test
  void minimalRepair_isAPoissonProcessOfTheHazard() {
    // E N(t) = (t / scale)^shape: 3^2 and 4^0.5
    Theory.agrees("N(3), shape 2", count(new Weibull(2, 1), 1, Of.WHOLE_AGE, 3, 40_000), 9, 0.14);
    Theory.agrees(
        "N(4), shape 0.5", count(new Weibull(0.5, 1), 1, Of.LAST_RUN, 4, 40_000), 2, 0.07);
  }

  private static Tally count(DelayLaw life, double factor, Of of, double until, int runs) {
    return observe(life, factor, of, until, runs, n -> n);
  }

  private static Tally observe(
      DelayLaw life, double factor, Of of, double until, int runs, DoubleUnaryOperator value) {
    Model model = repaired(life, factor, of);
    Tally tally = new Tally();
    for (int r = 0; r < runs; r++) {
      // a failure and its repair each time
      int firings = (int) Nothing.run(model, 11, r, until).firings();
      tally.add(value.applyAsDouble(0.5 * firings));
    }
    return tally;
  }

  @ParameterizedTest
  @EnumSource(Of.class)
  void partialRepair_failureTimes_areThoseOfTheIntegrals(Of of) {
    double factor = 0.6;
    double until = 2;
    Tally two = observe(weibull(), factor, of, until, 60_000, n -> n >= 2 ? 1 : 0);
    Theory.agrees("P(N >= 2)", two, atLeastTwo(factor, until), 0.02);
    Tally three = observe(weibull(), factor, of, until, 60_000, n -> n >= 3 ? 1 : 0);
    double expected = atLeastThree(factor, of, until);
    Theory.agrees("P(N >= 3)", three, expected, 0.02);
    // the two models and a change of the factor by 0.02 could be told apart
    Of other = of == Of.LAST_RUN ? Of.WHOLE_AGE : Of.LAST_RUN;
    assertThat(Math.abs(expected - atLeastThree(factor, other, until))).isGreaterThan(0.02);
  }

  private static Weibull weibull() {
    return new Weibull(SHAPE, 1);
  }

  private static double survival(double age) {
    return StrictMath.exp(-StrictMath.pow(age, SHAPE));
  }

  private static double density(double age) {
    return SHAPE * StrictMath.pow(age, SHAPE - 1) * survival(age);
  }

  /** Fails within a time, given that an age was reached. */
  private static double fails(double age, double within) {
    return 1 - survival(age + within) / survival(age);
  }

  /** Integral over x of f(x) P(fails within t - x at age q x). */
  private static double atLeastTwo(double q, double t) {
    return simpson(0, t, x -> density(x) * fails(q * x, t - x));
  }

  /** The same once more, with the virtual ages of the two models after the second repair. */
  private static double atLeastThree(double q, Of of, double t) {
    return simpson(
        0,
        t,
        x ->
            density(x)
                * simpson(
                    0,
                    t - x,
                    y -> {
                      double first = q * x;
                      double second = of == Of.LAST_RUN ? first + q * y : q * (first + y);
                      return density(first + y) / survival(first) * fails(second, t - x - y);
                    }));
  }

  private static double simpson(double from, double to, DoubleUnaryOperator f) {
    int steps = 200;
    double width = (to - from) / steps;
    double sum = f.applyAsDouble(from) + f.applyAsDouble(to);
    for (int i = 1; i < steps; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * f.applyAsDouble(from + i * width);
    }
    return sum * width / 3;
  }

  @Test
  void clockWithoutAnAge_isRefused() {
    ModelBuilder model = new ModelBuilder();
    Component part = model.root().component("part", "up");
    TransitionBuilder repeats =
        part.transition("repeats").after(new Exponential(1)).onDisable(MemoryPolicy.REPEAT);
    part.transition("service").after(new Deterministic(1)).ageing(0.5, Of.LAST_RUN, repeats);
    assertThatThrownBy(model::build).hasMessageContaining("repeats its delay");
    ModelBuilder other = new ModelBuilder();
    Component clock = other.root().component("clock", "on");
    TransitionBuilder tick = clock.transition("tick").byCalendar(List.of(1.0), 1);
    clock.transition("service").after(new Deterministic(1)).ageing(0.5, Of.LAST_RUN, tick);
    assertThatThrownBy(other::build).hasMessageContaining("has no age");
  }

  @Test
  void factorAboveOne_isRefused_andSoIsAgeingTwice() {
    assertThatThrownBy(() -> serviced(new Exponential(1), 1.1, Of.LAST_RUN))
        .hasMessageContaining("from 0 to 1");
    ModelBuilder model = new ModelBuilder();
    Component part = model.root().component("part", "up");
    TransitionBuilder fail = part.transition("fail").after(new Exponential(1));
    part.transition("service")
        .after(new Deterministic(1))
        .renewing(fail)
        .ageing(0.5, Of.LAST_RUN, fail);
    assertThatThrownBy(model::build).hasMessageContaining("twice");
  }
}
