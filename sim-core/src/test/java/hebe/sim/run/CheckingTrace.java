package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;

/** Checks every firing against the state, with everything recomputed from scratch. */
final class CheckingTrace implements Trace {
  private final Model model;
  private int[] live = {};
  private int[] own = {};
  private double now;

  CheckingTrace(Model model) {
    this.model = model;
  }

  @Override
  public void started(int[] values) {
    live = values;
    own = values.clone();
  }

  @Override
  public void fired(double timeSeconds, int transition, Changes changes) {
    assertThat(timeSeconds).isGreaterThanOrEqualTo(now);
    now = timeSeconds;
    assertThat(model.enabled(transition, own)).as("enabled before it fires").isTrue();
    assertThat(priority(transition)).as("priority").isEqualTo(highestPriority());
    for (int c = 0; c < changes.size(); c++) {
      assertThat(own[changes.variable(c)]).isEqualTo(changes.before(c));
      own[changes.variable(c)] = changes.after(c);
    }
    assertThat(own).isEqualTo(live);
    for (int v = 0; v < own.length; v++) {
      assertThat(own[v]).isBetween(model.variable(v).least(), model.variable(v).most());
    }
  }

  @Override
  public void ended(double horizonSeconds) {
    assertThat(now).isLessThanOrEqualTo(horizonSeconds);
    assertThat(highestPriority()).as("settled").isEqualTo(Integer.MIN_VALUE);
  }

  /**
   * The highest priority among enabled immediate transitions; below all others if there is none.
   */
  private int highestPriority() {
    int highest = Integer.MIN_VALUE;
    for (int t = 0; t < model.transitionCount(); t++) {
      if (model.enabled(t, own)) {
        highest = Math.max(highest, priority(t));
      }
    }
    return highest;
  }

  private int priority(int transition) {
    return model.transition(transition).timing() instanceof Timing.Immediate immediate
        ? immediate.priority()
        : Integer.MIN_VALUE;
  }
}
