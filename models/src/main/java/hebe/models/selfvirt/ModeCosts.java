package hebe.models.selfvirt;

import hebe.models.timing.Bounds;
import hebe.models.timing.CostModel;
import hebe.models.timing.EventRules;
import hebe.models.timing.HostClock;
import hebe.models.timing.Mode;
import hebe.models.timing.SlowDown;
import hebe.models.timing.TrapCostTable;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.Workload;
import java.util.Arrays;
import java.util.List;

/**
 * What a self-virtualizing system costs in its two modes, by the same cells as every other system:
 * native mode has the costs of no VMM, virtual mode those of the VMM that is attached. Only the
 * records that tracking keeps come on top in native mode.
 *
 * @param table the cells
 * @param nativeMode without the VMM
 * @param virtualMode with it
 * @param nativeTax share of the native work that the design costs without it
 */
public record ModeCosts(
    TrapCostTable table, CostModel nativeMode, CostModel virtualMode, Bounds nativeTax) {

  /** On a processor, with the VMM's mode and the tax of a design. */
  public static ModeCosts of(
      TrapCostTable table, EventRules rules, String cpu, Mode virtualMode, Bounds nativeTax) {
    return new ModeCosts(
        table,
        new CostModel(table, rules, cpu, Mode.NATIVE),
        new CostModel(table, rules, cpu, virtualMode),
        nativeTax);
  }

  /** Slow-down of a workload while no VMM is there. */
  public Bounds nativeSlowDown(Workload workload, HostClock clock) {
    Bounds costs = SlowDown.of(workload, nativeMode, clock).factor();
    return costs.times(nativeTax.plus(Bounds.exact(1)));
  }

  /** Slow-down of a workload while the VMM is there. */
  public Bounds virtualSlowDown(Workload workload, HostClock clock) {
    return SlowDown.of(workload, virtualMode, clock).factor();
  }

  /** The operations that were measured with and without the VMM on the processor. */
  public List<TrapEvent> operations() {
    return Arrays.stream(TrapEvent.values())
        .filter(event -> event.kind() == TrapEvent.Kind.OPERATION)
        .filter(event -> cell(Mode.NATIVE, event).isPresent())
        .filter(event -> cell(virtualMode.mode(), event).isPresent())
        .toList();
  }

  /** What an operation takes in native mode, over what it takes without the system's readiness. */
  public double nativeRatio(TrapEvent operation) {
    double bare = cell(Mode.NATIVE, operation).orElseThrow();
    double extra = nativeMode.extra(operation).orElseThrow().cycles().value();
    return (bare + extra) * (1 + nativeTax.value()) / bare;
  }

  /** What an operation takes in virtual mode, over what was measured on the VMM. */
  public double virtualRatio(TrapEvent operation) {
    double bare = cell(Mode.NATIVE, operation).orElseThrow();
    double extra = virtualMode.extra(operation).orElseThrow().cycles().value();
    return (bare + extra) / cell(virtualMode.mode(), operation).orElseThrow();
  }

  private java.util.Optional<Double> cell(Mode mode, TrapEvent event) {
    return table
        .find(nativeMode.microarchitecture().name(), mode, event)
        .map(found -> found.cost().cycles().value());
  }
}
