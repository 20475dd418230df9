package hebe.scenarios.connection;

import hebe.models.catalog.Published;
import hebe.models.connection.cost.LogMemory;
import hebe.models.connection.cost.LogPlacement;
import hebe.models.connection.cost.ServiceLoad;
import hebe.models.connection.cost.ServiceLoads;
import hebe.models.connection.cost.WrapCost;
import hebe.models.connection.cost.WrapCosts;
import hebe.models.load.Execution;
import hebe.models.timing.Bounds;
import hebe.models.timing.OperationCosts;
import hebe.models.timing.TrapCostTable;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What FT-TCP costs services while nothing fails. */
public final class WrapCostTables {
  /** The published bound: less than 4 % of the throughput. */
  private static final double LIMIT = 0.04;

  private static final int DIGITS = 3;

  private WrapCostTables() {}

  /** A row for each service and place of the log. */
  public static DataTable overheads(Execution execution, TrapCostTable table, int batch) {
    WrapCosts costs =
        new WrapCosts(OperationCosts.load(), table, execution.costs(), execution.clock());
    ServiceLoads loads = ServiceLoads.load();
    List<List<String>> rows = new ArrayList<>();
    for (String service : loads.names()) {
      for (LogPlacement placement : LogPlacement.values()) {
        rows.add(row(costs.of(loads.service(service), placement), batch));
      }
    }
    return new DataTable(
        "FT-TCP without failures: "
            + execution.costs().mode().label()
            + " on "
            + execution.costs().microarchitecture().name()
            + "; batches of "
            + batch
            + "; all rests on estimates",
        List.of(
            "service",
            "log in",
            "without batches [%]",
            "overhead [%]",
            "range",
            "core [%]",
            "least batch below 4 %",
            "at worst",
            "delay [ms]"),
        rows);
  }

  private static List<String> row(WrapCost cost, int batch) {
    Bounds overhead = cost.overhead(batch);
    return List.of(
        cost.load().name(),
        cost.placement().label(),
        percent(cost.overhead(1).value()),
        percent(overhead.value()),
        percent(overhead.low()) + " .. " + percent(overhead.high()),
        percent(cost.coreShare(batch).value()),
        batch(cost.smallestBatch(LIMIT)),
        batch(cost.smallestBatchAtWorst(LIMIT)),
        Numbers.significant(1000 * cost.batchDelaySeconds(batch), DIGITS));
  }

  private static String batch(OptionalInt batch) {
    return batch.isPresent() ? Integer.toString(batch.getAsInt()) : "none";
  }

  private static String percent(double share) {
    return Numbers.significant(100 * share, DIGITS);
  }

  /** What the log of each service holds. */
  public static DataTable memory() {
    Published published = Published.ftTcp();
    double state = published.input("tcpr-state-ipv4").value();
    double record = published.input("read-record").value();
    ServiceLoads loads = ServiceLoads.load();
    List<List<String>> rows = new ArrayList<>();
    for (String service : loads.names()) {
      ServiceLoad load = loads.service(service);
      LogMemory memory = LogMemory.of(load, state, record);
      rows.add(
          List.of(
              service,
              Numbers.significant(load.connections(), DIGITS),
              kilobytes(memory.truncatedBytes(load.retentionSeconds())),
              kilobytes(LogMemory.peakBytes(load, state, record)),
              kilobytes(memory.untruncatedBytes(3600))));
    }
    return new DataTable(
        "Memory of the log",
        List.of(
            "service",
            "connections",
            "truncated, mean [KiB]",
            "truncated, most [KiB]",
            "not truncated, after 1 h [KiB]"),
        rows);
  }

  private static String kilobytes(double bytes) {
    return Numbers.significant(bytes / 1024, DIGITS);
  }
}
