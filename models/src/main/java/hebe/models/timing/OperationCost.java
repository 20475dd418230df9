package hebe.models.timing;

import hebe.sim.result.Provenance;
import java.util.List;

/**
 * What an operation costs: the sum over its items of count x unit cost, in cycles of the core.
 *
 * @param operation what is done
 * @param items what it consists of, in the order of the table
 */
public record OperationCost(HostOperation operation, List<Item> items) {
  public OperationCost {
    items = List.copyOf(items);
  }

  /**
   * A part of it.
   *
   * @param name what is done
   * @param count how often
   * @param each what one costs, in cycles
   * @param provenance how the unit cost is known, or, where it is that of cells, the count
   * @param source publication, or Hebe for an estimate of the project, or the cells
   * @param unverified what the unit cost rests on that is not verified
   */
  public record Item(
      String name,
      double count,
      Bounds each,
      Provenance provenance,
      String source,
      List<String> unverified) {
    public Item {
      unverified = List.copyOf(unverified);
    }

    /** What all of them cost. */
    public Bounds cycles() {
      return each.times(count);
    }
  }

  /** What it costs in all, in cycles. */
  public Bounds cycles() {
    return items.stream().map(Item::cycles).reduce(Bounds.ZERO, Bounds::plus);
  }

  /** How long a core is busy with it. */
  public Bounds seconds(HostClock clock) {
    return cycles().times(clock.seconds(1));
  }

  /** What it rests on that is not verified: items that are not counted count for nothing. */
  public List<String> unverified() {
    return items.stream()
        .filter(item -> item.count() > 0)
        .flatMap(item -> item.unverified().stream())
        .distinct()
        .toList();
  }
}
