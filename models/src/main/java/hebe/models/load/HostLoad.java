package hebe.models.load;

import hebe.models.timing.Bounds;
import hebe.models.timing.SlowDown;
import hebe.models.timing.Workload;

/**
 * What the guests of a host get done when each works as hard as one virtual processor lets it.
 *
 * <p>Share delivered = 1 / slow-down x (1 - loss), where the loss by switches counts only if there
 * are more guests than cores. That cores are shared is no loss: without a VMM they would be, too.
 * The work of a driver domain is in the costs of its events. Source: docs/timing.md.
 *
 * @param execution how they run
 * @param cores cores of the host, at least 1
 * @param guests how many work, at least 1
 */
public record HostLoad(Execution execution, int cores, int guests) {
  public HostLoad {
    if (cores < 1 || guests < 1) {
      throw new IllegalArgumentException("a load needs a core and a guest");
    }
  }

  /**
   * What guests with a workload get done.
   *
   * @param workload what each does
   * @param slowDown run time over native run time of that, by the costs of events
   * @param share of their native work that they get done
   */
  public record Delivered(Workload workload, SlowDown slowDown, Bounds share) {}

  /** What a guest with this workload gets done; costs that are lacking are an error. */
  public Delivered of(Workload workload) {
    SlowDown slowDown = SlowDown.of(workload, execution.costs(), execution.clock());
    Bounds left = guests > cores ? execution.switchLoss() : Bounds.ZERO;
    Bounds share = slowDown.capacityLeft().times(Bounds.exact(1).minus(left));
    return new Delivered(workload, slowDown, share);
  }
}
