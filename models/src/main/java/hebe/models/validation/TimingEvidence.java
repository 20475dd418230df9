package hebe.models.validation;

import hebe.models.catalog.Published;
import hebe.models.timing.Bounds;
import hebe.models.timing.CostCell;
import hebe.models.timing.CostModel;
import hebe.models.timing.EventRules;
import hebe.models.timing.ExitComposition;
import hebe.models.timing.ExitCost;
import hebe.models.timing.ExtraCost;
import hebe.models.timing.HostClock;
import hebe.models.timing.MitigationEra;
import hebe.models.timing.Mode;
import hebe.models.timing.SlowDown;
import hebe.models.timing.TrapCostTable;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.Workload;
import hebe.models.timing.Workloads;

/** What one prediction rests on; it notices what of that is not verified. */
final class TimingEvidence {
  /** The host of the tests of 2003. */
  static final String XEON = "netburst-xeon-2400";

  private static final double MICRO = 1e6;

  private final Published published;
  private final TrapCostTable table;
  private final EventRules rules;
  private final Workloads workloads;
  private boolean verified = true;

  TimingEvidence(Published published, TrapCostTable table, EventRules rules, Workloads workloads) {
    this.published = published;
    this.table = table;
    this.rules = rules;
    this.workloads = workloads;
  }

  boolean verified() {
    return verified;
  }

  /** An assumption takes part that no publication states. */
  void assume() {
    verified = false;
  }

  /** A published figure that may be an input; a target is refused. */
  double figure(String id) {
    Published.Figure figure = published.input(id);
    verified &= figure.verified();
    return figure.value();
  }

  /** A cell of the tables, which have none that is made from a target. */
  Bounds cycles(String cpu, Mode mode, TrapEvent event) {
    CostCell cell = table.cell(cpu, mode, event);
    verified &= cell.cost().verified();
    return cell.cost().cycles();
  }

  /** Cycles beyond native, from cells and rules. */
  Bounds extra(String cpu, Mode mode, TrapEvent event) {
    ExtraCost extra = new CostModel(table, rules, cpu, mode).extra(event).orElseThrow();
    verified &= extra.unverified().isEmpty();
    return extra.cycles();
  }

  /** Cycles of an exit, composed with the mitigations of 2020. */
  Bounds exit(String cpu, TrapEvent event) {
    ExitCost exit =
        ExitComposition.of(table, cpu, Mode.VTX_EPT, event, MitigationEra.OF_2020, Bounds.ZERO)
            .orElseThrow();
    verified &= exit.unverified().isEmpty();
    return exit.total();
  }

  /** Nominal clock of a processor. */
  HostClock clock(String cpu) {
    return new HostClock(table.microarchitectures().get(cpu).nominalHertz().orElseThrow());
  }

  /**
   * Time of a whole operation in microseconds: native, or the mode that stands for it, and extra.
   */
  Bounds operationMicros(String cpu, Mode nativeMode, Mode mode, TrapEvent event) {
    Bounds cycles = cycles(cpu, nativeMode, event).plus(extra(cpu, mode, event));
    return cycles.times(micros(cpu, 1));
  }

  /** Microseconds of cycles at the nominal clock. */
  double micros(String cpu, double cycles) {
    return clock(cpu).seconds(cycles) * MICRO;
  }

  /** Slow-down of a workload of the catalog. */
  Bounds slowDown(String workload, String cpu, Mode mode) {
    SlowDown slow =
        SlowDown.of(workloads.get(workload), new CostModel(table, rules, cpu, mode), clock(cpu));
    verified &= slow.unverified().isEmpty();
    return slow.factor();
  }

  /** A workload of the catalog. */
  Workload workload(String name) {
    return workloads.get(name);
  }
}
