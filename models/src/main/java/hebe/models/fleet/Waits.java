package hebe.models.fleet;

import hebe.models.policy.Wait;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes what a rejuvenation that is due waits for besides a repair: each such thing is a condition
 * that holds at times, and after a while it is waited for no longer.
 */
final class Waits {
  private static final String PATIENT = "patient";
  private static final String OVER = "over";

  /** One of them: its condition, and its patience if that ends. */
  private record One(Guard condition, Optional<Patience> patience) {
    Guard served() {
      return patience.map(p -> condition.or(p.component().in(OVER))).orElse(condition);
    }
  }

  private record Patience(Component component, double seconds) {}

  private final List<One> all = new ArrayList<>();

  /**
   * Declares the variables.
   *
   * @param part before the names of variables: {@code vmm-} or nothing
   */
  Waits(Scope scope, String part, List<Wait> waits, WaitConditions conditions) {
    for (Wait wait : waits) {
      if (wait instanceof Wait.Opening) {
        all.add(one(scope, part + "window-wait", wait, conditions.open()));
      } else if (wait instanceof Wait.Quiet) {
        all.add(one(scope, part + "quiet-wait", wait, conditions.quiet()));
      }
    }
  }

  private static One one(Scope scope, String name, Wait wait, Guard condition) {
    Optional<Patience> patience =
        wait.mostSeconds().isPresent()
            ? Optional.of(
                new Patience(
                    scope.component(name, PATIENT, OVER), wait.mostSeconds().getAsDouble()))
            : Optional.empty();
    return new One(condition, patience);
  }

  /** All conditions hold. */
  Guard met() {
    return all.stream().map(One::condition).reduce(Guard.always(), Guard::and);
  }

  /** Each condition holds or is waited for no longer. */
  Guard over() {
    return all.stream().map(One::served).reduce(Guard.always(), Guard::and);
  }

  /** Nothing is waited for any more. */
  List<Effect> settled() {
    return patiences().stream().map(patience -> patience.component().become(PATIENT)).toList();
  }

  /**
   * Writes how long they are waited for.
   *
   * @param pending something is due
   */
  void write(Guard pending) {
    for (Patience patience : patiences()) {
      patience
          .component()
          .transition("end")
          .from(PATIENT)
          .to(OVER)
          .when(pending)
          .after(new Deterministic(patience.seconds()));
    }
  }

  private List<Patience> patiences() {
    return all.stream().flatMap(one -> one.patience().stream()).toList();
  }
}
