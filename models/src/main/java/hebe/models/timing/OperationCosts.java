package hebe.models.timing;

import hebe.sim.result.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What operations consist of, by mechanism: a table of items, each with a count and a unit cost in
 * cycles, in nanoseconds (what memory sets, whatever the clock), or as an event of the cost tables,
 * where the provenance and the bounds, if there are any, are those of the count.
 */
public final class OperationCosts {
  private static final List<String> COLUMNS =
      List.of(
          "operation",
          "item",
          "count",
          "per",
          "unit",
          "cost",
          "low",
          "high",
          "provenance",
          "source",
          "note");
  private static final double SECONDS_PER_NS = 1e-9;

  private final List<Row> rows;

  private OperationCosts(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** The operations that ship with Hebe. */
  public static OperationCosts load() {
    return read(TableText.shipped("operation-items.csv"));
  }

  /** The operations of a table; all its problems come together. */
  public static OperationCosts read(TableText table) {
    TableReader reader = new TableReader();
    TableReader.Once once = new TableReader.Once();
    List<Row> rows = new ArrayList<>();
    reader.rows(
        table,
        COLUMNS,
        row ->
            row(row)
                .filter(read -> once.first(row, read.label(), read.label()))
                .ifPresent(rows::add));
    reader.finish();
    return new OperationCosts(rows);
  }

  /** What one costs, before the processor is known. */
  private sealed interface UnitCost {
    /** Cycles of the core. */
    record Cycles(Bounds cycles) implements UnitCost {}

    /** Nanoseconds. */
    record Nanoseconds(Bounds ns) implements UnitCost {}

    /**
     * The first of these events whose cost is known, and the bounds of the count over the count.
     */
    record OneOf(List<TrapEvent> events, Bounds times) implements UnitCost {}
  }

  private record Row(
      HostOperation operation,
      String item,
      double count,
      OperationSize.Unit per,
      UnitCost cost,
      Provenance provenance,
      String source) {
    String label() {
      return operation.label() + ": " + item;
    }
  }

  private static Optional<Row> row(TableReader.Row row) {
    Optional<HostOperation> operation =
        row.word("operation", HostOperation.labels(), HostOperation::find);
    Optional<String> item = row.name("item");
    OptionalDouble count = row.number("count");
    Optional<OperationSize.Unit> per =
        row.word("per", OperationSize.Unit.labels(), OperationSize.Unit::find);
    Optional<UnitCost> cost = cost(row);
    Optional<Provenance> provenance = row.provenance();
    Optional<String> source = row.name("source");
    if (operation.isEmpty() || item.isEmpty() || count.isEmpty() || per.isEmpty()) {
      return Optional.empty();
    }
    if (cost.isEmpty() || provenance.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Row(
            operation.get(),
            item.get(),
            count.getAsDouble(),
            per.get(),
            cost.get(),
            provenance.get(),
            source.get()));
  }

  private static Optional<UnitCost> cost(TableReader.Row row) {
    return switch (row.text("unit")) {
      case "cycles" -> row.bounds("cost").map(UnitCost.Cycles::new);
      case "ns" -> row.bounds("cost").map(UnitCost.Nanoseconds::new);
      case "event" -> events(row);
      default -> {
        row.problem("unit: expected cycles, ns or event, got '" + row.text("unit") + "'");
        yield Optional.empty();
      }
    };
  }

  private static Optional<UnitCost> events(TableReader.Row row) {
    List<String> names = Arrays.asList(row.text("cost").split(" or ", -1));
    List<TrapEvent> found = names.stream().flatMap(name -> TrapEvent.find(name).stream()).toList();
    if (found.size() < names.size()) {
      row.problem("cost: '" + row.text("cost") + "' names an unknown event");
      return Optional.empty();
    }
    return countBounds(row).map(times -> new UnitCost.OneOf(found, times));
  }

  private static Optional<Bounds> countBounds(TableReader.Row row) {
    if (row.text("low").isEmpty() && row.text("high").isEmpty()) {
      return Optional.of(Bounds.exact(1));
    }
    Optional<Bounds> count = row.bounds("count");
    if (count.isPresent() && count.get().value() == 0) {
      row.problem("count: expected more than 0 where it has bounds");
      return Optional.empty();
    }
    return count.map(of -> new Bounds(1, of.low() / of.value(), of.high() / of.value()));
  }

  /**
   * The cost of an operation of this size; costs of events that are lacking are an error that names
   * them, unless none of them is needed.
   */
  public OperationCost of(
      HostOperation operation, OperationSize size, CostModel costs, HostClock clock) {
    List<OperationCost.Item> items = new ArrayList<>();
    for (Row row : rows) {
      double count = row.count() * size.of(row.per());
      if (row.operation() == operation && count > 0) {
        items.add(item(row, count, costs, clock));
      }
    }
    return new OperationCost(operation, items);
  }

  /** The cost of an operation of this size; empty if costs of events that it needs are lacking. */
  public Optional<OperationCost> find(
      HostOperation operation, OperationSize size, CostModel costs, HostClock clock) {
    boolean known =
        rows.stream()
            .filter(row -> row.operation() == operation && row.count() * size.of(row.per()) > 0)
            .allMatch(
                row ->
                    !(row.cost() instanceof UnitCost.OneOf choice)
                        || choice.events().stream().anyMatch(e -> costs.extra(e).isPresent()));
    return known ? Optional.of(of(operation, size, costs, clock)) : Optional.empty();
  }

  private static OperationCost.Item item(Row row, double count, CostModel costs, HostClock clock) {
    List<String> unverified = row.provenance().verified() ? List.of() : List.of(row.label());
    if (row.cost() instanceof UnitCost.OneOf events) {
      ExtraCost extra = known(row, events, costs);
      List<String> all = new ArrayList<>(unverified);
      all.addAll(extra.unverified());
      String source = String.join(", ", extra.basis());
      return new OperationCost.Item(
          row.item(), count, extra.cycles().times(events.times()), row.provenance(), source, all);
    }
    Bounds each =
        row.cost() instanceof UnitCost.Nanoseconds memory
            ? memory.ns().times(clock.cycles(SECONDS_PER_NS))
            : ((UnitCost.Cycles) row.cost()).cycles();
    return new OperationCost.Item(
        row.item(), count, each, row.provenance(), row.source(), unverified);
  }

  private static ExtraCost known(Row row, UnitCost.OneOf choice, CostModel costs) {
    for (TrapEvent event : choice.events()) {
      Optional<ExtraCost> extra = costs.extra(event);
      if (extra.isPresent()) {
        return extra.get();
      }
    }
    throw new IllegalArgumentException(
        row.label()
            + " in mode "
            + costs.mode().label()
            + " on "
            + costs.microarchitecture().name()
            + ": no cost is known of "
            + String.join(" or ", choice.events().stream().map(TrapEvent::label).toList()));
  }
}
