package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;

import hebe.models.migration.ChoicePolicy;
import hebe.models.migration.ConstantRate;
import hebe.models.migration.MigrationMode;
import hebe.models.migration.Move;
import hebe.models.migration.SwitchOver;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.models.recovery.Migrate;
import hebe.models.recovery.Migrate.Aborts;
import hebe.models.recovery.Migrate.Back;
import hebe.models.recovery.Migrate.Emptied;
import hebe.models.recovery.Migrate.Otherwise;
import hebe.models.recovery.Migrate.Times;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Rejuvenation by migration for the tests, written shortly. */
final class Migrations {
  private static final double HOUR = 3600;

  private Migrations() {}

  /** Spare hosts that fail after a delay of this law and are back after an hour. */
  static Spares spares(int count, DelayLaw crash) {
    return new Spares(count, Optional.of(crash), always(HOUR), OptionalDouble.empty());
  }

  /** Spare hosts that fail as the hosts do and are back after an hour. */
  static Spares spares(int count) {
    return new Spares(count, Optional.empty(), always(HOUR), OptionalDouble.empty());
  }

  /** One guest after another over a link of 2^30 bytes in 10 s. */
  static Move move(MigrationMode mode, int atOnce) {
    double bitsPerSecond = 8 * 0x1p30 / 10;
    return new Move(
        Optional.of(mode),
        new ConstantRate(bitsPerSecond, 0x1p20, 30),
        1,
        new ChoicePolicy(0.01, 0.1, 1, 1),
        bitsPerSecond,
        atOnce,
        0.001,
        1e6,
        new SwitchOver(1, 2));
  }

  static Migrate migrate(Times times, Aborts aborts, Back back) {
    return new Migrate(times, new Emptied.Rebooted(Reboot.COLD), aborts, back);
  }

  static Migrate computed(MigrationMode mode, int atOnce) {
    return migrate(new Times.Computed(move(mode, atOnce)), Aborts.NONE, Back.HOME);
  }

  static Migrate given(DelayLaw live, DelayLaw stopped, DelayLaw restart, Aborts aborts) {
    return new Migrate(
        new Times.Given(live, stopped), new Emptied.Lasting(restart), aborts, Back.HOME);
  }

  /** Some that differ in everything. */
  static List<Migrate> several() {
    Times chance = new Times.Given(new Exponential(0.2 * HOUR), new Exponential(0.1 * HOUR));
    return List.of(
        computed(MigrationMode.PRE_COPY, 2),
        computed(MigrationMode.POST_COPY, 1),
        migrate(chance, new Aborts(0.4, 1, 600, Otherwise.GIVE_UP), Back.HOME),
        migrate(chance, new Aborts(0.4, 0, 600, Otherwise.STOP_AND_COPY), Back.STAY),
        migrate(chance, new Aborts(0.4, 2, 600, Otherwise.WARM_REBOOT), Back.HOME));
  }
}
