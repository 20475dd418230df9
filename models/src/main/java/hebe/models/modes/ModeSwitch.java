package hebe.models.modes;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;

/**
 * Putting a VMM under a running system and taking it away. The system stands still meanwhile.
 *
 * <p>An attempt finds the objects of the system in use with a probability and is then repeated
 * after a while, in which the system runs on; the mean wait is retry x busy / (1 - busy).
 *
 * @param attach duration from native to virtual
 * @param detach duration from virtual to native
 * @param busy probability, from 0 and below 1, that an attempt must be repeated
 * @param retrySeconds from an attempt to the next; above 0 where one may be repeated
 * @param failure probability, from 0 and below 1, that an attach fails at its end
 * @param crash probability, from 0 to 1, that a failed attach crashes the system; otherwise the
 *     system stays native and tries again after {@code retrySeconds}
 */
public record ModeSwitch(
    DelayLaw attach,
    DelayLaw detach,
    double busy,
    double retrySeconds,
    double failure,
    double crash) {
  public ModeSwitch {
    if (!(busy >= 0 && busy < 1 && failure >= 0 && failure < 1 && crash >= 0 && crash <= 1)) {
      throw new IllegalArgumentException(
          "a switch: expected one that may succeed, got busy "
              + busy
              + ", failure "
              + failure
              + ", crash "
              + crash);
    }
    boolean repeats = busy > 0 || (failure > 0 && crash < 1);
    if (!(retrySeconds >= 0) || Double.isInfinite(retrySeconds) || (repeats && retrySeconds == 0)) {
      throw new IllegalArgumentException(
          "a switch: expected some time before it is tried again, got " + retrySeconds + " s");
    }
  }

  /** A switch that always succeeds at once and takes these times. */
  public static ModeSwitch lasting(double attachSeconds, double detachSeconds) {
    return new ModeSwitch(
        new Deterministic(attachSeconds), new Deterministic(detachSeconds), 0, 0, 0, 0);
  }

  /** Whether an attempt may have to be repeated. */
  public boolean repeats() {
    return retrySeconds > 0 && (busy > 0 || failure > 0);
  }
}
