package hebe.sim.run;

import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import hebe.sim.random.Streams;
import hebe.sim.step.Step;
import hebe.sim.step.Touched;
import java.util.List;

/**
 * One independent run of a model from time 0 up to, not including, a horizon: a pure function of
 * (model, seed, replication, horizon, grid).
 *
 * <p>One event: the clock that rings first is popped, firing it applies its effects, immediate
 * transitions settle, and the clocks of those who read what changed are started or stopped. Timed
 * transitions are looked at in tangible states only: one that an immediate transition re-enables at
 * once has never stopped.
 */
public final class Replication {
  /** Firings at one instant, for each transition, that hold a model to be caught in a loop. */
  private static final int MOST_FIRINGS_OF_EACH = 100;

  /** What a small model may fire at one instant in any case. */
  private static final int LEAST_LIMIT = 100_000;

  private final Model model;
  private final long seed;
  private final int number;
  private final double horizonSeconds;
  private final List<Double> gridSeconds;

  /**
   * A replication.
   *
   * @param seed master seed of the study
   * @param number of the replication, from 0
   * @param horizonSeconds length, finite and above 0
   * @param gridSeconds instants from 0 to the horizon, in ascending order, at which rewards are
   *     noted
   */
  public Replication(
      Model model, long seed, int number, double horizonSeconds, List<Double> gridSeconds) {
    if (!(horizonSeconds > 0) || Double.isInfinite(horizonSeconds)) {
      throw new IllegalArgumentException(
          "a horizon is finite and above 0 s; got " + horizonSeconds);
    }
    if (number < 0) {
      throw new IllegalArgumentException("replications are numbered from 0; got " + number);
    }
    Grid.check(gridSeconds, horizonSeconds);
    this.model = model;
    this.seed = seed;
    this.number = number;
    this.horizonSeconds = horizonSeconds;
    this.gridSeconds = List.copyOf(gridSeconds);
  }

  /**
   * Runs it, telling the trace of every firing.
   *
   * @throws ReplicationException if the model breaks an invariant
   */
  public Observation run(Trace trace) {
    return new Run(trace).toHorizon();
  }

  /** The state of a running replication. */
  private final class Run {
    private final Trace trace;
    private final int[] values = model.initialState();
    private final Step step = new Step(model, values);
    private final RewardAccounts accounts = new RewardAccounts(model);
    private final Grid grid =
        new Grid(gridSeconds.stream().mapToDouble(Double::doubleValue).toArray(), model);
    private final Streams streams = streams();
    private final Choice choice = new Choice(streams);
    private final Clocks clocks = new Clocks(model, streams);
    private final long mostFiringsAtOnce =
        Math.max(LEAST_LIMIT, (long) MOST_FIRINGS_OF_EACH * model.transitionCount());
    private double now;
    private long firings;
    private long firingsNow;
    private int current = -1;

    Run(Trace trace) {
      this.trace = trace;
    }

    Observation toHorizon() {
      try {
        start();
        while (clocks.anyBefore(horizonSeconds)) {
          step();
        }
      } catch (RuntimeException broken) {
        String where = current < 0 ? "start" : model.transitionName(current);
        throw new ReplicationException(seed, number, now, where, broken);
      }
      grid.passTo(Double.POSITIVE_INFINITY, accounts);
      trace.ended(horizonSeconds);
      return grid.observation(totals(), firings, clocks.drew() || choice.drew());
    }

    private void start() {
      trace.started(values);
      accounts.start(values);
      step.look();
      step.touchAll();
      settle();
    }

    private void step() {
      double time = clocks.nextTime();
      if (time > now) {
        firingsNow = 0;
      }
      grid.passTo(time, accounts);
      now = time;
      fire(clocks.pop(now));
      settle();
    }

    /** Fires what is immediate, then starts and stops the clocks that were touched. */
    private void settle() {
      while (!step.immediates().none()) {
        fire(choice.next(step.immediates()));
      }
      Touched touched = step.touched();
      for (int i = 0; i < touched.size(); i++) {
        current = touched.get(i);
        clocks.update(current, model.enabled(current, values), now);
      }
      touched.clear();
    }

    private void fire(int transition) {
      current = transition;
      firings++;
      if (++firingsNow > mostFiringsAtOnce) {
        throw new IllegalStateException(
            "more than " + mostFiringsAtOnce + " firings at one instant; a cycle of no delay");
      }
      step.fire(transition);
      for (int k = 0; k < model.renewalCount(transition); k++) {
        clocks.renew(model.renewal(transition, k));
      }
      for (int k = 0; k < model.ageingCount(transition); k++) {
        clocks.age(model.aged(transition, k), model.ageing(transition, k), now);
      }
      accounts.fired(now, transition, values, step.changes());
      trace.fired(now, transition, step.changes());
    }

    private double[] totals() {
      double[] totals = new double[model.rewardCount()];
      for (int r = 0; r < totals.length; r++) {
        totals[r] = accounts.earnedUntil(r, horizonSeconds);
      }
      return totals;
    }
  }

  /**
   * Only what draws owns a stream: random delays, and immediate transitions, which may have to
   * compete.
   */
  private Streams streams() {
    Streams streams = new Streams(seed, number, model.transitionCount());
    for (int t = 0; t < model.transitionCount(); t++) {
      Timing timing = model.transition(t).timing();
      boolean draws =
          timing instanceof Timing.Immediate
              || (timing instanceof Timing.After after && after.of(model.copyOf(t)).random());
      if (draws) {
        streams.open(t, model.transitionName(t));
      }
    }
    return streams;
  }
}
