package hebe.models.selfvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import hebe.models.selfvirt.SwitchDesign.Records;
import hebe.models.selfvirt.SwitchLaw.Basis;
import hebe.models.timing.Bounds;
import hebe.models.timing.CostModel;
import hebe.models.timing.EventRules;
import hebe.models.timing.HostClock;
import hebe.models.timing.Mode;
import hebe.models.timing.TrapCostTable;
import org.junit.jupiter.api.Test;

class SwitchLawTest {
  private static final HostClock CLOCK = new HostClock(3e9);
  private static final CostModel XEN =
      new CostModel(TrapCostTable.load(), EventRules.load(), "netburst-xeon-2400", Mode.XEN_PV_32);
  private static final SwitchDesign RECOMPUTE = SwitchDesign.of(Records.RECOMPUTED);
  private static final SwitchDesign TRACK = SwitchDesign.of(Records.TRACKED);

  private final SwitchLaw law = SwitchLaw.of(XEN, CLOCK);
  private final SwitchSize light = SwitchSize.light(Published.selfVirtualization());

  private static double micros(Bounds seconds) {
    return 1e6 * seconds.value();
  }

  // 20 processes, 140 page-table pages, 10,000 mapped pages, 16 interrupts, one CPU. Cycles: 2000 +
  // 816 + 2000 + 2880 + 140 x 21120 + 140 x 500 + 16 x 2328 = 3,071,744; memory: 128 x 20 + 20 x 80
  // + 10,000 x 50 ns = 504.16 us.
  @Test
  void attach_atLightLoad_isTheSumOfItsTerms() {
    assertThat(micros(law.attach(RECOMPUTE, light).seconds(CLOCK)))
        .isCloseTo(3_071_744 / 3000.0 + 504.16, within(1e-6));
  }

  // The cycles take 3 / 2.4 times as long, the memory as long as before.
  @Test
  void clock_thatIsSlower_leavesTheTermsOfMemory() {
    HostClock slow = new HostClock(2.4e9);
    assertThat(micros(SwitchLaw.of(XEN, slow).attach(RECOMPUTE, light).seconds(slow)))
        .isCloseTo(3_071_744 / 2400.0 + 504.16, within(1e-6));
  }

  // 2000 + 816 + 2000 + 2880 + 140 x 500 + 16 x 1000 = 93,696 cycles and 4.16 us.
  @Test
  void detach_rebuildsNothing() {
    assertThat(micros(law.detach(RECOMPUTE, light).seconds(CLOCK)))
        .isCloseTo(93_696 / 3000.0 + 4.16, within(1e-6));
  }

  // Without 140 x 21120 cycles and 500 us.
  @Test
  void tracking_neitherChecksNorCounts_butTaxesNativeMode() {
    assertThat(micros(law.attach(TRACK, light).seconds(CLOCK)))
        .isCloseTo(114_944 / 3000.0 + 4.16, within(1e-6));
    assertThat(law.nativeTax(TRACK)).isEqualTo(new Bounds(0.03, 0.01, 0.05));
    assertThat(law.nativeTax(RECOMPUTE)).isEqualTo(Bounds.ZERO);
  }

  // 2000 for the message, and 2 meeting points x 3 CPUs x 2000.
  @Test
  void fourCpus_meetTwice() {
    SwitchSize four = light.withCpus(4);
    assertThat(
            law.attach(RECOMPUTE, four).cycles().value()
                - law.attach(RECOMPUTE, light).cycles().value())
        .isCloseTo(14_000, within(1e-6));
  }

  // 230,400 frames of 900 MiB x 9.6 ns = 2.21 ms; low 8, high 12 ns.
  @Test
  void everyFrame_thatIsPassed_takesLongerThanThePublishedSwitch() {
    SwitchDesign every = new SwitchDesign(Records.RECOMPUTED, true, true);
    Bounds extra =
        law.attach(every, light).items().stream()
            .filter(item -> item.name().equals("frame records"))
            .findFirst()
            .orElseThrow()
            .cycles()
            .times(1 / 3e9);
    assertThat(extra.value()).isCloseTo(230_400 * 9.6e-9, within(1e-9));
    assertThat(extra.low()).isGreaterThan(0.2e-3);
  }

  // 4 MiB x 20 ns + 100 ms + 230,400 x 9.6 ns more than the VMM that is kept.
  @Test
  void vmm_thatIsNotKept_isLoadedFirst_andReservesNothing() {
    SwitchDesign cold = new SwitchDesign(Records.RECOMPUTED, false, false);
    double extra =
        law.attach(cold, light).seconds(CLOCK).value()
            - law.attach(RECOMPUTE, light).seconds(CLOCK).value();
    assertThat(extra).isCloseTo((4 << 20) * 20e-9 + 0.1 + 230_400 * 9.6e-9, within(1e-9));
    assertThat(law.reservedBytes(cold, light)).isEqualTo(Bounds.ZERO);
    // 16 MiB and 24 bytes for each of 230,400 frames.
    assertThat(law.reservedBytes(RECOMPUTE, light).value())
        .isEqualTo(16.0 * (1 << 20) + 230_400 * 24);
  }

  @Test
  void calibrated_atLightLoad_takesThePublishedTime_whateverTheSplit() {
    for (SwitchDesign design : new SwitchDesign[] {RECOMPUTE, TRACK}) {
      SwitchTimes times = law.times(design, light, Basis.CALIBRATED, law.retry(0));
      assertThat(times.attachSeconds().value()).isCloseTo(0.2e-3, within(1e-15));
      assertThat(times.attachSeconds().low()).isCloseTo(0.15e-3, within(1e-15));
      assertThat(times.attachSeconds().high()).isCloseTo(0.25e-3, within(1e-15));
    }
  }

  // Twice the page-table pages: 0.2 ms x (T + 140 x 21620 / 3000) / T, T = 1528.07 us.
  @Test
  void calibrated_elsewhere_followsTheTerms_andIsOpenToTheSplit() {
    SwitchSize more = light.withPageTablePages(280);
    Bounds attach = law.times(RECOMPUTE, more, Basis.CALIBRATED, law.retry(0)).attachSeconds();
    double whole = 3_071_744 / 3000.0 + 504.16;
    double expected = 0.2e-3 * (1 + 140 * 21_620 / 3000.0 / whole);
    assertThat(attach.value()).isCloseTo(expected, within(1e-9));
    // All of it page tables would double it, none of it would leave it.
    assertThat(attach.low()).isBetween(0.15e-3, 0.15e-3 * expected / 0.2e-3);
    assertThat(attach.high()).isBetween(0.25e-3 * expected / 0.2e-3, 2 * 0.25e-3);
  }

  // The greatest ratio by all corners of the unit costs, three terms.
  @Test
  void calibration_boundsAreThoseOfAllCorners() {
    SwitchSize other = new SwitchSize(1e9, 200, 10, 1000, 30, 2);
    Calibration calibration = law.calibration(RECOMPUTE);
    var below = calibration.terms().items();
    var above = law.attach(RECOMPUTE, other).items();
    double most = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int corner = 0; corner < 1 << above.size(); corner++) {
      double up = 0;
      double down = 0;
      for (int i = 0; i < above.size(); i++) {
        var item = above.get(i);
        boolean high = (corner >> i & 1) == 1;
        double each = high ? item.each().high() : item.each().low();
        up += item.count() * each;
        down +=
            below.stream()
                .filter(term -> term.name().equals(item.name()))
                .mapToDouble(term -> term.count() * each)
                .sum();
      }
      most = Math.max(most, up / down);
      least = Math.min(least, up / down);
    }
    Bounds scaled = calibration.seconds(above, CLOCK);
    assertThat(scaled.high()).isCloseTo(0.25e-3 * most, within(1e-9 * most));
    assertThat(scaled.low()).isCloseTo(0.15e-3 * least, within(1e-9 * least));
  }

  @Test
  void times_sayWhatTheyRestOn() {
    SwitchTimes times = law.times(RECOMPUTE, light, Basis.UNCALIBRATED, law.retry(0.1));
    assertThat(times.unverified())
        .contains("attach-vmm: type counts of mapped frames", "detach-vmm: switch interrupt");
    assertThat(times.retryPeriodSeconds()).isEqualTo(0.01);
    assertThat(times.retryProbability()).isEqualTo(0.1);
    // (attach + detach) / 3 %.
    assertThat(times.payBackSeconds(0.03).value())
        .isCloseTo(
            (times.attachSeconds().value() + times.detachSeconds().value()) / 0.03, within(1e-12));
  }

  @Test
  void sizes_thatCannotBe_areRefused() {
    assertThatThrownBy(() -> light.withPageTablePages(-1))
        .hasMessage("page-table pages: expected a number that is at least 0, got -1.0");
    assertThatThrownBy(() -> SwitchSize.of(law.figures(), 0, 1, 1))
        .hasMessage("memory: expected bytes above 0, got 0.0");
    assertThatThrownBy(() -> SwitchSize.of(law.figures(), 1, 1, 0))
        .hasMessage("CPUs: expected at least 1, got 0");
  }
}
