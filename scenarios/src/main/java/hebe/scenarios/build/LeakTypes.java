package hebe.scenarios.build;

import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent;
import hebe.models.aging.LeakEvent.Arrivals;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.LeakPresets;
import hebe.models.aging.LeakPresets.Preset;
import hebe.models.aging.Resource.Unit;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import java.util.List;
import java.util.Optional;

/** What a layer leaks, and when. */
final class LeakTypes {
  private static final int MOST_THINGS = 1_000_000_000;

  private final String layer;
  private final LeakPresets presets;
  private final Key<Optional<Size>> leak;
  private final Key<Optional<Long>> count =
      Key.optional("count", "What one event takes, as a number of things.", things());
  private final Key<Optional<Own>> on;
  private final Key<Optional<DelayLaw>> every =
      Key.optional(
          "every",
          "Time between two such events while the layer runs, for events that the model does not do.",
          Delays.law());
  private final Key<Integer> bundle =
      Key.defaulted(
          "bundle",
          "How many events of `every` are taken at once, to save events of the simulation.",
          Types.integer(1, 1_000_000_000),
          "1");
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

  LeakTypes(String layer, List<Own> events, LeakPresets presets) {
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
            "The event, if it is one that the model itself does.",
            Types.choice("event", events, Own::label),
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
        v.get(name).or(() -> preset.map(Preset::name)).or(() -> v.get(on).map(Own::label));
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
    if (v.get(every).isEmpty() && v.isGiven(bundle)) {
      return v.refuse(bundle, "no \"bundle\" without \"every\"", "one", "remove it");
    }
    if (v.get(every).isPresent()) {
      return v.get(on).isPresent()
          ? v.refuse(on, "one of the keys on or every", "both", "keep one of them")
          : arrivals(v);
    }
    if (known.isPresent() && v.get(on).isPresent() && !known.equals(v.get(on))) {
      return v.refuse(
          on,
          "the event of the known leak, \"" + known.get().label() + "\"",
          "\"" + v.get(on).get().label() + "\"",
          "remove it");
    }
    Optional<LeakEvent> own = v.get(on).or(() -> known).map(event -> event);
    return own.isPresent()
        ? own
        : v.refuse(on, "one of the keys on or every", "none", "add for example \"every: 1 day\"");
  }

  /** Events that come without time between them would make time stand still. */
  private Optional<LeakEvent> arrivals(Values v) {
    double mean = v.get(every).orElseThrow().meanSeconds() * v.get(bundle);
    if (mean < Delays.LEAST_SECONDS) {
      return v.refuse(
          every,
          "at least " + Shown.seconds(Delays.LEAST_SECONDS) + " between two bundles, on average",
          Shown.seconds(mean),
          "write a larger \"bundle\"");
    }
    return Optional.of(new Arrivals(v.get(every).orElseThrow(), v.get(bundle)));
  }
}
