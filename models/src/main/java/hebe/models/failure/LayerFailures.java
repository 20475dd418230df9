package hebe.models.failure;

import hebe.models.aging.Aging;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import java.util.Optional;

/**
 * How one layer (hardware, VMM, guest, service) fails.
 *
 * <p>A layer that ages in stages is robust at first, passes through them, and in the last one,
 * failure-probable, crashes after a delay of the crash law; earlier stages may have crash laws of
 * their own. One that uses up a resource crashes when nothing is left, and, with a crash law, may
 * do so before. One that does not age crashes after a delay of the crash law since its last fresh
 * start.
 *
 * @param aging how it ages
 * @param crash from failure-probable, from the fresh start, or while little of the resource is
 *     free, to the crash; empty if there is no such crash
 * @param detection from the crash to its detection
 * @param repair from the detection to the end of the repair; empty if it is computed from a
 *     recovery plan
 */
public record LayerFailures(
    Aging aging, Optional<DelayLaw> crash, DelayLaw detection, Optional<DelayLaw> repair) {
  /** Of a layer with one stage of this law before failure-probable, or none. */
  public LayerFailures(
      Optional<DelayLaw> aging,
      Optional<DelayLaw> crash,
      DelayLaw detection,
      Optional<DelayLaw> repair) {
    this(aging.<Aging>map(Aging.Stages::of).orElseGet(Aging.None::new), crash, detection, repair);
  }

  /** Of a layer that never fails. */
  public static LayerFailures none() {
    return new LayerFailures(
        new Aging.None(), Optional.empty(), new Deterministic(0), Optional.empty());
  }

  /** Whether it can crash. */
  public boolean fails() {
    return crash.isPresent()
        || aging.resource().isPresent()
        || (aging instanceof Aging.Stages staged
            && staged.stages().stream().anyMatch(stage -> stage.crash().isPresent()));
  }
}
