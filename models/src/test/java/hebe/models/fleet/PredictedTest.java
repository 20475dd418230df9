package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.failures;
import static hebe.models.fleet.Operation.guests;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.outages;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent.Arrivals;
import hebe.models.aging.Resource;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Prediction;
import hebe.models.policy.RejuvenationPolicy.Predicted;
import hebe.models.recovery.Mechanism;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import hebe.sim.result.MetricId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

/** Rejuvenation by predicted exhaustion, at known instants and against a computation of its own. */
class PredictedTest {
  private static final Mechanism RESTART = new Mechanism.Restart(always(50));
  private static final OptionalDouble NO_FLOOR = OptionalDouble.empty();

  @Test
  void predicted_ofVmm_actsWhenTheLineReachesExhaustionWithinTheLead() {
    // one of 20 each 100 s, measured each 210 s: 2, 4, 6, 8, 10, 12; after k measurements the line
    // reaches 20 in (20 - 2 k) / 2 periods: within 4 at the sixth, at 1260 s; again from 1310 on
    var policy = vmm(predicted(210, 4, 840, NO_FLOOR), RESTART);
    assertThat(outages(run(host(0), leaking(), policy, 2700), "host"))
        .containsExactly("1260-1310 restart", "2570-2620 restart");
    // a lead shorter by 1 s waits for one more measurement
    var later = vmm(predicted(210, 4, 839, NO_FLOOR), RESTART);
    assertThat(outages(run(host(0), leaking(), later, 1500), "host"))
        .containsExactly("1470-1500 restart");
  }

  @Test
  void predicted_ofGuest_actsAtTheSameInstant() {
    Failures guest = failures(none(), none(), leaking().vmm());
    var policy = guests(predicted(210, 4, 840, NO_FLOOR), 10);
    assertThat(outages(run(host(1), guest, policy, 1300), "host/web"))
        .containsExactly("1260-1270 guest-rejuvenation");
  }

  @Test
  void freshStart_forgetsTheMeasurements() {
    // any trend is enough: the fourth measurement of each life
    var policy = vmm(predicted(210, 4, 1e6, NO_FLOOR), RESTART);
    assertThat(outages(run(host(0), leaking(), policy, 1800), "host"))
        .containsExactly("840-890 restart", "1730-1780 restart");
  }

  @Test
  void floor_actsAfterOneMeasurement() {
    // less than 95 % free is 2 or more of 20, found by the first measurement
    var policy = vmm(predicted(210, 4, 1, OptionalDouble.of(0.95)), RESTART);
    assertThat(outages(run(host(0), leaking(), policy, 270), "host"))
        .containsExactly("210-260 restart");
    // less than 65 % free is 8 or more, found by the fourth
    var low = vmm(predicted(210, 4, 1, OptionalDouble.of(0.65)), RESTART);
    assertThat(outages(run(host(0), leaking(), low, 900), "host"))
        .containsExactly("840-890 restart");
  }

  @Test
  void noise_isANormalErrorInSteps() {
    // a deviation of 10 % of 20 is 2: steps of 1 up to 6; in all 1, mean 0, variance that of the
    // normal and of the rounding, 4 + 1/12, within what the tails hold
    Prediction noisy = new Prediction(1, 4, 0.05, 1, 0.1, NO_FLOOR);
    var errors = noisy.errors(leaking().vmm().aging().resource().orElseThrow());
    assertThat(errors).hasSize(13);
    var law = new NormalDistribution(null, 0, 2);
    assertThat(errors.get(8).grains()).isEqualTo(2);
    assertThat(errors.get(8).probability()).isCloseTo(law.probability(1.5, 2.5), within(1e-14));
    assertThat(errors.get(0).probability())
        .isCloseTo(law.cumulativeProbability(-5.5), within(1e-15));
    assertThat(errors.stream().mapToDouble(e -> e.probability()).sum()).isCloseTo(1, within(1e-14));
    assertThat(errors.stream().mapToDouble(e -> e.probability() * e.grains() * e.grains()).sum())
        .isCloseTo(4 + 1 / 12.0, within(0.02));
  }

  @Test
  void exactSolution_ofNoisyPrediction_isThatOfTheChainOfMeasurements() throws UnsolvableException {
    // 4 grains, one each 100 s on average, measured each 100 s; every outage takes 50 s
    Prediction prediction = new Prediction(100, 3, 0.2, 200, 0.15, NO_FLOOR);
    LayerFailures layer =
        new LayerFailures(
            resource(4, new Exponential(100)),
            Optional.empty(),
            always(5),
            Optional.of(always(45)));
    FleetModel fleet =
        model(host(0), failures(none(), layer, none()), vmm(new Predicted(prediction), RESTART));
    double exact =
        ExactOperation.of(fleet, 100_000)
            .inTheLongRun()
            .values()
            .get(MetricId.total("unavailability", "host", "1"));
    double up = 100 * meanUpPeriods();
    assertThat(exact).isCloseTo(50 / (50 + up), within(1e-9));
  }

  /** Mean life in periods: states are what has leaked and the last measurements, oldest first. */
  private static double meanUpPeriods() {
    // a deviation of 0.6 in steps of 1 up to 2
    var normal = new NormalDistribution(null, 0, 0.6);
    double[] error = new double[5];
    for (int k = -2; k <= 2; k++) {
      double low = k == -2 ? 0 : normal.cumulativeProbability(k - 0.5);
      double high = k == 2 ? 1 : normal.cumulativeProbability(k + 0.5);
      error[k + 2] = high - low;
    }
    var leaks = new PoissonDistribution(1);
    TreeMap<List<Integer>, Double> now = new TreeMap<>(PredictedTest::compare);
    now.put(List.of(0), 1.0);
    double periods = 0;
    for (int step = 0; step < 200; step++) {
      TreeMap<List<Integer>, Double> next = new TreeMap<>(PredictedTest::compare);
      for (var entry : now.entrySet()) {
        int leaked = entry.getKey().get(0);
        // E min(Erlang(r), 1) = sum over j < r of P(gamma(j + 1) below 1)
        for (int j = 0; j < 4 - leaked; j++) {
          periods += entry.getValue() * Gamma.regularizedGammaP(j + 1, 1);
        }
        for (int more = 0; leaked + more < 4; more++) {
          for (int k = -2; k <= 2; k++) {
            double probability = entry.getValue() * leaks.probability(more) * error[k + 2];
            List<Integer> after = shifted(entry.getKey(), leaked + more, leaked + more + k);
            if (!alarm(after)) {
              next.merge(after, probability, Double::sum);
            }
          }
        }
      }
      now = next;
    }
    assertThat(now.values().stream().mapToDouble(p -> p).sum()).isLessThan(1e-12);
    return periods;
  }

  private static List<Integer> shifted(List<Integer> state, int leaked, int measured) {
    List<Integer> window = new java.util.ArrayList<>(state.subList(1, state.size()));
    window.add(measured);
    if (window.size() > 3) {
      window.remove(0);
    }
    window.add(0, leaked);
    return window;
  }

  /**
   * Three values a, b, c pass at 20 % only if a &lt; b &lt; c (1/6; with two equal ones S = 2 has
   * the variance 8/3 and 27 %); then the line must reach 4 within two periods.
   */
  private static boolean alarm(List<Integer> state) {
    if (state.size() < 4) {
      return false;
    }
    int a = state.get(1);
    int b = state.get(2);
    int c = state.get(3);
    if (!(a < b && b < c)) {
      return false;
    }
    double slope = middle(b - a, c - b, (c - a) / 2.0);
    double last = middle(a + 2 * slope, b + slope, c);
    return last >= 4 || (4 - last) / slope <= 2;
  }

  private static double middle(double... three) {
    Arrays.sort(three);
    return three[1];
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    return a.toString().compareTo(b.toString());
  }

  @Test
  void whatCannotBePredicted_isRefused() {
    var policy = vmm(predicted(210, 4, 840, NO_FLOOR), RESTART);
    assertThatThrownBy(() -> model(host(0), failures(none(), none(), none()), policy))
        .hasMessage("the VMM has no resource to wait for");
    // an unbroken rise of three has 1/6 by chance
    assertThatThrownBy(() -> new Prediction(1, 3, 0.16, 1, 0, NO_FLOOR))
        .hasMessageContaining("level");
    assertThatThrownBy(() -> new Prediction(1, 61, 0.05, 1, 0, NO_FLOOR))
        .hasMessageContaining("3 to 60");
    assertThatThrownBy(() -> new Prediction(1, 4, 0.05, 1, 0.6, NO_FLOOR))
        .hasMessageContaining("noise");
    assertThatThrownBy(() -> new Prediction(1, 4, 0.05, 1, 0, OptionalDouble.of(1)))
        .hasMessageContaining("floor");
  }

  private static Predicted predicted(
      double periodSeconds, int measurements, double leadSeconds, OptionalDouble floor) {
    return new Predicted(new Prediction(periodSeconds, measurements, 0.05, leadSeconds, 0, floor));
  }

  private static Failures leaking() {
    LayerFailures layer =
        new LayerFailures(resource(20, always(100)), Optional.empty(), always(5), Optional.empty());
    return failures(none(), layer, none());
  }

  private static Resource resource(long capacity, DelayLaw every) {
    return new Resource(
        capacity,
        Resource.Unit.COUNT,
        List.of(new Leak("each", new Arrivals(every, 1), 1, Optional.empty())),
        OptionalDouble.empty(),
        List.of(),
        Optional.empty());
  }
}
