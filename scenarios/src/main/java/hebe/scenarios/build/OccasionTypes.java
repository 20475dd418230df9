package hebe.scenarios.build;

import hebe.models.migration.ConstantRate;
import hebe.models.migration.UniformFormulas;
import hebe.models.modes.Move;
import hebe.models.modes.Occasion;
import hebe.models.modes.Occasion.Act;
import hebe.models.modes.Occasion.Demand;
import hebe.models.policy.Window;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import java.util.Optional;

/** What comes up on a host that can put a VMM under its system. */
final class OccasionTypes {
  private static final Key<DelayLaw> EVERY =
      Key.required("every", "From the end of one, or the start, to the next.", Delays.law());

  private OccasionTypes() {}

  static Mapping<Occasion> maintenance() {
    Key<DelayLaw> lasts = Key.required("lasts", "Duration of the work.", Delays.law());
    Key<Move> migration = migrationKey();
    return Mapping.checked(
        "maintenance",
        "Work on the machine: on a VMM the system moves away and back, without one it is down and boots.",
        v ->
            lasting(v, EVERY)
                .map(every -> new Occasion.Maintenance(every, v.get(lasts), v.get(migration))),
        EVERY,
        lasts,
        migration);
  }

  static Mapping<Occasion> update() {
    Key<DelayLaw> lasts =
        Key.required("lasts", "Duration of the patching of the running system.", Delays.law());
    Key<DelayLaw> stop =
        Key.defaulted("stop", "How long it stands still at the end of it.", Delays.law(), "0 s");
    return Mapping.checked(
        "update",
        "A change of the system: on a VMM it is patched while it runs, without one it boots.",
        v -> lasting(v, EVERY).map(every -> new Occasion.Update(every, v.get(lasts), v.get(stop))),
        EVERY,
        lasts,
        stop);
  }

  static Mapping<Occasion> checkpoints() {
    Key<DelayLaw> every =
        Key.required("every", "From the end of one, or from a boot, to the next.", Delays.law());
    Key<Long> memory = Key.required("memory", "State that is saved.", Types.memoryBytes());
    Key<Double> rate =
        Key.required("rate", "How fast it is saved, and read back.", Types.bytesPerSecond());
    Key<DelayLaw> job =
        Key.required(
            "job",
            "Without a VMM: from the begin of a job to its end, which saves it.",
            Delays.law());
    return Mapping.checked(
        "checkpoints",
        "Saving the state of the system, so that a crash loses no more than the work since; the system stands still meanwhile.",
        v -> {
          DelayLaw save = new Deterministic(v.get(memory) / v.get(rate));
          return lasting(v, every)
              .flatMap(
                  due ->
                      lasting(v, job).map(end -> new Occasion.Checkpoints(due, save, save, end)));
        },
        every,
        memory,
        rate,
        job);
  }

  static Mapping<Occasion> suspicion() {
    Key<Double> detection =
        Key.defaulted(
            "detection",
            "How often a failure of the hardware is announced.",
            Types.share(new Bounds(0, false, 1, true)),
            "100 %");
    Key<DelayLaw> lead =
        Key.required("lead", "From the announcement to the failure.", Delays.law());
    Key<Optional<DelayLaw>> falseAlarm =
        Key.optional(
            "false-alarm",
            "From one false alarm that was answered to the next.",
            Delays.law(),
            "there are none");
    Key<Optional<Act.Evacuate>> evacuate =
        Key.optional(
            "evacuate", "The system moves away while the machine is put right.", evacuate());
    Key<Optional<Act.Save>> save =
        Key.optional("save", "The state of the system is saved.", save());
    return Mapping.<Occasion>of(
            "suspicion",
            "A detector of failures of the hardware that come; without a VMM nothing is done about them.",
            v ->
                new Occasion.Suspicion(
                    v.get(detection),
                    v.get(lead),
                    v.get(falseAlarm),
                    v.get(evacuate).<Act>map(act -> act).or(() -> v.get(save)).orElseThrow()),
            detection,
            lead,
            falseAlarm,
            evacuate,
            save)
        .exactlyOneOf(evacuate, save);
  }

  private static Mapping<Act.Evacuate> evacuate() {
    Key<Move> migration = migrationKey();
    Key<DelayLaw> lasts = Key.required("lasts", "How long the machine is worked on.", Delays.law());
    return Mapping.of(
        "evacuation",
        "The system moves away, and back when the machine is right again.",
        v -> new Act.Evacuate(v.get(migration), v.get(lasts)),
        migration,
        lasts);
  }

  private static Mapping<Act.Save> save() {
    Key<Long> memory = Key.required("memory", "State that is saved.", Types.memoryBytes());
    Key<Double> rate = Key.required("rate", "How fast.", Types.bytesPerSecond());
    return Mapping.of(
        "save on suspicion",
        "The state is saved at an alarm.",
        v -> new Act.Save(new Deterministic(v.get(memory) / v.get(rate))),
        memory,
        rate);
  }

  static Mapping<Occasion> hosting() {
    Key<Integer> guests =
        Key.required("guests", "How many further guests there are.", Types.integer(1, 64));
    Key<Optional<Window>> hours =
        Key.optional("hours", "When all of them want to be there.", WindowTypes.hours());
    Key<Optional<DelayLaw>> stay =
        Key.optional("stay", "How long one wants to be there each time.", Delays.law());
    Key<Optional<DelayLaw>> absent =
        Key.optional(
            "absent",
            "With `stay`: how long it does not between.",
            Delays.law(),
            "not with `hours`");
    return Mapping.<Occasion>checked(
            "hosting",
            "Further guests on the VMM; without one they are not served.",
            v -> demand(v, hours, stay, absent).map(d -> new Occasion.Hosting(v.get(guests), d)),
            guests,
            hours,
            stay,
            absent)
        .exactlyOneOf(hours, stay);
  }

  private static Optional<Demand> demand(
      Values read,
      Key<Optional<Window>> hours,
      Key<Optional<DelayLaw>> stay,
      Key<Optional<DelayLaw>> absent) {
    if (read.get(stay).isPresent() != read.get(absent).isPresent()) {
      return read.refuse(
          absent,
          "\"stay\" and \"absent\" together",
          "only one of them",
          read.get(stay).isPresent() ? "add for example \"absent: 8 h\"" : "remove it");
    }
    return read.get(hours)
        .<Demand>map(Demand.Calendar::new)
        .or(() -> read.get(stay).map(s -> new Demand.Now(read.get(absent).orElseThrow(), s)));
  }

  private static Key<Move> migrationKey() {
    return Key.required("migration", "How the system moves, each way.", migration());
  }

  /** A pre-copy at a constant rate with uniform dirtying. */
  private static Mapping<Move> migration() {
    Key<Long> memory = Key.required("memory", "Memory that is copied.", Types.memoryBytes());
    Key<Double> rate = Key.required("rate", "Rate of the link.", Types.bytesPerSecond());
    Key<Double> dirty =
        Key.required(
            "dirty-rate",
            "How fast the running system writes to other memory.",
            Types.bytesPerSecond());
    Key<Long> stopBelow =
        Key.defaulted(
            "stop-below", "What is left when it is stopped.", Types.memoryBytes(), "200 KiB");
    Key<Integer> rounds =
        Key.defaulted("rounds", "Most rounds while it runs.", Types.integer(0, 1000), "29");
    Key<Double> switchOver =
        Key.defaulted(
            "switch-over",
            "Fixed part of the standstill.",
            Types.durationSeconds(Bounds.notNegative()),
            "9 ms");
    return Mapping.of(
        "move of a system",
        "Live migration by pre-copy of a memory that is written to evenly.",
        v ->
            Move.of(
                new UniformFormulas(
                    v.get(memory),
                    v.get(dirty),
                    new ConstantRate(v.get(rate) * Byte.SIZE, v.get(stopBelow), v.get(rounds)),
                    v.get(switchOver))),
        memory,
        rate,
        dirty,
        stopBelow,
        rounds,
        switchOver);
  }

  /** A delay that comes again and again must take some time. */
  private static Optional<DelayLaw> lasting(Values read, Key<DelayLaw> key) {
    DelayLaw law = read.get(key);
    if (law.meanSeconds() < Delays.LEAST_SECONDS) {
      return read.refuse(
          key,
          "a mean of at least " + Shown.seconds(Delays.LEAST_SECONDS),
          Shown.seconds(law.meanSeconds()),
          "write a longer one");
    }
    return Optional.of(law);
  }
}
