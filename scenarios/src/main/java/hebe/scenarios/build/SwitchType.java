package hebe.scenarios.build;

import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.load.Execution;
import hebe.models.modes.ModeSwitch;
import hebe.models.selfvirt.Relatives;
import hebe.models.selfvirt.Relatives.Relative;
import hebe.models.selfvirt.SwitchDesign;
import hebe.models.selfvirt.SwitchLaw;
import hebe.models.selfvirt.SwitchSize;
import hebe.models.selfvirt.SwitchTimes;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import java.util.Optional;

/** What a switch between native and virtual mode costs, and how it fails. */
final class SwitchType {
  private static final double GIB = 1024.0 * 1024 * 1024;
  private static final Bounds BELOW_ALL = new Bounds(0, true, 1, false);

  private final Key<Optional<DelayLaw>> attach =
      Key.optional(
          "attach",
          "Duration from native to virtual; goes with `detach`.",
          Delays.law(),
          "computed by the law of [switches](self-virtualization.md)");
  private final Key<Optional<DelayLaw>> detach =
      Key.optional(
          "detach",
          "Duration from virtual to native; goes with `attach`.",
          Delays.law(),
          "computed by the law of [switches](self-virtualization.md)");
  private final Key<Optional<Integer>> processes =
      Key.optional(
          "processes",
          "Processes of the system, for computed durations.",
          Types.integer(1, 1_000_000),
          "those of the light load at which a switch was measured");
  private final Key<SwitchDesign.Records> records =
      Key.defaulted(
          "records",
          "How the VMM learns types and counts of the frames, for computed durations.",
          Types.choice("record of frames", SwitchDesign.Records.all(), SwitchDesign.Records::label),
          "recompute");
  private final Key<Double> busy =
      Key.defaulted(
          "busy", "How often an attempt must be repeated.", Types.share(BELOW_ALL), "0 %");
  private final Key<Double> retry =
      Key.defaulted("retry", "From an attempt to the next.", Types.durationSeconds(), "10 ms");
  private final Key<Double> failure =
      Key.defaulted(
          "failure", "How often an attach fails at its end.", Types.share(BELOW_ALL), "0 %");
  private final Key<Double> crash =
      Key.defaulted(
          "crash",
          "How often a failed attach crashes the system, which otherwise stays native and tries again.",
          Types.share(),
          "0 %");

  /**
   * A switch as it was written.
   *
   * @param times its durations if they were given
   * @param processes of the system, for computed ones
   * @param records likewise
   * @param how it fails, with durations of 0
   */
  record Given(
      Optional<Times> times,
      Optional<Integer> processes,
      SwitchDesign.Records records,
      ModeSwitch how) {

    /** The switch, if its durations are given or can be computed. */
    Optional<Timed> on(Profile hardware, Optional<Execution> execution) {
      return times
          .map(t -> new Timed(with(t.attach(), t.detach()), 0, t.attachOrigin(), t.detachOrigin()))
          .or(() -> execution.flatMap(runs -> computed(hardware, runs)));
    }

    private Optional<Timed> computed(Profile hardware, Execution runs) {
      try {
        SwitchLaw law = SwitchLaw.of(runs.costs(), runs.clock());
        SwitchSize light = SwitchSize.light(law.figures());
        SwitchSize size =
            SwitchSize.of(
                law.figures(),
                hardware.get(Parameter.MEMORY) * GIB,
                processes.map(Integer::doubleValue).orElse(light.processes()),
                (int) hardware.get(Parameter.CORES));
        SwitchDesign design = SwitchDesign.of(records);
        SwitchTimes found =
            law.times(design, size, SwitchLaw.Basis.CALIBRATED, law.retry(how.busy()));
        return Optional.of(
            new Timed(
                with(
                    new Deterministic(found.attachSeconds().value()),
                    new Deterministic(found.detachSeconds().value())),
                found.nativeTax().value(),
                lawOf(size, found, found.attachSeconds()),
                lawOf(size, found, found.detachSeconds())));
      } catch (IllegalArgumentException lacking) {
        // The mode has no hypercalls, or their costs on this processor are not known.
        return Optional.empty();
      }
    }

    private static String lawOf(
        SwitchSize size, SwitchTimes found, hebe.models.timing.Bounds seconds) {
      return "derived: time law, "
          + Shown.number(size.processes())
          + " processes, "
          + range(seconds)
          + (found.unverified().isEmpty() ? "" : ", unverified");
    }

    private ModeSwitch with(DelayLaw attach, DelayLaw detach) {
      return new ModeSwitch(
          attach, detach, how.busy(), how.retrySeconds(), how.failure(), how.crash());
    }
  }

  /** Durations that were given, or those of a published system, and where each is from. */
  record Times(DelayLaw attach, DelayLaw detach, String attachOrigin, String detachOrigin) {}

  /**
   * A switch with durations.
   *
   * @param nativeTax share of the work that its design costs in native mode
   * @param attachOrigin where the duration of an attach is from
   * @param detachOrigin likewise
   */
  record Timed(ModeSwitch switching, double nativeTax, String attachOrigin, String detachOrigin) {}

  private SwitchType() {}

  /** A switch by its parts, or that of a published system by its name. */
  static Type<Given> type() {
    Relatives relatives = Relatives.load();
    Type<Given> named =
        Types.choice("published switch", relatives.withTimes(), name -> name)
            .map(name -> published(relatives, name));
    return Types.firstOf(named, mapping());
  }

  private static Given published(Relatives relatives, String name) {
    SwitchTimes times = relatives.times(name);
    return new Given(
        Optional.of(
            new Times(
                new Deterministic(times.attachSeconds().value()),
                new Deterministic(times.detachSeconds().value()),
                catalog(relatives.step(name, "attach")),
                catalog(relatives.step(name, "detach")))),
        Optional.empty(),
        SwitchDesign.Records.RECOMPUTED,
        ModeSwitch.lasting(0, 0));
  }

  private static String catalog(Relative step) {
    return "catalog: "
        + step.system()
        + ", "
        + range(step.seconds().orElseThrow())
        + ", "
        + step.provenance().label()
        + (step.provenance().verified() ? "" : ", unverified");
  }

  private static String range(hebe.models.timing.Bounds seconds) {
    return "range " + Shown.seconds(seconds.low()) + " .. " + Shown.seconds(seconds.high());
  }

  private static Mapping<Given> mapping() {
    SwitchType keys = new SwitchType();
    return Mapping.checked(
        "mode switch",
        "Putting the VMM under the running system, and taking it away.",
        keys::read,
        keys.attach,
        keys.detach,
        keys.processes,
        keys.records,
        keys.busy,
        keys.retry,
        keys.failure,
        keys.crash);
  }

  private Optional<Given> read(Values read) {
    if (read.get(attach).isPresent() != read.get(detach).isPresent()) {
      boolean lacksAttach = read.get(attach).isEmpty();
      return read.refuse(
          lacksAttach ? detach : attach,
          "\"attach\" and \"detach\" together",
          "only one of them",
          "add the other, or remove it to have both computed");
    }
    for (Key<?> size : new Key<?>[] {processes, records}) {
      if (read.get(attach).isPresent() && read.isGiven(size)) {
        return read.refuse(
            size, "no \"" + size.name() + "\" beside given durations", "one", "remove it");
      }
    }
    ModeSwitch how =
        new ModeSwitch(
            new Deterministic(0),
            new Deterministic(0),
            read.get(busy),
            read.get(retry),
            read.get(failure),
            read.get(crash));
    Optional<Times> times =
        read.get(attach).map(on -> new Times(on, read.get(detach).orElseThrow(), "given", "given"));
    return Optional.of(new Given(times, read.get(processes), read.get(records), how));
  }
}
