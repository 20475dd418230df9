package hebe.models.fleet;

import static hebe.models.fleet.Operation.NEVER;
import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.crash;
import static hebe.models.fleet.Operation.failures;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.never;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.Fixtures;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.recovery.Mechanism;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.LogNormal;
import hebe.sim.law.Uniform;
import hebe.sim.law.Weibull;
import hebe.sim.stat.Tally;
import hebe.sim.study.Measure;
import hebe.sim.study.WorkResult;
import hebe.sim.study.WorkUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Simulated unavailability against closed forms. Each test could have failed (standard error at
 * most a ninth of the effect that must be seen) and did not (deviation at most 4.5 standard
 * errors).
 */
class ChanceTest {
  private static final double HOUR = 3600;
  private static final int REPLICATIONS = 40;

  static Stream<Arguments> quietPairs() {
    return lawPairs().skip(1).limit(2);
  }

  /** Laws of life and repair, and how many cycles show a deviation of 1 %. */
  static Stream<Arguments> lawPairs() {
    return Stream.of(
        Arguments.of(2_400_000, new Exponential(9 * HOUR), new Exponential(HOUR)),
        Arguments.of(800_000, Weibull.ofMean(2, 9 * HOUR), LogNormal.ofMeanAndCv(HOUR, 0.5)),
        Arguments.of(350_000, new Erlang(4, 9 * HOUR), always(HOUR)),
        Arguments.of(1_700_000, new Uniform(2 * HOUR, 16 * HOUR), new Exponential(HOUR)),
        Arguments.of(1_800_000, always(9 * HOUR), Weibull.ofMean(0.8, HOUR)));
  }

  @ParameterizedTest
  @MethodSource("quietPairs")
  void hostWithHardwareCrashes_isUpMttfOverMttfPlusMttr(
      int cycles, DelayLaw life, DelayLaw repair) {
    // A host that boots in no time: whatever the laws, U = MTTR / (MTTF + MTTR). A mean that is 1 %
    // off must be seen.
    Failures failing = failures(crash(life, 0, repair), none(), none());
    HostGroup host =
        Operation.hosts("host", 1, 0, Fixtures.instantHardware(), Fixtures.instantVmm());
    double theory = repair.meanSeconds() / (life.meanSeconds() + repair.meanSeconds());
    runs(host, failing, never(), cycles * 10 * HOUR)
        .assertMean("unavailability", "host", "", theory, 0.01);
  }

  @ParameterizedTest
  @MethodSource("lawPairs")
  void hostWithVmmCrashes_isUpMttfOverMttfPlusMttr(int cycles, DelayLaw life, DelayLaw repair) {
    Failures failing = failures(none(), crash(life, 0, repair), none());
    double theory = repair.meanSeconds() / (life.meanSeconds() + repair.meanSeconds());
    runs(host(0), failing, never(), cycles * 10 * HOUR)
        .assertMean("unavailability", "host", "", theory, 0.01);
  }

  @Test
  void hostWithVmmCrashes_andARestart_countsDetectionAndRestart() {
    // MTTR = 28 + 72 = 100 s. The new VMM runs 20 s before the host is up, so the life that counts
    // is 900 - 20 s: U = 100 / 980,
    // as no life of 400 s at least ends in those 20.
    Failures failing = failures(none(), crash(new Uniform(400, 1400), 28), none());
    runs(host(0), failing, never(), 2e8)
        .assertMean("unavailability", "host", "", 100.0 / 980, 0.01);
  }

  @Test
  void chainOfHuang_withRejuvenationEvery336Hours() {
    // Huang, Kintala, Kolettis, Fulton, "Software Rejuvenation: Analysis, Module and Applications",
    // FTCS-25, 1995, case A.
    // Robust 168 h, failure-probable until the crash (8640 h) or the rejuvenation (336 h), repair
    // 1/2 h, rejuvenation 1/3 h.
    // In units of the stay in failure-probable, s = 1 / (1/8640 + 1/336): pi_F : pi_R : pi_P : pi_0
    // = s/8640 x 1/2 : s/336 x 1/3 : s : 168
    double stay = 1 / (1 / 8640.0 + 1 / 336.0);
    double cycle = 168 + stay + stay / 8640 / 2 + stay / 336 / 3;
    double failed = stay / 8640 / 2 / cycle;
    double unavailable = failed + stay / 336 / 3 / cycle;
    // The published values of the chain, computed by a solver.
    assertThat(failed).isCloseTo(3.806023303737e-5, org.assertj.core.api.Assertions.within(1e-16));
    assertThat(unavailable)
        .isCloseTo(0.0006905213708208, org.assertj.core.api.Assertions.within(1e-15));

    LayerFailures aging =
        new LayerFailures(
            Optional.of(new Exponential(168 * HOUR)),
            Optional.of(new Exponential(8640 * HOUR)),
            always(0),
            Optional.of(new Exponential(HOUR / 2)));
    Policy policy =
        vmm(
            new AfterAging(new Exponential(336 * HOUR)),
            new Mechanism.Restart(new Exponential(HOUR / 3)));
    Failures failing = failures(none(), aging, none());
    // 1.6 million cycles of 491.5 h, of which 3.7 % end in a crash.
    Runs runs = runs(host(0), failing, policy, 1_600_000 * 491.5 * HOUR);
    runs.assertMean("unavailability", "host", "", unavailable, 0.011);
    runs.assertMean("downtime-per-year", "host", "vmm-crash", failed * 365 * 86_400.0, 0.07);
  }

  @Test
  void guestThatCrashes_onAHostThatDoesNot_isRenewalReward() {
    // Life 1000 s by Weibull, detection 43, restart 17: U = 60 / 1060
    Failures failing = failures(none(), none(), crash(Weibull.ofMean(1.5, 1000), 43));
    runs(host(1), failing, never(), 5e8).assertMean("unavailability", "web", "", 60.0 / 1060, 0.01);
  }

  @Test
  void guestThatAges_rejuvenatedAfterAFixedDelay_isRenewalReward() {
    // Robust a = 600, then the crash (exponential, c = 900) or the rejuvenation after 300: with p =
    // 1 - exp(-1/3) a crash of 60 s,
    // otherwise 23 s; mean stay in failure-probable c p.
    double p = 1 - Math.exp(-300.0 / 900);
    double down = p * 60 + (1 - p) * 23;
    double theory = down / (600 + 900 * p + down);
    LayerFailures aging =
        new LayerFailures(
            Optional.of(new Exponential(600)),
            Optional.of(new Exponential(900)),
            always(43),
            Optional.empty());
    Policy policy =
        new Policy(
            "p", NEVER, Mechanism.Reboot.COLD, new AfterAging(always(300)), Optional.empty());
    runs(host(1), failures(none(), none(), aging), policy, 8e8)
        .assertMean("unavailability", "web", "", theory, 0.01);
  }

  @Test
  void vmmCrash_costsEveryGuestDetectionAndRestart() {
    // Per VMM crash 28 + 72 s and the boot of two guests, 3 + 8 + 4 + 8 = 23: 123 s. Lives of 400 s
    // at least, mean 900 from the fresh
    // VMM, 20 s before the host is up; the guests run 880 - 23 of it: U = 123 / 980.
    Failures failing = failures(none(), crash(new Uniform(400, 1400), 28), none());
    runs(host(2), failing, never(), 2e8).assertMean("unavailability", "web", "", 123.0 / 980, 0.01);
  }

  /** Replications of so many seconds in all. */
  private static Runs runs(HostGroup host, Failures failures, Policy policy, double seconds) {
    OperationRun run = new OperationRun(Operation.model(host, failures, policy));
    List<WorkResult> results = new ArrayList<>();
    for (int replication = 0; replication < REPLICATIONS; replication++) {
      results.add(
          run.run(new WorkUnit(1995, replication, seconds / REPLICATIONS, List.of(), false)));
    }
    return new Runs(run.measures(), results);
  }

  /** What some replications measured. */
  private record Runs(List<Measure> measures, List<WorkResult> results) {
    /**
     * A relative deviation of the metric from theory by the effect would be seen, and is not there.
     */
    void assertMean(String metric, String subject, String cause, double theory, double effect) {
      int position = position(measures, metric, subject, cause);
      Tally tally = new Tally();
      results.forEach(result -> tally.add(result.values().get(position).numerator()));
      assertThat(tally.standardError()).isLessThanOrEqualTo(effect * theory / 9);
      assertThat(Math.abs(tally.mean() - theory)).isLessThanOrEqualTo(4.5 * tally.standardError());
    }
  }

  private static int position(List<Measure> measures, String metric, String subject, String cause) {
    for (int m = 0; m < measures.size(); m++) {
      var id = measures.get(m).id();
      if (id.name().equals(metric)
          && id.subject().equals(subject)
          && id.cause().orElse("").equals(cause)) {
        return m;
      }
    }
    throw new AssertionError("no metric " + metric);
  }
}
