package hebe.reports.number;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.stat.Estimate;
import hebe.sim.stat.Estimate.Deterministic;
import hebe.sim.stat.Estimate.Interval;
import hebe.sim.stat.Estimate.Method;
import hebe.sim.stat.Estimate.NoData;
import hebe.sim.stat.Estimate.NoInterval;
import org.junit.jupiter.api.Test;

class EstimateTextTest {

  private static Estimate interval(double mean, double halfWidth) {
    return new Interval(mean, mean - halfWidth, mean + halfWidth, 0.95, Method.STUDENT, 40);
  }

  @Test
  void of_interval_showsTwoDigitsOfTheHalfWidth() {
    assertThat(EstimateText.of(interval(41.6234, 0.1234))).isEqualTo("41.62 ± 0.12");
    assertThat(EstimateText.of(interval(4567, 123))).isEqualTo("4570 ± 120");
    assertThat(EstimateText.of(interval(5, 0.0996))).isEqualTo("5.00 ± 0.10");
    assertThat(EstimateText.of(interval(41.6, 0.5), "s")).isEqualTo("41.60 ± 0.50 s");
  }

  @Test
  void of_withoutInterval_saysWhy() {
    assertThat(EstimateText.of(new Deterministic(41.61234, 1))).isEqualTo("41.61");
    assertThat(EstimateText.of(new NoInterval(41.6, 1), "s")).isEqualTo("41.6 s (no interval)");
    assertThat(EstimateText.of(new NoData(), "s")).isEqualTo("no data");
  }

  @Test
  void of_intervalOfZeroWidth_showsTheMean() {
    assertThat(EstimateText.of(interval(41.6, 0))).isEqualTo("41.6");
  }

  @Test
  void percent_availability_hasEnoughNines() {
    // half-width 1e-5 = 0.001 %, two digits of it: four places
    assertThat(EstimateText.percent(interval(0.99993, 1e-5))).isEqualTo("99.9930");
    // U = 1.462e-4 = 0.01462 %, three digits of it: four places
    assertThat(EstimateText.percent(new Deterministic(1 - 1.462e-4, 1))).isEqualTo("99.9854");
    assertThat(EstimateText.percent(new Deterministic(1, 1))).isEqualTo("100");
    assertThat(EstimateText.percent(new NoData())).isEqualTo("no data");
  }

  @Test
  void unavailability_interval_sharesOneExponent() {
    assertThat(EstimateText.unavailability(interval(1.4623e-4, 0.0123e-4)))
        .isEqualTo("(1.462 ± 0.012)e-4");
    assertThat(EstimateText.unavailability(new Deterministic(1.46231e-4, 1))).isEqualTo("1.462e-4");
    assertThat(EstimateText.unavailability(new Deterministic(0, 1))).isEqualTo("0");
  }

  @Test
  void complement_interval_swapsItsEnds() {
    Interval u =
        (Interval) EstimateText.complement(new Interval(0.75, 0.5, 1, 0.95, Method.STUDENT, 2));
    assertThat(u.mean()).isEqualTo(0.25);
    assertThat(u.low()).isZero();
    assertThat(u.high()).isEqualTo(0.5);
  }
}
