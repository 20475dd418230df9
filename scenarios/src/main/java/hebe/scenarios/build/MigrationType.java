package hebe.scenarios.build;

import hebe.models.catalog.Published;
import hebe.models.migration.ChoicePolicy;
import hebe.models.migration.ControlLaw;
import hebe.models.migration.MigrationMode;
import hebe.models.migration.MigrationPresets;
import hebe.models.migration.Move;
import hebe.models.migration.PostCopyLink;
import hebe.models.migration.QemuLaw;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Migrate;
import hebe.models.recovery.Migrate.Aborts;
import hebe.models.recovery.Migrate.Back;
import hebe.models.recovery.Migrate.Emptied;
import hebe.models.recovery.Migrate.Otherwise;
import hebe.models.recovery.Migrate.Times;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a host is evacuated by live migration. */
final class MigrationType {
  /** Live rounds after which an administrator of QEMU lets a guest stop. */
  private static final int QEMU_PATIENCE = 30;

  /**
   * Dirty shares of a second from which the version of a memory moves its digits; a choice of ours.
   */
  private static final ChoicePolicy CHOICE = new ChoicePolicy(0.01, 0.1, 1, 1);

  private static final Key<Optional<MigrationMode>> HOW =
      Key.defaulted(
          "how",
          "How each guest is moved; `auto` chooses pre-copy or post-copy for each by how it writes.",
          Types.choice(
              "way of migration",
              List.of(
                  Optional.of(MigrationMode.PRE_COPY),
                  Optional.of(MigrationMode.POST_COPY),
                  Optional.of(MigrationMode.HYBRID),
                  Optional.of(MigrationMode.STOP_AND_COPY),
                  Optional.empty()),
              MigrationType::word),
          "pre-copy");
  private static final Key<Integer> ROUNDS =
      Key.defaulted(
          "rounds", "Live rounds before the push of a hybrid.", Types.integer(0, 1000), "1");
  private static final Key<Law> LAW =
      Key.defaulted(
          "law",
          "What ends the live rounds and sets their rate: the law of Xen's source, of the paper"
              + " on Xen, or of QEMU without auto-converge.",
          Types.choice(
              "control law", List.of(Law.values()), law -> law.name().toLowerCase(Locale.ROOT)),
          "xen");
  private static final Key<Double> LINK =
      Key.defaulted("link", "Rate of the link.", Types.bytesPerSecond(), "1 Gbit/s");
  private static final Key<Integer> AT_ONCE =
      Key.defaulted(
          "at-once", "How many guests share the link at a time.", Types.integer(1, 10_000), "1");
  private static final Key<Optional<Times.Given>> TIMES =
      Key.optional(
          "times",
          "Times of each guest on either way, all guests at once.",
          times(),
          "computed from memory, its writes and the link");
  private static final Key<Emptied> RESTART =
      Key.defaulted(
          "restart",
          "How the empty host restarts: with or without a reset of the machine, or how long it"
              + " takes.",
          Types.firstOf(Delays.law().map(Emptied.Lasting::new), restart()),
          "cold-reboot");
  private static final Key<Double> ABORTS =
      Key.defaulted(
          "aborts",
          "Share of the copies that abort at the end of their live rounds.",
          Types.share(new Bounds(0, true, 1, false)),
          "0 %");
  private static final Key<Integer> RETRIES =
      Key.defaulted(
          "retries",
          "Further attempts for each guest on its way to the spare host.",
          Types.integer(0, 1000),
          "3");
  private static final Key<Double> RETRY_AFTER =
      Key.defaulted(
          "retry-after",
          "From an abort, the failure of the spare host, or giving up while what asks for it stays, to the next attempt.",
          Types.durationSeconds(),
          "1 min");
  private static final Key<Otherwise> OTHERWISE =
      Key.defaulted(
          "otherwise",
          "What follows when the last attempt to move a guest aborts.",
          Types.choice("way out", List.of(Otherwise.values()), Otherwise::label),
          "give-up");
  private static final Key<Back> RETURN =
      Key.defaulted(
          "return",
          "Whether the guests return (`home`), or the spare host becomes theirs (`stay`).",
          Types.choice("end", List.of(Back.values()), Back::label),
          "home");

  private MigrationType() {}

  /** The control laws. */
  private enum Law {
    XEN,
    PAPER,
    QEMU;

    ControlLaw of(MigrationPresets presets, double bitsPerSecond) {
      return switch (this) {
        case XEN -> presets.xen();
        case PAPER -> presets.paper();
        case QEMU -> presets.qemu(new QemuLaw.NoThrottle(), QEMU_PATIENCE, bitsPerSecond);
      };
    }
  }

  static Mapping<Migrate> type() {
    return Mapping.checked(
        "migration",
        "How the guests of a host are moved to a spare host while its VMM restarts.",
        MigrationType::migrate,
        HOW,
        LAW,
        ROUNDS,
        LINK,
        AT_ONCE,
        TIMES,
        RESTART,
        ABORTS,
        RETRIES,
        RETRY_AFTER,
        OTHERWISE,
        RETURN);
  }

  private static Optional<Migrate> migrate(Values read) {
    boolean given = read.get(TIMES).isPresent();
    for (Key<?> unused : List.of(HOW, LAW, ROUNDS, LINK, AT_ONCE)) {
      if (given && read.isGiven(unused)) {
        return read.refuse(
            unused, "no \"" + unused.name() + "\" beside \"times\"", "one", "keep one of them");
      }
    }
    if (read.isGiven(ROUNDS) && !read.get(HOW).equals(Optional.of(MigrationMode.HYBRID))) {
      return read.refuse(
          ROUNDS, "\"rounds\" only with \"how: hybrid\"", "another way", "remove it");
    }
    Times times =
        read.get(TIMES).<Times>map(t -> t).orElseGet(() -> new Times.Computed(move(read)));
    Aborts aborts =
        new Aborts(read.get(ABORTS), read.get(RETRIES), read.get(RETRY_AFTER), read.get(OTHERWISE));
    return Optional.of(new Migrate(times, read.get(RESTART), aborts, read.get(RETURN)));
  }

  private static Move move(Values read) {
    MigrationPresets presets = new MigrationPresets(Published.liveMigration());
    PostCopyLink like = presets.postCopyLink();
    double bitsPerSecond = read.get(LINK) * Byte.SIZE;
    return new Move(
        read.get(HOW),
        read.get(LAW).of(presets, bitsPerSecond),
        read.get(ROUNDS),
        CHOICE,
        bitsPerSecond,
        read.get(AT_ONCE),
        like.roundTripSeconds(),
        like.stateBytes(),
        presets.switchOver());
  }

  /** The name of a way in scenarios. */
  private static String word(Optional<MigrationMode> mode) {
    return mode.map(MigrationType::word).orElse("auto");
  }

  /** The name of a way of moving in scenarios and tables. */
  static String word(MigrationMode mode) {
    return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Type<Emptied> restart() {
    return Types.choice(
            "restart or a delay law",
            List.of(Mechanism.Reboot.COLD, Mechanism.Reboot.WARM),
            by -> by == Mechanism.Reboot.COLD ? "cold-reboot" : "quick-reload",
            List.of("2 min"))
        .map(Emptied.Rebooted::new);
  }

  private static Mapping<Times.Given> times() {
    Key<DelayLaw> copy = Key.required("copy", "The guest runs and is copied.", Delays.law());
    Key<DelayLaw> stop = Key.required("stop", "The guest stands still.", Delays.law());
    return Mapping.of(
        "migration times",
        "How long the copy of a guest takes, where that is not computed.",
        read -> new Times.Given(read.get(copy), read.get(stop)),
        copy,
        stop);
  }
}
