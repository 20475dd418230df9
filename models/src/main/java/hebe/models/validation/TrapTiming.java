package hebe.models.validation;

import hebe.models.catalog.Published;
import hebe.models.timing.Bounds;
import hebe.models.timing.CostCell;
import hebe.models.timing.EventRules;
import hebe.models.timing.Mode;
import hebe.models.timing.TrapCostTable;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.Workloads;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Predictions of figures on the cost of traps.
 *
 * <p>Inputs are figures that are no targets, and cells of the cost tables that were not made from a
 * target.
 *
 * @param predictions of targets
 * @param notPredicted targets without a mechanism, with the reason
 * @param unpublished predictions of what Hebe has no published value for
 */
public record TrapTiming(
    List<Grouped> predictions, List<NotPredicted> notPredicted, List<Unpublished> unpublished) {
  private static final String XEON = TimingEvidence.XEON;
  private static final String CASCADE = "cascade-lake";

  /** Cells that are targets in other units, or that were set to meet one. */
  private static final Map<String, Map<Mode, Set<TrapEvent>>> MADE_FROM_TARGETS =
      Map.of(
          XEON,
          Map.of(
              Mode.BINARY_TRANSLATION,
              Set.of(TrapEvent.FORK_EXIT, TrapEvent.MMAP_REGION),
              Mode.TYPE2_SKAS,
              Set.of(TrapEvent.MMAP_REGION),
              Mode.TYPE2_SWITCHGUEST,
              Set.of(TrapEvent.PAGE_FAULT)),
          CASCADE,
          Map.of(
              Mode.VTX_EPT,
              Set.of(TrapEvent.HYPERCALL, TrapEvent.CPUID_EXIT),
              Mode.VTX_SHADOW,
              Set.of(TrapEvent.HYPERCALL, TrapEvent.CPUID_EXIT),
              Mode.NESTED_EPT,
              Set.of(
                  TrapEvent.EXCEPTION_EXIT,
                  TrapEvent.MSR_EXIT,
                  TrapEvent.CPUID_EXIT,
                  TrapEvent.PORT_IO_USER)),
          "intel-2019",
          Map.of(Mode.NESTED_EPT, Set.of(TrapEvent.CPUID_EXIT, TrapEvent.HYPERCALL)),
          "intel-hyperv-2018",
          Map.of(Mode.NESTED_EPT, Set.of(TrapEvent.CPUID_EXIT)),
          "turtles-2010",
          Map.of(Mode.NESTED_EPT, Set.of(TrapEvent.CPUID_EXIT)),
          "skx-2026-mitigated",
          Map.of(
              Mode.VTX_EPT,
              Set.of(
                  TrapEvent.HYPERCALL,
                  TrapEvent.CPUID_EXIT,
                  TrapEvent.MSR_EXIT,
                  TrapEvent.TIMER_MSR_EXIT,
                  TrapEvent.PORT_IO_USER,
                  TrapEvent.MMIO_USER,
                  TrapEvent.MITIGATION_SPEC_CTRL,
                  TrapEvent.MITIGATION_USER_IBPB,
                  TrapEvent.MITIGATION_KERNEL_EXIT)));

  public TrapTiming {
    predictions = List.copyOf(predictions);
    notPredicted = List.copyOf(notPredicted);
    unpublished = List.copyOf(unpublished);
  }

  /** All predictions; every target of the figures is either predicted or given a reason. */
  public static TrapTiming predict(Published published) {
    TrapCostTable table = withoutTargets(TrapCostTable.load());
    EventRules rules = EventRules.load();
    Workloads workloads = Workloads.load();
    TimingCases cases =
        new TimingCases(published, () -> new TimingEvidence(published, table, rules, workloads));
    Rivals2003.add(cases);
    TypeTwoTargets.add(cases);
    AssignedDevice.add(cases);
    ExitTargets.add(cases);
    NestedTargets.add(cases);
    UnpublishedCells.add(cases);
    return cases.result();
  }

  /** The tables without the cells that were made from a target. */
  static TrapCostTable withoutTargets(TrapCostTable table) {
    TrapCostTable remaining = table;
    for (CostCell cell : table.cells()) {
      Set<TrapEvent> made =
          MADE_FROM_TARGETS
              .getOrDefault(cell.microarchitecture(), Map.of())
              .getOrDefault(cell.mode(), Set.of());
      if (made.contains(cell.event())) {
        remaining = remaining.without(cell.microarchitecture(), cell.mode(), cell.event());
      }
    }
    return remaining;
  }

  /** The groups, in the order of their first prediction. */
  public List<String> groups() {
    return predictions.stream().map(Grouped::group).distinct().toList();
  }

  /** Median of the absolute errors of a group, as a share of the published values. */
  public double medianAbsoluteError(String group) {
    List<Double> errors =
        predictions.stream()
            .filter(prediction -> prediction.group().equals(group))
            .map(prediction -> Math.abs(prediction.error()))
            .sorted()
            .toList();
    int n = errors.size();
    return (errors.get((n - 1) / 2) + errors.get(n / 2)) / 2;
  }

  /**
   * A prediction of a target.
   *
   * @param group the part of the model that it tests
   * @param prediction published and predicted
   */
  public record Grouped(String group, Prediction prediction) {
    /** Predicted / published - 1. */
    public double error() {
      return prediction.predicted() / prediction.figure().value() - 1;
    }
  }

  /**
   * What is not predicted.
   *
   * @param group the part of the model that would have to
   * @param what id of the target, or the quantity
   * @param reason why not
   */
  public record NotPredicted(String group, String what, String reason) {}

  /**
   * A prediction without a published value to compare with.
   *
   * @param quantity what
   * @param unit its unit
   * @param predicted the prediction
   * @param verified whether all inputs are verified
   * @param how the arithmetic
   */
  public record Unpublished(
      String quantity, String unit, Bounds predicted, boolean verified, String how) {}
}
