package hebe.scenarios.build;

import hebe.models.timing.EventRules;
import hebe.models.timing.TrapCostTable;
import hebe.models.timing.Workloads;

/**
 * The tables of the timing scale that ship with Hebe.
 *
 * @param costs what events cost
 * @param rules what events without a cost of their own are made of
 * @param workloads what guests do
 */
public record TimingData(TrapCostTable costs, EventRules rules, Workloads workloads) {
  /** The shipped tables. */
  public static TimingData load() {
    return new TimingData(TrapCostTable.load(), EventRules.load(), Workloads.load());
  }
}
