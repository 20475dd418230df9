package hebe.scenarios.build;

import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent;
import hebe.models.aging.LeakEvent.Arrivals;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.LeakEvent.Use;
import hebe.models.aging.LeakPresets;
import hebe.models.aging.LeakPresets.Preset;
import hebe.models.aging.Resource.Unit;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a layer leaks, and when. */
final class LeakTypes {
  private static final int MOST_THINGS = 1_000_000_000;

  private final String layer;
  private final LeakPresets presets;
  private final Key<Optional<Size>> leak;
  private final Key<Optional<Long>> count =
      Key.optional("count", "What one event takes, as a number of things.", things());
  private final Key<Optional<On>> on;
  private final Key<Optional<Double>> errorShare =
      Key.optional(
          "error-share",
          "Share of the entries that end in a path for errors, for `on: error-paths`.",
          Types.share(new Bounds(0, false, 1, true)),
          "required with `on: error-paths`");
  private final Key<Optional<DelayLaw>> every =
      Key.optional(
          "every",
          "Time between two such events while the layer runs, for events that the model does not do.",
          Delays.law());
  private final Key<Optional<Integer>> bundle =
      Key.optional(
          "bundle",
          "How many events of `every`, or of use, are taken at once, to save events of the simulation.",
          Types.integer(1, 1_000_000_000),
          "1; of use so many that 10,000 bundles use up the capacity");
  private final Key<Integer> times =
      Key.defaulted(
          "times",
          "How often one event leaks, for example once for each virtual CPU of a guest.",
          Types.integer(1, 1_000_000),
          "1");
  private final Key<Optional<String>> name =
      Key.optional(
          "name",
          "Name of the leak.",
          Types.identifier(),
          "that of the known leak, or of the event");

  /** An event that the model does itself, or derives from what it knows. */
  private record On(String label, Optional<Own> own, Optional<Use.Kind> use) {
    static List<On> of(List<Own> events, boolean used) {
      List<On> all = new ArrayList<>();
      events.forEach(own -> all.add(new On(own.label(), Optional.of(own), Optional.empty())));
      if (used) {
        for (Use.Kind use : Use.Kind.values()) {
          all.add(new On(use.label(), Optional.empty(), Optional.of(use)));
        }
      }
      return all;
    }
  }

  LeakTypes(String layer, List<Own> events, boolean used, LeakPresets presets) {
    this.layer = layer;
    this.presets = presets;
    leak =
        Key.optional(
            "leak",
            "What one event takes, as memory: an amount or a known leak.",
            size("known leak", LeakPresets.Kind.LEAK));
    on =
        Key.optional(
            "on",
            used
                ? "The event, if the model itself does it, or derives from the workloads how often it happens."
                : "The event, if it is one that the model itself does.",
            Types.choice("event", On.of(events, used), On::label),
            "that of the known leak");
  }

  /** An amount of memory, and the preset that it is of. */
  record Size(long bytes, Optional<Preset> preset) {}

  /** A number of things. */
  static Type<Long> things() {
    return Types.wholeNumber(1, MOST_THINGS);
  }

  /** An amount of memory or the name of a known one. */
  Type<Size> size(String noun, LeakPresets.Kind kind) {
    Type<Size> amount = Types.memoryBytes().map(bytes -> new Size(bytes, Optional.empty()));
    if (presets.of(kind).isEmpty()) {
      return amount;
    }
    return Types.firstOf(
        amount,
        Types.choice(noun, presets.of(kind), Preset::name)
            .map(preset -> new Size(preset.bytes(), Optional.of(preset))));
  }

  Type<List<Counted>> list() {
    Mapping<Counted> one =
        Mapping.checked(
                layer + " leak",
                "What is lost at every event of a kind.",
                this::read,
                leak,
                count,
                on,
                errorShare,
                every,
                bundle,
                times,
                name)
            .exactlyOneOf(leak, count);
    return Types.listOf(one).required().uniqueBy("name", counted -> counted.leak().name());
  }

  /** A leak and what it is counted in. */
  record Counted(Leak leak, Unit unit) {}

  private Optional<Counted> read(Values v) {
    Optional<Preset> preset = v.get(leak).flatMap(Size::preset);
    Optional<LeakEvent> event = event(v, preset);
    Optional<String> called =
        v.get(name).or(() -> preset.map(Preset::name)).or(() -> v.get(on).map(On::label));
    if (event.isPresent() && called.isEmpty()) {
      return v.refuse(name, "the key \"name\"", "none", "add for example \"name: error-path\"");
    }
    long amount = v.get(leak).map(Size::bytes).or(() -> v.get(count)).orElseThrow();
    Unit unit = v.get(leak).isPresent() ? Unit.BYTES : Unit.COUNT;
    return event.map(
        what ->
            new Counted(new Leak(called.orElseThrow(), what, amount * v.get(times), preset), unit));
  }

  private Optional<LeakEvent> event(Values v, Optional<Preset> preset) {
    Optional<Own> known = preset.flatMap(Preset::event);
    Optional<Use.Kind> use = v.get(on).flatMap(On::use);
    if (v.get(every).isEmpty() && use.isEmpty() && v.isGiven(bundle)) {
      return v.refuse(
          bundle, "no \"bundle\" without \"every\" or use of the VMM", "one", "remove it");
    }
    if (v.get(every).isPresent()) {
      return v.get(on).isPresent()
          ? v.refuse(on, "one of the keys on or every", "both", "keep one of them")
          : arrivals(v);
    }
    if (known.isPresent() && v.get(on).isPresent() && !known.equals(v.get(on).get().own())) {
      return v.refuse(
          on,
          "the event of the known leak, \"" + known.get().label() + "\"",
          "\"" + v.get(on).get().label() + "\"",
          "remove it");
    }
    return use.isPresent() ? use(v, use.get()) : own(v, known);
  }

  private Optional<LeakEvent> own(Values v, Optional<Own> known) {
    Optional<LeakEvent> own = v.get(on).flatMap(On::own).or(() -> known).map(event -> event);
    return own.isPresent()
        ? own
        : v.refuse(on, "one of the keys on or every", "none", "add for example \"every: 1 day\"");
  }

  private Optional<LeakEvent> use(Values v, Use.Kind kind) {
    boolean errors = kind == Use.Kind.ERROR_PATHS;
    if (errors != v.get(errorShare).isPresent()) {
      return v.refuse(
          errorShare,
          errors ? "the key \"error-share\"" : "no \"error-share\" but with \"on: error-paths\"",
          errors ? "none" : "one",
          errors ? "add for example \"error-share: 0.001 %\"" : "remove it");
    }
    OptionalInt bundled = v.get(bundle).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    return Optional.of(new Use(kind, v.get(errorShare).orElse(1.0), bundled));
  }

  /** Events that come without time between them would make time stand still. */
  private Optional<LeakEvent> arrivals(Values v) {
    int bundled = v.get(bundle).orElse(1);
    double mean = v.get(every).orElseThrow().meanSeconds() * bundled;
    if (mean < Delays.LEAST_SECONDS) {
      return v.refuse(
          every,
          "at least " + Shown.seconds(Delays.LEAST_SECONDS) + " between two bundles, on average",
          Shown.seconds(mean),
          "write a larger \"bundle\"");
    }
    return Optional.of(new Arrivals(v.get(every).orElseThrow(), bundled));
  }
}
