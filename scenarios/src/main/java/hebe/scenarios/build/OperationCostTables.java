package hebe.scenarios.build;

import hebe.models.load.Execution;
import hebe.models.timing.Bounds;
import hebe.models.timing.HostOperation;
import hebe.models.timing.OperationCost;
import hebe.models.timing.OperationCosts;
import hebe.models.timing.OperationSize;
import hebe.models.timing.OperationSize.Unit;
import hebe.reports.breakdown.Ranged;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;

/** What operations cost a processor by their mechanism. */
public final class OperationCostTables {
  /** Each page-table page maps this many pages; what maps the page tables is left out. */
  private static final int PAGES_PER_TABLE = 512;

  /** Share of the pages that a round of dirty logging or a checkpoint finds written. */
  private static final double DIRTY_SHARE = 0.01;

  private static final int PACKET_BYTES = 1500;
  private static final int PROCESSES = 40;
  private static final int INTERRUPTS = 16;

  private OperationCostTables() {}

  /**
   * One row for each item of every operation, and one for its sum.
   *
   * @param memoryBytes memory of the machine or the virtual machine
   * @param cpus its processors
   */
  public static DataTable of(Execution execution, double memoryBytes, int cpus) {
    OperationCosts costs = OperationCosts.load();
    List<List<String>> rows = new ArrayList<>();
    for (HostOperation operation : HostOperation.values()) {
      try {
        OperationCost cost =
            costs.of(
                operation,
                size(operation, memoryBytes, cpus),
                execution.costs(),
                execution.clock());
        cost.items().forEach(item -> rows.add(row(execution, operation, item)));
        rows.add(sum(execution, cost));
      } catch (IllegalArgumentException lacking) {
        rows.add(List.of(operation.label(), lacking.getMessage(), "", "", "", "", "", ""));
      }
    }
    return new DataTable(
        "Operations by mechanism: "
            + execution.costs().mode().label()
            + " on "
            + execution.costs().microarchitecture().name()
            + ", "
            + Numbers.significant(memoryBytes / (1L << 30), 4)
            + " GiB, "
            + cpus
            + (cpus == 1 ? " CPU" : " CPUs")
            + "; all page tables full, 1 % of the pages dirty",
        List.of(
            "operation",
            "item",
            "count",
            "each [cycles]",
            "range",
            "time [us]",
            "range",
            "provenance"),
        rows);
  }

  private static OperationSize size(HostOperation operation, double memoryBytes, int cpus) {
    if (operation == HostOperation.LOG_PACKET || operation == HostOperation.PASS_PACKET) {
      return OperationSize.ofPacket(PACKET_BYTES, 1);
    }
    double pages = memoryBytes / OperationSize.PAGE_BYTES;
    return OperationSize.ofMemory(memoryBytes, cpus)
        .with(Unit.PAGE_TABLE_PAGE, pages / PAGES_PER_TABLE)
        .with(Unit.VALIDATED_PAGE, pages / PAGES_PER_TABLE)
        .with(Unit.CPU_INTERRUPT, cpus > 1 ? 1 : 0)
        .with(Unit.MAPPED_PAGE, pages)
        .with(Unit.PROCESS, PROCESSES)
        .with(Unit.INTERRUPT, INTERRUPTS)
        .with(Unit.DIRTY_PAGE, pages * DIRTY_SHARE);
  }

  private static List<String> row(
      Execution execution, HostOperation operation, OperationCost.Item item) {
    Ranged each = Breakdowns.ranged(item.each());
    Ranged time = micros(execution, item.cycles());
    return List.of(
        operation.label(),
        item.name(),
        Numbers.significant(item.count(), 4),
        each.text(),
        each.range(),
        time.text(),
        time.range(),
        item.provenance().label() + (item.unverified().isEmpty() ? "" : ", unverified"));
  }

  private static List<String> sum(Execution execution, OperationCost cost) {
    Ranged time = micros(execution, cost.cycles());
    String verified = cost.unverified().isEmpty() ? "" : "unverified";
    String name = cost.operation().label();
    return List.of(name, "all", "", "", "", time.text(), time.range(), verified);
  }

  private static Ranged micros(Execution execution, Bounds cycles) {
    return Breakdowns.ranged(cycles.times(execution.clock().seconds(1) * 1e6));
  }
}
