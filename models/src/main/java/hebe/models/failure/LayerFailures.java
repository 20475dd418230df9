package hebe.models.failure;

import hebe.models.aging.Aging;
import hebe.models.aging.Clearing;
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
 * @param restores how much of the layer's age the repair after its own crash takes away
 */
public record LayerFailures(
    Aging aging,
    Optional<DelayLaw> crash,
    DelayLaw detection,
    Optional<DelayLaw> repair,
    Clearing restores) {
  public LayerFailures {
    restores
        .misfit(aging)
        .ifPresent(
            need -> {
              throw new IllegalArgumentException("such a repair needs " + need);
            });
  }

  /** Of a layer that every repair makes as good as new. */
  public LayerFailures(
      Aging aging, Optional<DelayLaw> crash, DelayLaw detection, Optional<DelayLaw> repair) {
    this(aging, crash, detection, repair, Clearing.all());
  }

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

  /** The same, repaired otherwise. */
  public LayerFailures restoring(Clearing clearing) {
    return new LayerFailures(aging, crash, detection, repair, clearing);
  }

  /** Whether it can crash. */
  public boolean fails() {
    return crash.isPresent()
        || aging.resource().isPresent()
        || (aging instanceof Aging.Stages staged
            && staged.stages().stream().anyMatch(stage -> stage.crash().isPresent()));
  }
}
