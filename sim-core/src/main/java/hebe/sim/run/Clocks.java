package hebe.sim.run;

import hebe.sim.event.IndexedHeap;
import hebe.sim.law.DelayLaw;
import hebe.sim.model.Ageing;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import hebe.sim.model.Transition;
import hebe.sim.random.Streams;

/** The clocks of the timed transitions: which run, until when, and what a stopped one remembers. */
final class Clocks {
  /** What is not random takes the same delay at any uniform. */
  private static final double ANY = 0.5;

  private final Model model;
  private final Streams streams;
  private final IndexedHeap heap;
  private final boolean[] remembers;
  private final double[] memory;
  private final Ages ages;
  private boolean drew;

  Clocks(Model model, Streams streams) {
    this.model = model;
    this.streams = streams;
    heap = new IndexedHeap(Math.max(1, model.transitionCount()));
    remembers = new boolean[model.transitionCount()];
    memory = new double[model.transitionCount()];
    ages = new Ages(model);
  }

  boolean anyBefore(double horizonSeconds) {
    return !heap.isEmpty() && heap.peekTime() < horizonSeconds;
  }

  double nextTime() {
    return heap.peekTime();
  }

  int pop(double now) {
    int transition = heap.pop();
    remembers[transition] = false;
    ages.stopped(transition, now);
    return transition;
  }

  /** Makes a clock forget; if it runs, it starts anew at the next {@link #update}. */
  void renew(int transition) {
    heap.cancel(transition);
    remembers[transition] = false;
    ages.forget(transition);
  }

  /**
   * Gives a clock another virtual age; what is left of its delay is drawn anew at the next {@link
   * #update}, unless the age is the old one.
   */
  void age(int transition, Ageing ageing, double now) {
    boolean runs = heap.isScheduled(transition);
    if (runs) {
      ages.stopped(transition, now);
    }
    boolean changed = ages.age(transition, ageing);
    if (changed || !(runs || remembers[transition])) {
      heap.cancel(transition);
      remembers[transition] = false;
      ages.keep(transition);
    } else if (runs) {
      ages.started(transition, now);
    }
  }

  /** Starts or stops the clock of a transition according to whether it is enabled now. */
  void update(int transition, boolean enabled, double now) {
    if (enabled != heap.isScheduled(transition)) {
      if (enabled) {
        start(transition, now);
      } else {
        stop(transition, now);
      }
    }
  }

  /** Whether any delay was drawn at random. */
  boolean drew() {
    return drew;
  }

  private void start(int transition, double now) {
    Transition shape = model.transition(transition);
    double time;
    if (shape.timing() instanceof Timing.Calendar calendar) {
      time = calendar.nextAfter(model.copyOf(transition), now);
    } else {
      time =
          now
              + delay(
                  transition, shape, ((Timing.After) shape.timing()).of(model.copyOf(transition)));
    }
    heap.schedule(transition, time, shape.rank());
    ages.started(transition, now);
  }

  private double delay(int transition, Transition shape, DelayLaw law) {
    if (remembers[transition]) {
      return memory[transition];
    }
    drew |= law.random();
    double u = law.random() ? streams.nextUniform(transition) : ANY;
    double age = ages.atStart(transition);
    double delay = age == 0 ? law.delaySeconds(u) : law.remainingSeconds(age, u);
    if (!(delay >= 0) || Double.isInfinite(delay)) {
      throw new IllegalStateException(
          "the law " + law.describe() + " gave a delay of " + delay + " s");
    }
    if (shape.memory() == MemoryPolicy.REPEAT) {
      remembers[transition] = true;
      memory[transition] = delay;
    }
    return delay;
  }

  private void stop(int transition, double now) {
    Transition shape = model.transition(transition);
    if (shape.memory() == MemoryPolicy.RESUME && shape.timing() instanceof Timing.After) {
      remembers[transition] = true;
      memory[transition] = heap.timeOf(transition) - now;
      ages.stopped(transition, now);
    } else {
      ages.forget(transition);
    }
    heap.cancel(transition);
  }
}
