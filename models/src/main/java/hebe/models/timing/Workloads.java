package hebe.models.timing;

import hebe.sim.result.Provenance;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The workloads that ship with Hebe, by name. */
public final class Workloads {
  private static final List<String> COLUMNS = List.of("name", "native_seconds", "description");
  private static final List<String> COUNT_COLUMNS =
      List.of("workload", "event", "count", "low", "high", "provenance", "source", "note");

  private final Map<String, Workload> byName;

  private Workloads(Map<String, Workload> byName) {
    this.byName = byName;
  }

  /** The workloads that ship with Hebe. */
  public static Workloads load() {
    return read(TableText.shipped("workloads.csv"), TableText.shipped("workload-counts.csv"));
  }

  /** The workloads of a table and a table of their counts; all problems come together. */
  public static Workloads read(TableText workloads, TableText counts) {
    TableReader reader = new TableReader();
    Map<String, Workload> byName = new LinkedHashMap<>();
    reader.rows(workloads, COLUMNS, row -> begin(row, byName));
    reader.rows(counts, COUNT_COLUMNS, row -> add(row, byName));
    reader.finish();
    return new Workloads(byName);
  }

  private static void begin(TableReader.Row row, Map<String, Workload> byName) {
    Optional<String> name = row.name("name");
    OptionalDouble seconds = row.number("native_seconds");
    if (name.isEmpty() || seconds.isEmpty()) {
      return;
    }
    if (seconds.getAsDouble() == 0) {
      row.problem("native_seconds: expected a time above 0, got 0");
    } else if (byName.containsKey(name.get())) {
      row.problem(name.get() + " is given twice");
    } else {
      double nativeSeconds = seconds.getAsDouble();
      byName.put(
          name.get(), new Workload(name.get(), nativeSeconds, Map.of(), row.text("description")));
    }
  }

  private static void add(TableReader.Row row, Map<String, Workload> byName) {
    Optional<Workload> workload =
        row.word(
            "workload",
            List.copyOf(byName.keySet()),
            name -> Optional.ofNullable(byName.get(name)));
    Optional<TrapEvent> event = row.event("event");
    Optional<Bounds> times = row.bounds("count");
    Optional<Provenance> provenance = row.provenance();
    Optional<String> source = row.name("source");
    if (workload.isEmpty() || event.isEmpty() || times.isEmpty()) {
      return;
    }
    if (provenance.isEmpty() || source.isEmpty()) {
      return;
    }
    if (event.get().kind() == TrapEvent.Kind.PART) {
      row.problem(event.get().label() + " is a part of other events and is not counted");
      return;
    }
    Map<TrapEvent, Count> counts = new EnumMap<>(TrapEvent.class);
    counts.putAll(workload.get().counts());
    Count count = new Count(times.get(), provenance.get(), source.get(), row.text("note"));
    if (counts.put(event.get(), count) != null) {
      row.problem(workload.get().name() + " " + event.get().label() + " is given twice");
    }
    Workload more =
        new Workload(
            workload.get().name(),
            workload.get().nativeSeconds(),
            counts,
            workload.get().description());
    byName.put(more.name(), more);
  }

  /** All names, in the order of the table. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The one with this name; otherwise an error names the nearest ones. */
  public Workload get(String name) {
    Workload found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException(Nearest.unknown("workload", name, names()));
    }
    return found;
  }
}
