package hebe.models.failure;

import hebe.sim.law.DelayLaw;
import java.util.Optional;

/**
 * How one layer (hardware, VMM, guest, service) fails.
 *
 * <p>With an aging law the layer is robust at first, becomes failure-probable after a delay of that
 * law, and crashes after a further delay of the crash law. Without one it crashes after a delay of
 * the crash law since its last fresh start.
 *
 * @param aging from robust to failure-probable; empty if the layer has no such stage
 * @param crash from failure-probable, or from the fresh start, to the crash; empty if the layer
 *     does not crash
 * @param detection from the crash to its detection
 * @param repair from the detection to the end of the repair; empty if it is computed from a
 *     recovery plan
 */
public record LayerFailures(
    Optional<DelayLaw> aging,
    Optional<DelayLaw> crash,
    DelayLaw detection,
    Optional<DelayLaw> repair) {
  /** Of a layer that never fails. */
  public static LayerFailures none() {
    return new LayerFailures(
        Optional.empty(), Optional.empty(), new hebe.sim.law.Deterministic(0), Optional.empty());
  }
}
