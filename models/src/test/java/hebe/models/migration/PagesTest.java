package hebe.models.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final MigrationPresets PRESETS = new MigrationPresets(Published.liveMigration());

  /** 100,000 pages of 4096 B, written 0.5 times a second each; 40.96 MB/s: 10,000 pages/s. */
  private static final Pages LIKE = new Pages(4096, List.of(new Pages.Group(100_000, 0.5)), 11);

  @Test
  void meanPass_overLikePages_isItsClosedForm() {
    // ds/dx = 10 e^(-s/2): s = 2 ln(1 + 10 / 2) = 3.5835; dirty after it 1 - e^(-s/2) = 5/6.
    Passes.Pass pass = new MeanPages(LIKE).begin().copy(40.96e6, 1);
    assertThat(pass.seconds()).isCloseTo(2 * StrictMath.log(6), within(1e-9));
    assertThat(pass.dirtiedBytes() / 4096).isCloseTo(100_000 * 5 / 6.0, within(1e-4));
    assertThat(pass.sentBytes() + pass.skippedBytes()).isCloseTo(409.6e6, within(1e-3));
    // At half its speed the guest writes 0.25 times a second: 4 ln(1 + 10 / 4).
    assertThat(new MeanPages(LIKE).begin().copy(40.96e6, 0.5).seconds())
        .isCloseTo(4 * StrictMath.log(3.5), within(1e-9));
  }

  @Test
  void pagePass_overLikePages_isTheClosedFormWithinItsChance() {
    // 35,835 of 100,000 pages sent. A standard deviation is below sqrt(35,835) = 189 pages; of the
    // 83,333 dirtied it is sqrt(100,000 x 5/6 x 1/6) = 118, and 17 pages for each 1e-3 s of length.
    Passes.Pass pass = LIKE.begin().copy(40.96e6, 1);
    assertThat(pass.sentBytes() / 4096).isCloseTo(35_835.2, within(4.5 * 189));
    assertThat(pass.dirtiedBytes() / 4096).isCloseTo(83_333.3, within(4.5 * 118 + 4.5 * 189 / 10));
    assertThat(pass.seconds()).isCloseTo(pass.sentBytes() / 40.96e6, within(1e-9));
  }

  @Test
  void predictor_againstThePageLevelRun_isWithinTenPercent() {
    for (long seed : List.of(1L, 2L, 3L)) {
      Pages pages = Pages.of(PRESETS.specweb(), 4096, seed);
      for (ControlLaw law : List.of(PRESETS.paper(), PRESETS.xen(), PRESETS.xenIa64())) {
        PreCopyRun run = PreCopy.run(pages, law, PRESETS.switchOver());
        PreCopyRun predicted = PreCopy.run(new MeanPages(pages), law, PRESETS.switchOver());
        assertThat(predicted.durationSeconds() / run.durationSeconds()).isCloseTo(1, within(0.1));
      }
    }
  }

  @Test
  void workingSet_againstItsPages_predictsTheTimeWithinTenPercent() {
    Pages pages = Pages.of(PRESETS.specweb(), 4096, 1);
    double run = PreCopy.run(pages, PRESETS.paper(), PRESETS.switchOver()).durationSeconds();
    double preset =
        PreCopy.run(PRESETS.specweb(), PRESETS.paper(), PRESETS.switchOver()).durationSeconds();
    assertThat(preset / run).isCloseTo(1, within(0.1));
  }

  @Test
  void pages_nobodyWrites_crossOnce() {
    Pages still = new Pages(4096, List.of(new Pages.Group(1000, 0)), 1);
    PreCopyRun run = PreCopy.run(still, PRESETS.paper(), new SwitchOver(0, 0));
    assertThat(run.totalBytes()).isEqualTo(4_096_000);
    assertThat(run.finalBytes()).isZero();
  }

  @Test
  void run_ofOneSeed_isAlwaysTheSame() {
    Pages pages = Pages.of(PRESETS.specweb(), 4096, 7);
    assertThat(PreCopy.run(pages, PRESETS.xen(), PRESETS.switchOver()))
        .isEqualTo(PreCopy.run(pages, PRESETS.xen(), PRESETS.switchOver()));
  }

  @Test
  void writer_inAFullSpeedLoop_isSentOnceAndInTheLastCopy() {
    // 62,500 of 125,000 pages are never clean when they are visited: about 256 + 256 MB in all.
    PreCopyRun run = PreCopy.run(PRESETS.writer(3), PRESETS.paper(), PRESETS.switchOver());
    assertThat(run.rounds().get(0).pass().sentBytes() / 1e6).isCloseTo(256, within(1.0));
    assertThat(run.finalBytes() / 1e6).isCloseTo(256, within(1.0));
    assertThat(run.totalBytes() / 1e6).isCloseTo(512.9, within(1.0));
  }
}
