package hebe.scenarios.build;

import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.fleet.HostGroup;
import hebe.models.load.Execution;
import hebe.models.timing.HostOperation;
import hebe.models.timing.OperationCosts;
import hebe.models.timing.OperationSize;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Times of recovery operations beside what their mechanism alone costs the processor. Measured
 * times hold the toolstack around it, so they are used, and the mechanism is what no toolstack can
 * go below; where nobody measured, the mechanism is used.
 */
final class MechanismTable {
  private static final double GIB = 1024.0 * 1024 * 1024;

  private MechanismTable() {}

  /** The table of a host that says how its guests run; empty for others. */
  static Optional<DataTable> of(HostGroup host) {
    return host.execution()
        .map(execution -> table(host, execution))
        .filter(table -> !table.rows().isEmpty());
  }

  private static DataTable table(HostGroup host, Execution execution) {
    Profile vmm = host.vmm();
    double resume = vmm.get(Parameter.RESUME) + vmm.get(Parameter.RESUME_MEMORY);
    List<List<String>> rows = new ArrayList<>();
    row("vmm.suspend", vmm.get(Parameter.SUSPEND), HostOperation.SUSPEND_ON_MEMORY, execution)
        .ifPresent(rows::add);
    row("vmm.resume + vmm.resume-memory", resume, HostOperation.RESUME_ON_MEMORY, execution)
        .ifPresent(rows::add);
    return new DataTable(
        host.name() + ": times for a guest of 1 GiB beside their mechanism alone, derived",
        List.of("time", "used [s]", "mechanism [s]", "range"),
        rows);
  }

  /** Empty in a mode without a cost of hypercalls, where the mechanism is not known. */
  private static Optional<List<String>> row(
      String constant, double usedSeconds, HostOperation operation, Execution execution) {
    return OperationCosts.load()
        .find(operation, OperationSize.ofMemory(GIB, 1), execution.costs(), execution.clock())
        .map(cost -> Breakdowns.ranged(cost.seconds(execution.clock())))
        .map(
            seconds ->
                List.of(
                    constant,
                    Numbers.significant(usedSeconds, 4),
                    seconds.text(),
                    seconds.range()));
  }
}
