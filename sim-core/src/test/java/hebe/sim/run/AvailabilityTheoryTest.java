package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Gamma;
import hebe.sim.law.Hyperexponential;
import hebe.sim.law.Hypoexponential;
import hebe.sim.law.LogNormal;
import hebe.sim.law.Uniform;
import hebe.sim.law.Weibull;
import hebe.sim.model.Component;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.stat.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The alternating renewal process; times in hours. */
class AvailabilityTheoryTest {

  static Stream<Arguments> pairs() {
    return Stream.of(
        pair(new Exponential(2), new Exponential(1), 3_000_000),
        pair(new Exponential(1000), new Exponential(1), 2_000_000_000),
        pair(Weibull.ofMean(2, 3), new Deterministic(1), 2_000_000),
        pair(new Erlang(4, 4), LogNormal.ofMeanAndCv(2, 0.8), 2_500_000),
        pair(
            new Hyperexponential(
                List.of(
                    new Hyperexponential.Branch(0.25, 8), new Hyperexponential.Branch(0.75, 2))),
            Gamma.ofMean(2.5, 3),
            5_000_000),
        pair(new Uniform(1, 3), new Hypoexponential(List.of(0.5, 1.5)), 2_600_000));
  }

  private static Arguments pair(DelayLaw up, DelayLaw down, double hours) {
    return Arguments.of(up, down, hours);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void unavailability_anyLaws_isThatOfTheMeans(DelayLaw up, DelayLaw down, double hours) {
    Model model = TwoState.of(up, down);
    int replications = 100;
    long seed = (long) hours; // its own for each pair: equal seeds would share their luck
    Tally tally = new Tally();
    for (int replication = 0; replication < replications; replication++) {
      double horizon = hours / replications;
      tally.add(Nothing.run(model, seed, replication, horizon).total(0) / horizon);
    }
    // U = MTTR / (MTTF + MTTR). A start in "up" shifts the mean over a replication by about one
    // cycle's share: a few hours in 20,000, below a fifth of the standard error.
    double theory = down.meanSeconds() / (up.meanSeconds() + down.meanSeconds());
    Theory.agrees("unavailability", tally, theory, 0.01 * theory);
  }

  @Test
  void transient_exponentialPair_followsItsCurve() {
    // Failures at 3 per h, repairs at 1 per h. Down at t: U(t) = 3/4 (1 - exp(-4 t)); down up to
    // t on average: 3/4 (1 - (1 - exp(-4 t)) / (4 t)). 100 copies serve as replications.
    ModelBuilder builder = new ModelBuilder();
    int copies = 100;
    builder
        .root()
        .replicate(
            "part",
            copies,
            part -> {
              Component run = part.component("run", "up", "down");
              run.transition("crash").from("up").to("down").after(new Exponential(1.0 / 3));
              run.transition("repair").from("down").to("up").after(new Exponential(1));
              part.rateReward("down", run.in("down"));
            });
    Model model = builder.build();
    List<Double> grid = List.of(0.25, 0.5, 1.0);
    List<Tally> ends = tallies(3);
    List<Tally> means = tallies(3);
    for (int replication = 0; replication < 16_000; replication++) {
      Observation observed = Nothing.run(model, 12, replication, 1, grid);
      for (int i = 0; i < 3; i++) {
        double down = 0;
        double earned = 0;
        for (int copy = 0; copy < copies; copy++) {
          down += observed.rateAt(i, copy);
          earned += observed.earnedAt(i, copy);
        }
        ends.get(i).add(down / copies);
        means.get(i).add(earned / grid.get(i) / copies);
      }
    }
    for (int i = 0; i < 3; i++) {
      double t = grid.get(i);
      double gone = 1 - StrictMath.exp(-4 * t);
      double end = 0.75 * gone;
      double mean = 0.75 * (1 - gone / (4 * t));
      Theory.agrees("unavailability at " + t, ends.get(i), end, 0.01 * end);
      Theory.agrees("mean unavailability to " + t, means.get(i), mean, 0.01 * mean);
    }
  }

  @Test
  void variance_timeAverage_isTheAsymptoticOne() {
    // (v_u m_d^2 + v_d m_u^2) / (m_u + m_d)^3 / T, over T = 500 mean cycles.
    DelayLaw up = Weibull.ofMean(2, 3);
    DelayLaw down = LogNormal.ofMeanAndCv(1, 0.5);
    Model model = TwoState.of(up, down);
    double horizon = 2000;
    int replications = 4000;
    Tally tally = new Tally();
    for (int replication = 0; replication < replications; replication++) {
      tally.add(Nothing.run(model, 13, replication, horizon).total(0) / horizon);
    }
    double theory = (up.varianceSeconds2() + 9 * down.varianceSeconds2()) / 64 / horizon;
    // Chi-square with 3,999 degrees of freedom is normal enough: 4.5 sqrt(2 / 3999) = 0.1006.
    assertThat(tally.variance() / theory).isBetween(1 - 0.1006, 1 + 0.1006);
  }

  private static List<Tally> tallies(int count) {
    List<Tally> tallies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tallies.add(new Tally());
    }
    return tallies;
  }
}
