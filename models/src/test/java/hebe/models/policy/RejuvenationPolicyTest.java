package hebe.models.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.policy.RejuvenationPolicy.Clock;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RejuvenationPolicyTest {

  @Test
  void firsts_withoutStagger_areOnePeriodOrTheGivenOne() {
    assertThat(calendar(400, false).firsts(3)).containsExactly(400.0, 400.0, 400.0);
    assertThat(calendarFrom(30, 400, false).firsts(2)).containsExactly(30.0, 30.0);
  }

  @Test // WVR-11
  void firsts_staggered_areEvenAndEndWithThePeriod() {
    assertThat(calendar(400, true).firsts(4)).containsExactly(100.0, 200.0, 300.0, 400.0);
    assertThat(calendar(400, true).firsts(1)).containsExactly(400.0);
  }

  @Test
  void firsts_staggeredFromAGivenOne_neverComeBeforeIt() {
    assertThat(calendarFrom(30, 400, true).firsts(4)).containsExactly(30.0, 130.0, 230.0, 330.0);
    assertThat(calendarFrom(1000, 400, true).firsts(2)).containsExactly(1000.0, 1200.0);
  }

  @Test
  void firsts_ofEleven_areEvenlySpacedAndAboveZero() {
    List<Double> firsts = calendar(604_800, true).firsts(11);
    for (int i = 0; i < 11; i++) {
      assertThat(firsts.get(i))
          .isCloseTo(604_800.0 * (i + 1) / 11, org.assertj.core.api.Assertions.within(1e-9));
    }
  }

  @Test
  void periods_zeroOrEndless_areRefused() {
    for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> calendar(bad, true)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> calendarFrom(bad, 1, true))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void sinceRenewal_withStaggerOrFirst_isRefused() {
    assertThatThrownBy(() -> new Periodic(1, OptionalDouble.empty(), Clock.SINCE_RENEWAL, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no stagger");
    assertThatThrownBy(() -> new Periodic(1, OptionalDouble.of(1), Clock.SINCE_RENEWAL, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Periodic calendar(double period, boolean staggered) {
    return new Periodic(period, OptionalDouble.empty(), Clock.CALENDAR, staggered);
  }

  private static Periodic calendarFrom(double first, double period, boolean staggered) {
    return new Periodic(period, OptionalDouble.of(first), Clock.CALENDAR, staggered);
  }
}
