package hebe.models.fleet;

import hebe.models.catalog.Published;
import hebe.models.load.Execution;
import hebe.models.migration.MigrationPresets;
import hebe.models.migration.SourceCost;
import hebe.models.timing.HostOperation;
import hebe.models.timing.OperationCosts;
import hebe.models.timing.OperationSize;
import java.util.OptionalDouble;

/**
 * What the copy of a running guest takes from it: a round of dirty logging by its mechanism on this
 * processor, and the processor time of sending.
 */
public final class CopyLoss {
  private CopyLoss() {}

  /**
   * The costs at the source of a guest with this memory. Where the mode has no cost of a write
   * fault, only sending costs.
   */
  public static SourceCost of(Execution execution, double memoryBytes) {
    MigrationPresets presets = new MigrationPresets(Published.liveMigration());
    OptionalDouble clean = roundSeconds(execution, memoryBytes, 0);
    OptionalDouble dirty = roundSeconds(execution, memoryBytes, 1);
    if (clean.isEmpty() || dirty.isEmpty()) {
      return presets.sourceCost(0);
    }
    double roundSeconds = clean.getAsDouble();
    double faultSeconds = dirty.getAsDouble() - roundSeconds;
    SourceCost sending = presets.sourceCost(faultSeconds);
    return new SourceCost(
        OperationSize.PAGE_BYTES, faultSeconds, roundSeconds, sending.sendSecondsPerByte());
  }

  /** A round in which so many pages are written; empty if the mode has no cost of it. */
  private static OptionalDouble roundSeconds(
      Execution execution, double memoryBytes, double dirtyPages) {
    OperationSize size =
        OperationSize.ofMemory(memoryBytes, 1).with(OperationSize.Unit.DIRTY_PAGE, dirtyPages);
    return OperationCosts.load()
        .find(HostOperation.DIRTY_ROUND, size, execution.costs(), execution.clock())
        .map(cost -> OptionalDouble.of(cost.seconds(execution.clock()).value()))
        .orElseGet(OptionalDouble::empty);
  }
}
