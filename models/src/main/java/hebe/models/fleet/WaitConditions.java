package hebe.models.fleet;

import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.Wait;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import java.util.function.Supplier;

/**
 * What the rejuvenations of a host's VMM, or of its guests, may wait for.
 *
 * @param open the window of the policy is open; always without one
 * @param quiet the load of the host is low; always where nothing waits for that
 */
record WaitConditions(Guard open, Guard quiet) {
  /**
   * Writes the window of a policy, if it has one.
   *
   * @param part before the names of variables
   * @param quiet the load of the host is low
   */
  static WaitConditions write(
      Scope scope, String part, RejuvenationPolicy policy, Supplier<Guard> quiet) {
    Guard open =
        policy.waits().stream()
            .filter(Wait.Opening.class::isInstance)
            .map(wait -> WindowScope.write(scope, part, ((Wait.Opening) wait).window()))
            .reduce(Guard.always(), Guard::and);
    return new WaitConditions(open, policy.waitsForQuiet() ? quiet.get() : Guard.always());
  }
}
