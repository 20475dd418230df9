package hebe.models.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A link of 800 Mbit/s, 100 MB/s. */
class SharedLinkTest {
  private static final SwitchOver NOTHING = new SwitchOver(0, 0);
  private static final double LINK = 800e6;

  @Test
  void unequalGuests_shareUntilTheSmallerIsDone() {
    // 100 and 300 MB at 50 MB/s each: 2 s; then 200 MB at 100 MB/s: 4 s.
    List<PreCopyRun> runs =
        SharedLink.parallel(LINK, List.of(guest(100e6, 0, LINK), guest(300e6, 0, LINK)));
    assertThat(runs).extracting(PreCopyRun::durationSeconds).containsExactly(2.0, 4.0);
  }

  @Test
  void modestGuest_leavesItsRestToTheOthers() {
    // One asks for 20 MB/s and gets it; the others share 80: 40 MB/s. 80 MB: 4 s; 120 MB: 3 s, and
    // 120 MB: 3 s as well.
    List<PreCopyRun> runs =
        SharedLink.parallel(
            LINK, List.of(guest(120e6, 0, LINK), guest(80e6, 0, 160e6), guest(120e6, 0, LINK)));
    assertThat(runs).extracting(PreCopyRun::durationSeconds).containsExactly(3.0, 4.0, 3.0);
  }

  @Test
  void dirtyingGuest_besideAnother_sendsMoreThanAlone() {
    // Alone: 100 MB in 1 s at 25 MB/s: 25, then 6.25 MB. Beside 150 MB that write nothing:
    // 100 MB in 2 s: 50 MB, in 1 s: the other is done then (150 MB at 50 MB/s: 3 s).
    // 25 MB, at last with the link alone: 0.25 s.
    List<PreCopyRun> runs =
        SharedLink.parallel(LINK, List.of(guest(100e6, 25e6, LINK), guest(150e6, 0, LINK)));
    PreCopyRun run = runs.get(0);
    assertThat(run.rounds()).extracting(round -> round.pass().seconds()).startsWith(2.0, 1.0, 0.25);
    assertThat(runs.get(1).durationSeconds()).isEqualTo(3.0);
  }

  @Test
  void oneGuest_ofAnyKind_isTheGuestAlone() {
    MigrationPresets presets = new MigrationPresets(Published.liveMigration());
    for (WorkingSet set : List.of(presets.specweb(), presets.apache())) {
      PreCopyRun alone = PreCopy.run(set, presets.paper(), presets.switchOver());
      SharedLink.Guest guest = new SharedLink.Guest(set, presets.paper(), presets.switchOver());
      PreCopyRun shared = SharedLink.parallel(1e9, List.of(guest)).get(0);
      assertThat(shared.transfers()).isEqualTo(alone.transfers());
      assertThat(shared.totalBytes()).isCloseTo(alone.totalBytes(), within(1.0));
      assertThat(shared.durationSeconds()).isCloseTo(alone.durationSeconds(), within(1e-7));
    }
  }

  @Test
  void firstPassThatSkips_whileRatesChange_solvesItsEquation() {
    // 50 MB/s until another 50 MB are gone at 1 s, then 100 MB/s; S = 100 - 0.5 x 10 t.
    // 50 + 100 (t - 1) = 100 - 5 t: t = 150 / 105.
    WorkingSet set = new WorkingSet(100e6, 0, 1, 10e6, 0.5, 0);
    ConstantRate law = new ConstantRate(LINK, 0, 1);
    List<PreCopyRun> runs =
        SharedLink.parallel(
            LINK, List.of(new SharedLink.Guest(set, law, NOTHING), guest(50e6, 0, LINK)));
    assertThat(runs.get(0).rounds().get(0).pass().seconds()).isCloseTo(150.0 / 105, within(1e-9));
  }

  private static SharedLink.Guest guest(double bytes, double dirty, double bitsPerSecond) {
    ConstantRate law = new ConstantRate(bitsPerSecond, 1, 29);
    return new SharedLink.Guest(new Uniform(bytes, dirty), law, NOTHING);
  }
}
