package hebe.models.timing;

import hebe.sim.result.Provenance;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What each event costs in each mode on each processor. */
public final class TrapCostTable {
  private static final List<String> FILES =
      List.of(
          "xeon-2003.csv",
          "type-two.csv",
          "bypass.csv",
          "translation-2006.csv",
          "vtx.csv",
          "cascade-lake-2023.csv");

  private static final List<String> COLUMNS =
      List.of(
          "microarchitecture",
          "clock_mhz",
          "mode",
          "event",
          "cycles",
          "low",
          "high",
          "provenance",
          "source",
          "note");

  private final Microarchitectures microarchitectures;
  private final Map<Key, CostCell> cells;

  private TrapCostTable(Microarchitectures microarchitectures, Map<Key, CostCell> cells) {
    this.microarchitectures = microarchitectures;
    this.cells = cells;
  }

  /** The tables that ship with Hebe. */
  public static TrapCostTable load() {
    return read(Microarchitectures.load(), FILES.stream().map(TableText::shipped).toList());
  }

  /** The cells of these tables together; all problems of all tables come together. */
  public static TrapCostTable read(Microarchitectures cpus, List<TableText> tables) {
    TableReader reader = new TableReader();
    TableReader.Once once = new TableReader.Once();
    Map<Key, CostCell> cells = new LinkedHashMap<>();
    for (TableText table : tables) {
      reader.rows(
          table,
          COLUMNS,
          row ->
              cell(row, cpus)
                  .filter(cell -> once.first(row, Key.of(cell), cell.label()))
                  .ifPresent(cell -> cells.put(Key.of(cell), cell)));
    }
    reader.finish();
    return new TrapCostTable(cpus, cells);
  }

  private static Optional<CostCell> cell(TableReader.Row row, Microarchitectures cpus) {
    Optional<String> cpu =
        row.word(
            "microarchitecture",
            cpus.names(),
            name -> cpus.has(name) ? Optional.of(name) : Optional.empty());
    Optional<Mode> mode = row.mode();
    Optional<TrapEvent> event = row.event("event");
    Optional<Bounds> cycles = row.bounds("cycles");
    Optional<Provenance> provenance = row.provenance();
    Optional<String> source = row.name("source");
    if (!row.text("clock_mhz").isEmpty() && row.number("clock_mhz").isEmpty()) {
      return Optional.empty();
    }
    if (cpu.isEmpty() || mode.isEmpty() || event.isEmpty()) {
      return Optional.empty();
    }
    if (cycles.isEmpty() || provenance.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    Microarchitecture processor = cpus.get(cpu.get());
    if (!processor.supports(mode.get())) {
      row.problem(
          processor.name()
              + " has "
              + processor.extensions().words()
              + ", not "
              + mode.get().needs().words());
      return Optional.empty();
    }
    Cost cost = new Cost(cycles.get(), provenance.get(), source.get(), row.text("note"));
    return Optional.of(new CostCell(cpu.get(), mode.get(), event.get(), cost));
  }

  /** The processors. */
  public Microarchitectures microarchitectures() {
    return microarchitectures;
  }

  /** All cells, in the order of the files. */
  public List<CostCell> cells() {
    return List.copyOf(cells.values());
  }

  /** The modes with at least one cell on this processor, in the order of {@link Mode}. */
  public List<Mode> modes(String microarchitecture) {
    microarchitectures.get(microarchitecture);
    return Arrays.stream(Mode.values())
        .filter(mode -> !events(microarchitecture, mode).isEmpty())
        .toList();
  }

  /** The events with a cell in this mode on this processor, in the order of {@link TrapEvent}. */
  public List<TrapEvent> events(String microarchitecture, Mode mode) {
    return Arrays.stream(TrapEvent.values())
        .filter(event -> find(microarchitecture, mode, event).isPresent())
        .toList();
  }

  /** The cell, if there is one. */
  public Optional<CostCell> find(String microarchitecture, Mode mode, TrapEvent event) {
    return Optional.ofNullable(cells.get(new Key(microarchitecture, mode, event)));
  }

  /** The cell; an error says whether the processor, the mode or the event is the matter. */
  public CostCell cell(String microarchitecture, Mode mode, TrapEvent event) {
    microarchitectures.get(microarchitecture).require(mode);
    return find(microarchitecture, mode, event)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no cost of "
                        + event.label()
                        + " in mode "
                        + mode.label()
                        + " on "
                        + microarchitecture
                        + "; there are "
                        + events(microarchitecture, mode).stream().map(TrapEvent::label).toList()));
  }

  /** The table with verified cells only; what rests on the others is then lacking. */
  public TrapCostTable verifiedOnly() {
    return filtered(cell -> cell.cost().verified());
  }

  /** The table without one cell, for the prediction of what it was made from. */
  public TrapCostTable without(String microarchitecture, Mode mode, TrapEvent event) {
    Key left = new Key(microarchitecture, mode, event);
    return filtered(cell -> !Key.of(cell).equals(left));
  }

  private TrapCostTable filtered(Predicate<CostCell> kept) {
    Map<Key, CostCell> remaining = new LinkedHashMap<>();
    for (CostCell cell : cells.values()) {
      if (kept.test(cell)) {
        remaining.put(Key.of(cell), cell);
      }
    }
    return new TrapCostTable(microarchitectures, remaining);
  }

  private record Key(String microarchitecture, Mode mode, TrapEvent event) {
    static Key of(CostCell cell) {
      return new Key(cell.microarchitecture(), cell.mode(), cell.event());
    }
  }
}
