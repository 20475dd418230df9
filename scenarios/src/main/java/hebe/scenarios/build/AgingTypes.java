package hebe.scenarios.build;

import hebe.models.aging.Aging;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.LeakPresets;
import hebe.models.aging.LeakPresets.Preset;
import hebe.models.aging.Resource;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Laws;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.scenarios.read.Variants;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How a layer ages: one stage by a law, several stages, or leaks into a resource. */
final class AgingTypes {
  private static final Bounds SOME = new Bounds(0, false, 1, true);
  private static final Key<Double> BELOW =
      Key.required("below", "Less than this share of the capacity is free.", Types.share(SOME));
  private static final Key<Double> SPEED =
      Key.required("speed", "Share of its work that the layer then does.", Types.share());

  private final String layer;
  private final LeakTypes leaks;
  private final Key<Optional<Long>> count =
      Key.optional(
          "count", "What is free in a fresh layer, as a number of things.", LeakTypes.things());
  private final Key<Optional<LeakTypes.Size>> capacity;
  private final Key<List<LeakTypes.Counted>> leaking;
  private final Key<Optional<Double>> crashBelow =
      Key.optional(
          "crash-below",
          "While less than this share of the capacity is free, `crash` may happen.",
          Types.share(SOME),
          "it crashes when nothing is left, not before");
  private final Key<List<Resource.Level>> slow =
      Key.defaulted(
          "slow",
          "Levels below which the layer is slow, with falling shares and speeds; they count in the capacity of guests with a workload.",
          Types.listOf(
              Mapping.of(
                  "slow level",
                  "Below a free share the layer is slow.",
                  v -> new Resource.Level(v.get(BELOW), v.get(SPEED)),
                  BELOW,
                  SPEED)),
          "[]");

  /**
   * Aging of a layer.
   *
   * @param layer its name in the reference
   * @param events what the model does that may leak
   * @param used whether guests use it
   */
  AgingTypes(String layer, List<Own> events, boolean used, LeakPresets presets) {
    this.layer = layer;
    leaks = new LeakTypes(layer, events, used, presets);
    capacity =
        Key.optional(
            "capacity",
            "What is free in a fresh layer, as memory.",
            leaks.size("known resource", LeakPresets.Kind.CAPACITY));
    leaking = Key.required("leaks", "What is lost, and when.", leaks.list());
  }

  Type<Aging> type() {
    Variants<Aging> ways = Variants.of("way of aging of a " + layer, "How a " + layer + " ages.");
    for (Variants.Variant<DelayLaw> law : Laws.named().variants()) {
      Type<Aging> stage = law.type().map(read -> Aging.Stages.of(Delays.bounded(read)));
      ways = ways.with(law.name(), law.doc(), stage);
    }
    Type<Aging> stages =
        Types.listOf(
                Delays.law().<Aging.Stage>map(lasts -> new Aging.Stage(lasts, Optional.empty())))
            .required()
            .map(Aging.Stages::new);
    ways =
        ways.with("stages", "Several stages, each of this length, then failure-probable.", stages)
            .with("resource", "Leaks use up a resource.", resource());
    Type<Aging> fixed =
        Types.durationSeconds(Bounds.notNegative())
            .map(seconds -> Aging.Stages.of(new Deterministic(seconds)));
    return Types.firstOf(ways, fixed);
  }

  private Mapping<Resource> resource() {
    return Mapping.checked(
            layer + " resource",
            "A finite resource that leaks use up; when nothing is left, the layer crashes.",
            this::read,
            capacity,
            count,
            leaking,
            crashBelow,
            slow)
        .exactlyOneOf(capacity, count);
  }

  private Optional<Resource> read(Values v) {
    boolean memory = v.get(capacity).isPresent();
    Resource.Unit unit = memory ? Resource.Unit.BYTES : Resource.Unit.COUNT;
    if (v.get(leaking).stream().anyMatch(leak -> leak.unit() != unit)) {
      return v.refuse(
          leaking,
          memory ? "\"leak\" in a resource of memory" : "\"count\" in a resource of things",
          memory ? "\"count\"" : "\"leak\"",
          "write both the same way");
    }
    OptionalDouble below =
        v.get(crashBelow).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    Optional<Preset> preset = v.get(capacity).flatMap(LeakTypes.Size::preset);
    long amount = v.get(capacity).map(LeakTypes.Size::bytes).or(() -> v.get(count)).orElseThrow();
    return Optional.of(
        new Resource(
            amount,
            unit,
            v.get(leaking).stream().map(LeakTypes.Counted::leak).toList(),
            below,
            v.get(slow),
            preset));
  }
}
