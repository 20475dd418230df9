package hebe.sim.exact;

import hebe.sim.law.PhaseType;
import hebe.sim.model.Model;
import hebe.sim.step.Immediates;
import hebe.sim.step.Step;
import hebe.sim.step.Touched;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that one instant can lead to: the tree of what fires at once after a timed firing, and
 * of the phases in which clocks start, down to the states in which time passes.
 *
 * <p>A node fires the next immediate transition, with a branch for each competitor; when none is
 * enabled the touched clocks start and stop, with a branch for each phase in which one can start;
 * then the first pending delay of 0 s fires, by rank and then in the order in which they were
 * started, and so on. A leaf is a state, with the product of the probabilities on the way.
 */
final class Instant {
  /** What an instant tells of its tree. */
  interface Listener {
    /** A transition fires with this share of all ways through the instant. */
    void fired(int transition, double share);

    /** A reward of the observer earns this amount, share included. */
    void earned(int reward, double amount);

    /** An immediate transition, first of its rivals, is next to fire in this state. */
    void next(int transition, int[] state);

    /** Time may pass in this state. */
    void settled(int[] state, double share) throws UnsolvableException;
  }

  private final Model model;
  private final PhaseClocks clocks;
  private final Observer observer;
  private final Listener listener;
  private final int[] state;
  private final Step step;
  private final IntList pending = new IntList();
  private final IntList starting = new IntList();
  private final Path path;

  Instant(Model model, PhaseClocks clocks, Observer observer, Listener listener) {
    this.model = model;
    this.clocks = clocks;
    this.observer = observer;
    this.listener = listener;
    state = new int[clocks.length() + observer.scratch()];
    step = new Step(model, state);
    path = new Path(model);
  }

  /** The instant at which time begins. */
  void begin() throws UnsolvableException {
    System.arraycopy(model.initialState(), 0, state, 0, model.variableCount());
    observer.started(state, clocks.memory(), listener::earned);
    step.look();
    step.touchAll();
    settle(1, 0);
  }

  /** The instant at which a timed transition fires in a state. */
  void fire(int[] from, int transition) throws UnsolvableException {
    System.arraycopy(from, 0, state, 0, from.length);
    Arrays.fill(state, from.length, state.length, 0);
    fire(transition, 1);
    settle(1, 0);
  }

  private void fire(int transition, double share) {
    forget(transition);
    step.fire(transition);
    for (int k = 0; k < model.renewalCount(transition); k++) {
      forget(model.renewal(transition, k));
    }
    // What keeps a part of its age and is not memoryless was refused.
    for (int k = 0; k < model.ageingCount(transition); k++) {
      forget(model.aged(transition, k));
    }
    listener.fired(transition, share);
    observer.fired(
        transition,
        step.changes(),
        state,
        clocks.memory(),
        (reward, amount) -> listener.earned(reward, share * amount));
  }

  /** The clock stops, and remembers nothing. */
  private void forget(int transition) {
    if (clocks.kept(transition)) {
      state[clocks.slot(transition)] = 0;
    }
    pending.remove(transition);
  }

  private void settle(double share, int length) throws UnsolvableException {
    int depth = length;
    Immediates immediates = step.immediates();
    while (true) {
      int next;
      if (!immediates.none()) {
        int rivals = immediates.contest();
        listener.next(immediates.rival(0), state);
        if (rivals > 1) {
          compete(share, rivals, depth);
          return;
        }
        next = immediates.rival(0);
      } else {
        updateClocks();
        if (!starting.isEmpty()) {
          start(share, depth);
          return;
        }
        if (pending.isEmpty()) {
          listener.settled(state, share);
          return;
        }
        next = firstPending();
      }
      path.visit(depth++, state, pending, next);
      fire(next, share);
    }
  }

  /** A branch for each competitor. */
  private void compete(double share, int rivals, int depth) throws UnsolvableException {
    Immediates immediates = step.immediates();
    int[] competitor = new int[rivals];
    double[] shares = new double[rivals];
    for (int i = 0; i < rivals; i++) {
      competitor[i] = immediates.rival(i);
      shares[i] = share * (immediates.weight(i) / immediates.totalWeight());
    }
    Node node = new Node();
    for (int i = 0; i < rivals; i++) {
      node.restore();
      path.visit(depth, state, pending, competitor[i]);
      fire(competitor[i], shares[i]);
      settle(shares[i], depth + 1);
    }
  }

  /** A branch for each phase in which the next of the starting clocks can start. */
  private void start(double share, int depth) throws UnsolvableException {
    int transition = starting.pop();
    List<PhaseType.Phase> phases = clocks.phases(transition);
    Node node = new Node();
    for (int i = 0; i < phases.size(); i++) {
      double probability = phases.get(i).startProbability();
      if (probability > 0) {
        node.restore();
        state[clocks.slot(transition)] = i + 1;
        settle(share * probability, depth);
      }
    }
  }

  private void updateClocks() {
    Touched touched = step.touched();
    for (int i = 0; i < touched.size(); i++) {
      int transition = touched.get(i);
      if (clocks.instant(transition) || clocks.kept(transition)) { // the state has no other clocks
        update(transition, model.enabled(transition, state));
      }
    }
    touched.clear();
  }

  private void update(int transition, boolean enabled) {
    if (clocks.instant(transition)) {
      if (!enabled) {
        pending.remove(transition);
      } else if (!pending.contains(transition)) {
        pending.add(transition);
      }
    } else if (clocks.kept(transition)) {
      int slot = clocks.slot(transition);
      if (!enabled && !clocks.resumes(transition)) {
        state[slot] = 0;
      } else if (enabled && state[slot] == 0) {
        if (clocks.fixed(transition)) {
          state[slot] = FixedClocks.STARTED;
        } else if (clocks.phases(transition).get(0).startProbability() == 1) {
          state[slot] = 1;
        } else {
          starting.add(transition);
        }
      }
    }
  }

  /** Of the delays of 0 s that are due, the one of lowest rank, then the one started first. */
  private int firstPending() {
    int first = pending.get(0);
    for (int i = 1; i < pending.size(); i++) {
      if (model.transition(pending.get(i)).rank() < model.transition(first).rank()) {
        first = pending.get(i);
      }
    }
    return first;
  }

  /** A node of the tree to come back to, with no immediate transition looked up. */
  private final class Node {
    private final int[] savedState = Arrays.copyOf(state, state.length);
    private final int[] savedTouched = step.touched().saved();
    private final int[] savedPending = pending.saved();
    private final int[] savedStarting = starting.saved();

    void restore() {
      System.arraycopy(savedState, 0, state, 0, state.length);
      step.touched().restore(savedTouched);
      pending.restore(savedPending);
      starting.restore(savedStarting);
      step.look();
    }
  }
}
