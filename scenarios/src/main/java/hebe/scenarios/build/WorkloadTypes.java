package hebe.scenarios.build;

import hebe.models.timing.Bounds;
import hebe.models.timing.Count;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.Workload;
import hebe.models.timing.Workloads;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Node;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.result.Provenance;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workloads of a scenario, beside those that ship with Hebe. */
final class WorkloadTypes {
  private static final String NAME = "workloads";

  /** More events per second than a core has cycles are none. */
  private static final double MOST_PER_SECOND = 1e10;

  private final Map<String, Workload> shipped = new LinkedHashMap<>();
  private final Mapping<Own> own = own();
  private final Key<Map<String, Workload>> key;

  WorkloadTypes(Workloads catalog) {
    catalog.names().forEach(name -> shipped.put(name, catalog.get(name)));
    key =
        Key.defaulted(
            NAME,
            "Workloads of your own, by their names.",
            Types.mapOf(own).map(this::named),
            "{}");
  }

  /** A workload before it has its name. */
  private record Own(String description, Map<TrapEvent, Count> counts) {
    Workload named(String name) {
      return new Workload(name, 1, counts, description);
    }
  }

  /** The key at the top of a scenario. */
  Key<Map<String, Workload>> key() {
    return key;
  }

  /** Those that ship with Hebe. */
  Map<String, Workload> shipped() {
    return Collections.unmodifiableMap(shipped);
  }

  /**
   * All that guests in a file can name. One with a problem, which the key reports, still has its
   * name.
   */
  Map<String, Workload> knownIn(Node tree) {
    Map<String, Workload> known = new LinkedHashMap<>(shipped);
    Optional<Node> there =
        tree instanceof Node.MapNode top
            ? top.entry(NAME).map(Node.Entry::value)
            : Optional.empty();
    if (there.isPresent() && there.get() instanceof Node.MapNode map) {
      for (Node.Entry entry : map.entries()) {
        Own read = own.bind(entry.value(), new Problems()).orElse(new Own("", Map.of()));
        known.putIfAbsent(entry.key(), read.named(entry.key()));
      }
    }
    return Collections.unmodifiableMap(known);
  }

  private Map<String, Workload> named(Map<String, Own> read) {
    Map<String, Workload> workloads = new LinkedHashMap<>();
    read.forEach(
        (name, one) -> {
          if (shipped.containsKey(name)) {
            throw new IllegalArgumentException(
                "a workload: expected with a name that none of Hebe has, got \"" + name + "\"");
          }
          workloads.put(name, one.named(name));
        });
    return Collections.unmodifiableMap(workloads);
  }

  private static Mapping<Own> own() {
    Key<String> description =
        Key.defaulted("description", "What it is about.", Types.text(), "no description");
    Key<Map<TrapEvent, Count>> rates =
        Key.required("rates", "How often what happens, per second of native work.", rates());
    return Mapping.of(
        "workload",
        "What a guest does at the scale of cycles.",
        v -> new Own(v.get(description), v.get(rates)),
        description,
        rates);
  }

  private static Mapping<Map<TrapEvent, Count>> rates() {
    Map<TrapEvent, Key<Optional<Double>>> keys = new EnumMap<>(TrapEvent.class);
    Arrays.stream(TrapEvent.values())
        .filter(event -> event.kind() != TrapEvent.Kind.PART)
        .forEach(event -> keys.put(event, rate(event)));
    return Mapping.of(
        "set of event rates",
        "How often events happen, per second of native work; an operation already contains its"
            + " exits.",
        v -> counts(v, keys),
        List.copyOf(keys.values()).toArray(Key<?>[]::new));
  }

  private static Key<Optional<Double>> rate(TrapEvent event) {
    String doc = Character.toUpperCase(event.doc().charAt(0)) + event.doc().substring(1) + ".";
    return Key.optional(
        event.label(),
        doc,
        Types.ratePerSecond(hebe.scenarios.read.Bounds.closed(0, MOST_PER_SECOND)),
        "never");
  }

  private static Map<TrapEvent, Count> counts(
      Values read, Map<TrapEvent, Key<Optional<Double>>> keys) {
    Map<TrapEvent, Count> counts = new EnumMap<>(TrapEvent.class);
    keys.forEach(
        (event, rate) ->
            read.get(rate)
                .ifPresent(
                    perSecond ->
                        counts.put(
                            event,
                            new Count(
                                Bounds.exact(perSecond),
                                Provenance.COMPUTED,
                                read.place(rate).toString(),
                                "given"))));
    return counts;
  }
}
