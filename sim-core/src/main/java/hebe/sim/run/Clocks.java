package hebe.sim.run;

import hebe.sim.event.IndexedHeap;
import hebe.sim.law.DelayLaw;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import hebe.sim.model.Transition;
import hebe.sim.random.Streams;

/** The clocks of the timed transitions: which run, until when, and what a stopped one remembers. */
final class Clocks {
  private final Model model;
  private final Streams streams;
  private final IndexedHeap heap;
  private final boolean[] remembers;
  private final double[] memory;
  private boolean drew;

  Clocks(Model model, Streams streams) {
    this.model = model;
    this.streams = streams;
    heap = new IndexedHeap(Math.max(1, model.transitionCount()));
    remembers = new boolean[model.transitionCount()];
    memory = new double[model.transitionCount()];
  }

  boolean anyBefore(double horizonSeconds) {
    return !heap.isEmpty() && heap.peekTime() < horizonSeconds;
  }

  double nextTime() {
    return heap.peekTime();
  }

  int pop() {
    int transition = heap.pop();
    remembers[transition] = false;
    return transition;
  }

  /** Makes a clock forget; if it runs, it starts anew at the next {@link #update}. */
  void renew(int transition) {
    heap.cancel(transition);
    remembers[transition] = false;
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
  }

  private double delay(int transition, Transition shape, DelayLaw law) {
    if (remembers[transition]) {
      return memory[transition];
    }
    drew |= law.random();
    double delay =
        law.random() ? law.delaySeconds(streams.nextUniform(transition)) : law.meanSeconds();
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
    }
    heap.cancel(transition);
  }
}
