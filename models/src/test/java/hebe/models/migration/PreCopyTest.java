package hebe.models.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import hebe.models.migration.ControlLaw.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreCopyTest {
  private static final double MIB = 0x1p20;
  private static final MigrationPresets PRESETS = new MigrationPresets(Published.liveMigration());
  private static final SwitchOver NOTHING = new SwitchOver(0, 0);

  /** 1024 MiB over 128 MiB/s, dirtied at 64 MiB/s: r = 0.5, until 128 MiB are left. */
  private static PreCopyRun half(SwitchOver switchOver) {
    ConstantRate law = new ConstantRate(Byte.SIZE * 128 * MIB, 128 * MIB, 29);
    return PreCopy.run(new Uniform(1024 * MIB, 64 * MIB), law, switchOver);
  }

  @Test
  void uniform_atHalfTheRate_halvesEveryRound() {
    PreCopyRun run = half(NOTHING);
    assertThat(sent(run)).containsExactly(1024 * MIB, 512 * MIB, 256 * MIB);
    assertThat(run.rounds())
        .extracting(round -> round.pass().seconds())
        .containsExactly(8.0, 4.0, 2.0);
    assertThat(run.finalBytes()).isEqualTo(128 * MIB);
    assertThat(run.reason()).isEqualTo(Reason.SMALL);
    assertThat(run.transfers()).isEqualTo(4);
    assertThat(run.totalBytes()).isEqualTo(1920 * MIB);
    assertThat(run.downtimeSeconds()).isEqualTo(1);
    assertThat(run.durationSeconds()).isEqualTo(15);
  }

  @Test
  void downtime_ofANearlyEmptyLastCopy_keepsItsFloor() {
    PreCopyRun run = half(new SwitchOver(0.25, 0.5));
    assertThat(run.downtimeSeconds()).isEqualTo(1.75);
    assertThat(run.durationSeconds()).isEqualTo(15.75);
  }

  @Test
  void dirtyLogging_isUniquePagesTimesFaultAndRefills() {
    // 512 + 256 + 128 MiB dirtied: 229376 pages x 2 us + 3 x 10 ms; sending 1792 MiB x 1 ns / B.
    SourceCost cost = new SourceCost(4096, 2e-6, 0.01, 1e-9);
    PreCopyRun run = half(NOTHING);
    assertThat(run.trapSeconds(cost)).isCloseTo(0.488752, within(1e-12));
    assertThat(run.lostSeconds(cost)).isCloseTo(0.488752 + 1.879048192, within(1e-9));
    // First round: (131072 x 2 us + 10 ms + 1.073741824 s) / 8 s.
    assertThat(cost.throughputLoss(run.rounds().get(0))).isCloseTo(0.168235728, within(1e-9));
  }

  @Test
  void specweb_recursion_givesItsPrintedDigits() {
    PreCopyRun run = PreCopy.run(PRESETS.specweb(), PRESETS.paper(), PRESETS.switchOver());
    double[] printed = {676.6, 123.4, 35.7, 21.9, 19.1, 18.0, 17.5, 17.0, 16.6};
    assertThat(run.rounds()).hasSize(printed.length);
    for (int i = 0; i < printed.length; i++) {
      assertThat(sent(run).get(i) / 1e6).isCloseTo(printed[i], within(0.05));
    }
    assertThat(run.finalBytes() / 1e6).isCloseTo(17.8, within(0.05));
    assertThat(run.transfers()).isEqualTo(10);
    assertThat(run.totalBytes() / 1e6).isCloseTo(963.6, within(0.05));
    assertThat(run.durationSeconds()).isCloseTo(71.28, within(0.005));
    assertThat(run.downtimeSeconds()).isCloseTo(0.2052, within(0.00005));
  }

  @Test
  void specweb_firstRound_solvesItsEquation() {
    // S = 800 - 0.9 (18 (1 - e^(-10 t)) + 2.2 t), t = 0.08 S: S (1 + 0.1584) = 783.8.
    PreCopyRun run = PreCopy.run(PRESETS.specweb(), PRESETS.paper(), PRESETS.switchOver());
    assertThat(sent(run).get(0)).isCloseTo(783.8e6 / 1.1584, within(1e-3));
  }

  @Test
  void everyLaw_dirtyRateFarAboveTheMaximum_endsByItself() {
    Uniform loop = new Uniform(512e6, 40e9);
    PreCopyRun paper = PreCopy.run(loop, PRESETS.paper(), NOTHING);
    assertThat(paper.reason()).isEqualTo(Reason.DIRTIED_TOO_FAST);
    // All is dirty again after each round, which is its own rate: 50 Mbit/s more each time.
    assertThat(paper.rounds())
        .extracting(Round::bitsPerSecond)
        .containsExactly(100e6, 150e6, 200e6, 250e6, 300e6, 350e6, 400e6, 450e6, 500e6);
    assertThat(paper.finalBytes()).isEqualTo(512e6);
    // Never more than the round before; above 3 x 512 MB after four.
    PreCopyRun xen = PreCopy.run(loop, PRESETS.xen(), NOTHING);
    assertThat(xen.reason()).isEqualTo(Reason.VOLUME);
    assertThat(sent(xen)).containsExactly(512e6, 512e6, 512e6, 512e6);
    assertThat(PreCopy.run(loop, PRESETS.xenIa64(), NOTHING).rounds()).hasSize(3);
    QemuLaw qemu = PRESETS.qemu(new QemuLaw.NoThrottle(), 7, 1e9);
    assertThat(PreCopy.run(loop, qemu, NOTHING).rounds()).hasSize(7);
    assertThat(PreCopy.run(PRESETS.writer(1), PRESETS.paper(), NOTHING).reason())
        .isEqualTo(Reason.DIRTIED_TOO_FAST);
  }

  @Test
  void paperLaw_guestThatWritesNothing_sendsItOnce() {
    PreCopyRun run = PreCopy.run(new Uniform(800e6, 0), PRESETS.paper(), NOTHING);
    assertThat(run.reason()).isEqualTo(Reason.SMALL);
    assertThat(run.totalBytes()).isEqualTo(800e6);
    assertThat(run.durationSeconds()).isEqualTo(64);
  }

  @Test
  void xenLaw_rate_risesOnlyAboveTheDirtyingRate() {
    // S = 800 - 0.5 x 15 t, t = 0.08 S: 500 MB in 40 s, 600 MB dirty: 120 Mbit/s, above 100. From
    // then on 170: 0.8 x 600 = 480 MB in 22.588 s, 338.82 MB dirty, at 120 Mbit/s again.
    WorkingSet set = new WorkingSet(800e6, 0, 1, 15e6, 0.5, 0.2);
    PreCopyRun run = PreCopy.run(set, PRESETS.xen(), NOTHING);
    assertThat(run.rounds().get(0).bitsPerSecond()).isEqualTo(100e6);
    assertThat(run.rounds().subList(1, run.rounds().size()))
        .allSatisfy(round -> assertThat(round.bitsPerSecond()).isCloseTo(170e6, within(1.0)));
    assertThat(sent(run).get(1) / 1e6).isCloseTo(480, within(1e-6));
    assertThat(sent(run).get(2) / 1e6).isCloseTo(0.8 * 338.823529, within(1e-5));
    assertThat(run.reason()).isEqualTo(Reason.SMALL);
  }

  @Test
  void xenLaw_guestThatWritesLittle_stopsBelowFiftyPages() {
    // r = 0.008: 800 MB, 6.4 MB, 51.2 kB: less than 50 x 4096 = 204.8 kB.
    PreCopyRun run = PreCopy.run(new Uniform(800e6, 1e5), PRESETS.xen(), NOTHING);
    assertThat(run.reason()).isEqualTo(Reason.SMALL);
    assertThat(run.rounds()).hasSize(3);
    assertThat(run.finalBytes()).isCloseTo(409.6, within(1e-6));
  }

  @Test
  void xenLaw_roundAtMaximumThatGrows_isTheLast() {
    XenLaw law = new XenLaw(100e6, 450e6, 50e6, 29, 0, 3, 500e6, XenLaw.Rate.ADAPTIVE);
    WorkingSet odd = new WorkingSet(800e6, 0, 1, 50e6, 0.98, 0);
    // S = 800 - 0.98 x 50 t, t = 0.08 S: 162.6 MB in 13.008 s, 400 Mbit/s dirty: 450.
    PreCopyRun run = PreCopy.run(odd, law, NOTHING);
    assertThat(sent(run).get(0)).isCloseTo(800e6 / 4.92, within(1.0));
    assertThat(run.reason()).isEqualTo(Reason.GROWING);
    // 13.008 s x 50 MB/s = 650.4 MB, more than before. At 100 Mbit/s: 162.6 + 650.4 + 800 + 800.
    assertThat(run.rounds()).hasSize(2);
    assertThat(run.rounds().get(1).bitsPerSecond()).isEqualTo(450e6);
    XenLaw fixed = new XenLaw(100e6, 100e6, 50e6, 29, 0, 3, 500e6, XenLaw.Rate.FIXED);
    assertThat(PreCopy.run(odd, fixed, NOTHING).reason()).isEqualTo(Reason.VOLUME);
  }

  @Test
  void qemuLaw_autoConverge_slowsTheGuestAfterEverySecondRound() {
    // 128 MiB/s against a guest that dirties as much: both first rounds count, so 0.8; then 0.7.
    QemuLaw law = PRESETS.qemu(PRESETS.autoConverge(), 100, 1e9);
    PreCopyRun run = PreCopy.run(new Uniform(1024 * MIB, 128 * MIB), law, NOTHING);
    assertThat(run.rounds())
        .extracting(Round::guestSpeed)
        .startsWith(1.0, 1.0, 0.8, 0.8, 0.7, 0.7, 0.6)
        .hasSize(10);
    // 1024 x (0.8 x 0.7 x 0.6)^2 = 115.6, x 0.5 = 57.8, x 0.5 = 28.9 MiB: 0.3 s hold 38.4.
    assertThat(run.finalBytes() / MIB).isCloseTo(28.9013, within(1e-3));
    assertThat(PRESETS.autoConverge().guestSpeed(50)).isCloseTo(0.01, within(1e-12));
  }

  @Test
  void stopAndCopy_isVolumeOverRateAndResume() {
    assertThat(new StopAndCopy(512e6, 128e6, new SwitchOver(0, 0.009)).seconds()).isEqualTo(32.009);
  }

  @Test
  void oneRound_atTheEndOfAnyLaw_cutsTheDowntime() {
    AtMostRounds law = new AtMostRounds(PRESETS.paper(), 1, 100e6);
    PreCopyRun run = PreCopy.run(PRESETS.specweb(), law, NOTHING);
    assertThat(run.reason()).isEqualTo(Reason.ROUNDS);
    // D(54.13) = 18 + 2.2 x 54.13 = 137.09 MB.
    assertThat(run.finalBytes() / 1e6).isCloseTo(137.0856, within(1e-3));
  }

  @Test
  void parameters_outOfRange_areRefused() {
    assertThatThrownBy(() -> new Uniform(0, 1)).hasMessageContaining("memory in bytes");
    assertThatThrownBy(() -> new WorkingSet(1, 2, 1, 0, 0, 0)).hasMessageContaining("hot set");
    assertThatThrownBy(() -> new PaperLaw(2, 1, 1, 1, 1)).hasMessageContaining("maximum less");
    assertThatThrownBy(() -> new SwitchOver(-1, 0)).hasMessageContaining("latency");
  }

  private static List<Double> sent(PreCopyRun run) {
    return run.rounds().stream().map(round -> round.pass().sentBytes()).toList();
  }
}
