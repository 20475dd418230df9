package hebe.sim.run;

import hebe.sim.model.Ageing;
import hebe.sim.model.Changes;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import hebe.sim.random.Streams;
import java.util.Arrays;

/**
 * The semantics of a model written down a second time, without any index: after every firing every
 * transition is looked at, and every reward is evaluated anew.
 */
final class NaiveRun {
  private static final double OFF = Double.NaN;

  private final Model model;
  private final Trace trace;
  private final Streams streams;
  private final int[] values;
  private final Changes changes = new Changes();
  private final double[] due;
  private final double[] kept;
  private final double[] age;
  private final double[] ran;
  private final double[] begun;
  private final boolean[] aged;
  private final double[] totals;
  private double now;

  NaiveRun(Model model, long seed, int replication, Trace trace) {
    this.model = model;
    this.trace = trace;
    int count = model.transitionCount();
    streams = new Streams(seed, replication, count);
    for (int t = 0; t < count; t++) {
      streams.open(t, model.transitionName(t));
    }
    values = model.initialState();
    due = filled(count);
    kept = filled(count);
    age = new double[count];
    ran = new double[count];
    begun = new double[count];
    aged = new boolean[count];
    totals = new double[model.rewardCount()];
  }

  private static double[] filled(int count) {
    double[] array = new double[count];
    Arrays.fill(array, OFF);
    return array;
  }

  double[] totals(double horizonSeconds) {
    settle();
    for (int next = first(); next >= 0 && due[next] < horizonSeconds; next = first()) {
      pass(due[next]);
      ran[next] += now - begun[next];
      due[next] = OFF;
      kept[next] = OFF;
      fire(next);
      settle();
    }
    pass(horizonSeconds);
    return totals;
  }

  private void pass(double until) {
    for (int r = 0; r < totals.length; r++) {
      totals[r] += model.rate(r, values) * (until - now);
    }
    now = until;
  }

  private void fire(int transition) {
    changes.clear();
    model.fire(transition, values, changes);
    for (int k = 0; k < model.renewalCount(transition); k++) {
      due[model.renewal(transition, k)] = OFF;
      kept[model.renewal(transition, k)] = OFF;
      forget(model.renewal(transition, k));
    }
    for (int k = 0; k < model.ageingCount(transition); k++) {
      age(model.aged(transition, k), model.ageing(transition, k));
    }
    trace.fired(now, transition, changes);
  }

  private void forget(int t) {
    age[t] = 0;
    ran[t] = 0;
    aged[t] = false;
  }

  /** Kijima's models I and II; what is left of a delay is drawn anew where the age has changed. */
  private void age(int t, Ageing by) {
    if (!Double.isNaN(due[t])) {
      ran[t] += now - begun[t];
      begun[t] = now;
    }
    boolean last = by.of() == Ageing.Of.LAST_RUN;
    double next = by.factor() * ran[t] + (last ? age[t] : by.factor() * age[t]);
    double exact = last ? next : by.factor() * (age[t] + ran[t]);
    boolean pending = !Double.isNaN(due[t]) || !Double.isNaN(kept[t]);
    if (exact != age[t] + ran[t] || !pending) {
      aged[t] = true;
      due[t] = OFF;
      kept[t] = OFF;
    }
    age[t] = exact;
    ran[t] = 0;
  }

  /** Fires immediate transitions as long as there are any, then sets every clock. */
  private void settle() {
    for (int next = immediate(); next >= 0; next = immediate()) {
      fire(next);
    }
    for (int t = 0; t < due.length; t++) {
      boolean runs = !Double.isNaN(due[t]);
      if (!model.transition(t).immediate() && runs != model.enabled(t, values)) {
        if (runs) {
          stop(t);
        } else {
          due[t] = start(t);
        }
      }
    }
  }

  private void stop(int t) {
    if (model.transition(t).memory() == MemoryPolicy.RESUME) {
      kept[t] = due[t] - now;
      ran[t] += now - begun[t];
    } else {
      forget(t);
    }
    due[t] = OFF;
  }

  private double start(int t) {
    if (model.transition(t).timing() instanceof Timing.Calendar calendar) {
      double instant = calendar.firstOf(model.copyOf(t));
      for (int k = 1; instant <= now; k++) {
        instant = calendar.firstOf(model.copyOf(t)) + k * calendar.periodSeconds();
      }
      return instant;
    }
    begun[t] = now;
    if (Double.isNaN(kept[t])) {
      if (!aged[t]) {
        forget(t);
      }
      aged[t] = false;
      var law = ((Timing.After) model.transition(t).timing()).of(model.copyOf(t));
      double delay = law.remainingSeconds(age[t], law.random() ? streams.nextUniform(t) : 0.5);
      kept[t] = model.transition(t).memory() == MemoryPolicy.REPEAT ? delay : OFF;
      return now + delay;
    }
    return now + kept[t];
  }

  private int immediate() {
    int first = -1;
    for (int t = 0; t < due.length; t++) {
      if (immediate(t) && (first < 0 || priority(t) > priority(first))) {
        first = t;
      }
    }
    if (first < 0) {
      return first;
    }
    double sum = 0;
    int rivals = 0;
    for (int t = first; t < due.length; t++) {
      if (rivals(t, first)) {
        sum += weight(t);
        rivals++;
      }
    }
    double left = rivals == 1 ? 0 : sum * streams.nextUniform(first);
    int chosen = first;
    for (int t = first; t < due.length && left >= 0; t++) {
      if (rivals(t, first)) {
        chosen = t;
        left -= weight(t);
      }
    }
    return chosen;
  }

  private boolean immediate(int t) {
    return model.transition(t).immediate() && model.enabled(t, values);
  }

  private boolean rivals(int t, int first) {
    return immediate(t)
        && priority(t) == priority(first)
        && model.componentOf(t) == model.componentOf(first);
  }

  private int priority(int t) {
    return ((Timing.Immediate) model.transition(t).timing()).priority();
  }

  private double weight(int t) {
    return ((Timing.Immediate) model.transition(t).timing()).weight();
  }

  private int first() {
    int first = -1;
    for (int t = 0; t < due.length; t++) {
      if (!Double.isNaN(due[t])
          && (first < 0
              || due[t] < due[first]
              || (due[t] == due[first]
                  && model.transition(t).rank() < model.transition(first).rank()))) {
        first = t;
      }
    }
    return first;
  }
}
