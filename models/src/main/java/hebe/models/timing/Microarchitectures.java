package hebe.models.timing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The processors that costs are known for, by name. */
public final class Microarchitectures {
  private static final List<String> COLUMNS = List.of("name", "extensions", "clock_mhz", "note");
  private static final double HERTZ_PER_MHZ = 1e6;

  private final Map<String, Microarchitecture> byName;

  private Microarchitectures(Map<String, Microarchitecture> byName) {
    this.byName = byName;
  }

  /** The processors that ship with Hebe. */
  public static Microarchitectures load() {
    return read(TableText.shipped("microarchitectures.csv"));
  }

  /** The processors of a table; all its problems come together. */
  public static Microarchitectures read(TableText table) {
    TableReader reader = new TableReader();
    TableReader.Once once = new TableReader.Once();
    Map<String, Microarchitecture> byName = new LinkedHashMap<>();
    reader.rows(
        table, COLUMNS, row -> processor(row, once).ifPresent(cpu -> byName.put(cpu.name(), cpu)));
    reader.finish();
    return new Microarchitectures(byName);
  }

  private static Optional<Microarchitecture> processor(TableReader.Row row, TableReader.Once once) {
    Optional<String> name = row.name("name");
    Optional<Extensions> extensions =
        row.word(
            "extensions",
            Arrays.stream(Extensions.values()).map(Extensions::label).toList(),
            Microarchitectures::extensions);
    OptionalDouble hertz = OptionalDouble.empty();
    if (!row.text("clock_mhz").isEmpty()) {
      OptionalDouble mhz = row.number("clock_mhz");
      if (mhz.isEmpty()) {
        return Optional.empty();
      }
      hertz = OptionalDouble.of(mhz.getAsDouble() * HERTZ_PER_MHZ);
    }
    if (name.isEmpty() || extensions.isEmpty() || !once.first(row, name.get(), name.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new Microarchitecture(name.get(), extensions.get(), hertz, row.text("note")));
  }

  private static Optional<Extensions> extensions(String label) {
    return Arrays.stream(Extensions.values()).filter(e -> e.label().equals(label)).findFirst();
  }

  /** All names, in the order of the table. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** Whether there is one with this name. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The one with this name; otherwise an error names the nearest ones. */
  public Microarchitecture get(String name) {
    Microarchitecture found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException(Nearest.unknown("CPU", name, names()));
    }
    return found;
  }
}
