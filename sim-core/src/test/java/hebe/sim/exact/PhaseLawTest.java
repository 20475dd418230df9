package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Empirical;
import hebe.sim.law.Erlang;
import hebe.sim.law.ErlangMixture;
import hebe.sim.law.Exponential;
import hebe.sim.law.Gamma;
import hebe.sim.law.Hyperexponential;
import hebe.sim.law.Hyperexponential.Branch;
import hebe.sim.law.Hypoexponential;
import hebe.sim.law.LogNormal;
import hebe.sim.law.PhaseType;
import hebe.sim.law.Uniform;
import hebe.sim.law.Weibull;
import hebe.sim.model.Component;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws as phases: their distribution functions and means come from the law itself. */
class PhaseLawTest {

  static Stream<DelayLaw> phased() {
    return Stream.of(
        new Exponential(7),
        new Erlang(1, 3),
        new Erlang(2, 3),
        new Erlang(40, 10),
        new Hypoexponential(List.of(4.0)),
        new Hypoexponential(List.of(1.0, 2.0, 4.0)),
        new Hypoexponential(List.of(30.0, 0.001, 30.0)),
        new Hyperexponential(List.of(new Branch(1, 2))),
        new Hyperexponential(List.of(new Branch(0.9, 1), new Branch(0.1, 100))),
        new Hyperexponential(
            List.of(new Branch(0.2, 3), new Branch(0.3, 0.5), new Branch(0.5, 12))),
        new ErlangMixture(
            List.of(
                new ErlangMixture.Branch(0.2, 3, 4),
                new ErlangMixture.Branch(0.3, 5, 0.5),
                new ErlangMixture.Branch(0.5, 1, 4))));
  }

  @ParameterizedTest
  @MethodSource("phased")
  void law_firstPassage_isItsDistributionFunction(DelayLaw law) throws UnsolvableException {
    Oracle.agrees("mean", phases(law).meanSeconds(), law.meanSeconds(), 1e-14);
    Passage passage = Solution.of(cycle(law, new Exponential(1)), 100).passage(0);
    Oracle.agrees("mean passage", passage.meanSeconds(), law.meanSeconds(), 1e-13);
    for (double quantile : new double[] {0.01, 0.1, 0.5, 0.9, 0.999}) {
      double seconds = law.quantileSeconds(quantile);
      Oracle.agrees("F at " + quantile, passage.probabilityBy(seconds), law.cdf(seconds), 1e-11);
    }
  }

  @ParameterizedTest
  @MethodSource("phased")
  void twoStates_anyLaws_availabilityIsMttfOverTheCycle(DelayLaw law) throws UnsolvableException {
    for (DelayLaw other : phased().toList()) {
      double cycle = law.meanSeconds() + other.meanSeconds();
      Steady steady = Solution.of(cycle(law, other), 1000).steady();
      Oracle.agrees("down", steady.rate(0), other.meanSeconds() / cycle, 1e-12);
      Oracle.agrees("failures", steady.rate(1), 1 / cycle, 1e-12);
    }
  }

  @ParameterizedTest
  @MethodSource("phased")
  void phases_statesOfACycle_areTheirNumbers(DelayLaw law) throws UnsolvableException {
    int states = phases(law).phases().size() + 1;
    assertThat(Solution.of(cycle(law, new Exponential(1)), states).states()).isEqualTo(states);
  }

  static Stream<DelayLaw> unphased() {
    return Stream.of(
        new Deterministic(0),
        new Deterministic(1),
        new Empirical(List.of(1.0)),
        new Gamma(2, 1),
        new LogNormal(1, 1),
        new Uniform(0, 1),
        new Weibull(1, 1));
  }

  @ParameterizedTest
  @MethodSource("unphased")
  void otherLaw_hasNoPhases(DelayLaw law) {
    assertThat(law.phases()).isEmpty();
  }

  @org.junit.jupiter.api.Test
  void erlangUp_transientAvailability_isTheClosedForm() throws UnsolvableException {
    // Two stages of rate 1, repair of rate 1: a ring of three states with generator eigenvalues
    // -3/2 +- i sqrt(3)/2, so p_down(t) = 1/3 - exp(-3t/2) (cos(wt)/3 + sin(wt)/sqrt(3)).
    Solution solution = Solution.of(cycle(new Erlang(2, 2), new Exponential(1)), 3);
    double w = StrictMath.sqrt(3) / 2;
    for (double t : new double[] {0.1, 0.7, 2, 5}) {
      double wave = StrictMath.cos(w * t) / 3 + StrictMath.sin(w * t) / StrictMath.sqrt(3);
      double down = 1.0 / 3 - StrictMath.exp(-1.5 * t) * wave;
      Oracle.agrees("down at " + t, solution.at(0, t), down, 1e-12);
    }
  }

  private static PhaseType phases(DelayLaw law) {
    return law.phases().orElseThrow();
  }

  private static Model cycle(DelayLaw up, DelayLaw down) {
    ModelBuilder model = new ModelBuilder();
    Component run = model.root().component("run", "up", "down");
    var fail = run.transition("fail").from("up").to("down").after(up);
    run.transition("repair").from("down").to("up").after(down);
    model.root().rateReward("down", run.in("down"));
    model.root().impulseReward("failures", 1, fail);
    return model.build();
  }
}
