package hebe.models.load;

import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.timing.Bounds;
import hebe.models.timing.HostOperation;
import hebe.models.timing.Mode;
import hebe.models.timing.OperationCost;
import hebe.models.timing.OperationCosts;
import hebe.models.timing.OperationSize;
import hebe.models.timing.OperationSize.Unit;
import hebe.sim.result.Provenance;
import hebe.sim.result.Sourced;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Times of recovery operations that follow from what the operation does on a processor.
 *
 * <p>A measured time holds the toolstack and all that surrounds the mechanism, so it stands. A time
 * that is only an estimate gives way to the mechanism wherever the costs of the processor are
 * known. Source: docs/timing.md.
 */
public final class MechanismTimes {
  private static final double GIB = 1024.0 * 1024 * 1024;
  private static final int PAGES_PER_TABLE = 512;

  private static final Map<Parameter, HostOperation> MECHANISMS =
      Map.of(
          Parameter.SUSPEND, HostOperation.SUSPEND_ON_MEMORY,
          Parameter.RESUME_MEMORY, HostOperation.RESUME_ON_MEMORY);

  private MechanismTimes() {}

  /** A VMM whose estimated times are replaced by those of their mechanism, where it is known. */
  public static Profile derived(Profile vmm, Execution execution) {
    OperationCosts costs = OperationCosts.load();
    Map<Parameter, Sourced> replaced = new EnumMap<>(Parameter.class);
    MECHANISMS.forEach(
        (parameter, operation) -> {
          if (isEstimate(vmm.values().get(parameter))) {
            perGib(operation, execution, costs).ifPresent(time -> replaced.put(parameter, time));
          }
        });
    return vmm.with(replaced);
  }

  private static boolean isEstimate(Sourced value) {
    return value.origin() == Sourced.Origin.CATALOG
        && value.provenance().equals(Optional.of(Provenance.ESTIMATED));
  }

  /**
   * What a further GiB costs: what does not grow with the memory is the same in both sums. Empty in
   * a mode without a cost of hypercalls, where the mechanism is not known.
   */
  private static Optional<Sourced> perGib(
      HostOperation operation, Execution execution, OperationCosts costs) {
    return costs
        .find(operation, size(1, execution), execution.costs(), execution.clock())
        .flatMap(
            one ->
                costs
                    .find(operation, size(2, execution), execution.costs(), execution.clock())
                    .map(two -> difference(one, two, operation, execution)));
  }

  private static Sourced difference(
      OperationCost one, OperationCost two, HostOperation operation, Execution execution) {
    Bounds before = one.seconds(execution.clock());
    Bounds after = two.seconds(execution.clock());
    return new Sourced(
        after.value() - before.value(),
        "s/GiB",
        OptionalDouble.of(after.low() - before.low()),
        OptionalDouble.of(after.high() - before.high()),
        Sourced.Origin.DERIVED,
        Optional.of(Provenance.DERIVED),
        two.unverified().isEmpty(),
        source(operation, execution));
  }

  private static String source(HostOperation operation, Execution execution) {
    return operation.label()
        + " in mode "
        + execution.costs().mode().label()
        + " on "
        + execution.costs().microarchitecture().name()
        + ", item by item in `hebe timing --operations`";
  }

  /** Only where the VMM shares the guest's own page tables has it to check them again. */
  private static OperationSize size(double gib, Execution execution) {
    OperationSize size = OperationSize.ofMemory(gib * GIB, 1);
    boolean checked = execution.costs().mode().kind() == Mode.Kind.PARAVIRTUAL;
    double tables = checked ? size.of(Unit.PAGE) / PAGES_PER_TABLE : 0;
    return size.with(Unit.PAGE_TABLE_PAGE, tables);
  }
}
