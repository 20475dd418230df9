package hebe.scenarios.build;

import hebe.models.migration.Move;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Migrate;
import hebe.models.recovery.Migrate.Emptied;
import hebe.models.recovery.Migrate.Times;

/** How a host is evacuated, in words. */
final class MigrationWords {
  private static final double MEGA = 1e6;

  private MigrationWords() {}

  static String of(Migrate by) {
    return by.label()
        + ": "
        + times(by.times())
        + "; empty host: "
        + restart(by.emptied())
        + "; "
        + aborts(by.aborts())
        + "; guests "
        + (by.back() == Migrate.Back.HOME ? "return" : "stay, and the host becomes a spare one");
  }

  private static String times(Times times) {
    if (times instanceof Times.Given given) {
      return "copied " + given.live().describe() + ", stopped " + given.stopped().describe();
    }
    Move move = ((Times.Computed) times).move();
    return move.mode().map(MigrationType::word).orElse("pre-copy or post-copy, chosen")
        + ", "
        + move.atOnce()
        + " at once over "
        + Shown.number(move.bitsPerSecond() / MEGA)
        + " Mbit/s";
  }

  private static String restart(Emptied emptied) {
    if (emptied instanceof Emptied.Lasting lasting) {
      return lasting.duration().describe();
    }
    return ((Emptied.Rebooted) emptied).by() == Mechanism.Reboot.COLD
        ? "cold reboot"
        : "quick reload";
  }

  private static String aborts(Migrate.Aborts aborts) {
    return Shown.number(100 * aborts.share())
        + " % of copies abort, "
        + aborts.retries()
        + " retries after "
        + Shown.duration(aborts.retrySeconds())
        + (aborts.share() > 0 ? ", then " + aborts.otherwise().label() : "");
  }
}
