package hebe.sim.exact;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import hebe.sim.run.Observation;
import hebe.sim.run.Replication;
import hebe.sim.run.Trace;
import hebe.sim.stat.Estimate;
import hebe.sim.stat.Tally;
import java.util.List;

/** Replications of a model, at a constant seed. */
final class Simulation {
  private static final long SEED = 20_240_601;

  private Simulation() {}

  /** What each reward earns per hour, the first tenth of each replication left out. */
  static Tally[] perHour(Model model, int replications, double hours) {
    Tally[] tallies = tallies(model);
    for (int n = 0; n < replications; n++) {
      Observation seen = run(model, n, hours, List.of(hours / 10));
      for (int r = 0; r < tallies.length; r++) {
        tallies[r].add((seen.total(r) - seen.earnedAt(0, r)) / (0.9 * hours));
      }
    }
    return tallies;
  }

  /**
   * What a reward earns per hour, as above, in as many replications as its 95 % interval needs to
   * be as narrow as asked; at least 60, and at most 10,000.
   *
   * @param halfWidth relative to the mean
   */
  static Tally perHourTo(double halfWidth, SimulatedChains.Run what, long seed) {
    Tally tally = new Tally();
    double begin = what.hours() / 10;
    while (tally.count() < 60 || (tally.count() < 10_000 && relative(tally) > halfWidth)) {
      Observation seen =
          new Replication(what.model(), seed, tally.count(), what.hours(), List.of(begin))
              .run(new Silent());
      double earned = seen.total(what.reward()) - seen.earnedAt(0, what.reward());
      tally.add(earned / (what.hours() - begin));
    }
    return tally;
  }

  /** The half-width of the 95 % interval of a mean, relative to the mean. */
  static double relative(Tally tally) {
    Estimate.Interval interval = (Estimate.Interval) tally.estimate(0.95);
    return (interval.high() - interval.low()) / 2 / interval.mean();
  }

  /** What all rewards together earn per hour, replication by replication; as above. */
  static double[] sums(Model model, int replications, double hours) {
    double[] sums = new double[replications];
    for (int n = 0; n < replications; n++) {
      Observation seen = run(model, n, hours, List.of(hours / 10));
      for (int r = 0; r < model.rewardCount(); r++) {
        sums[n] += (seen.total(r) - seen.earnedAt(0, r)) / (0.9 * hours);
      }
    }
    return sums;
  }

  /** The rate of each reward at each instant, instant by instant. */
  static Tally[][] at(Model model, int replications, double... hours) {
    Tally[][] tallies = new Tally[hours.length][];
    for (int t = 0; t < hours.length; t++) {
      tallies[t] = tallies(model);
    }
    List<Double> grid = java.util.Arrays.stream(hours).boxed().toList();
    for (int n = 0; n < replications; n++) {
      Observation seen = run(model, n, hours[hours.length - 1], grid);
      for (int t = 0; t < hours.length; t++) {
        for (int r = 0; r < tallies[t].length; r++) {
          tallies[t][r].add(seen.rateAt(t, r));
        }
      }
    }
    return tallies;
  }

  /** Squared deviation of what reward 0 earns from a mean per hour, over the hours. */
  static Tally spread(Model model, int replications, double hours, double meanPerHour) {
    Tally tally = new Tally();
    for (int n = 0; n < replications; n++) {
      double deviation = run(model, n, hours, List.of()).total(0) - meanPerHour * hours;
      tally.add(deviation * deviation / hours);
    }
    return tally;
  }

  private static Tally[] tallies(Model model) {
    Tally[] tallies = new Tally[model.rewardCount()];
    for (int r = 0; r < tallies.length; r++) {
      tallies[r] = new Tally();
    }
    return tallies;
  }

  private static Observation run(Model model, int number, double hours, List<Double> grid) {
    return new Replication(model, SEED, number, hours, grid).run(new Silent());
  }

  private static final class Silent implements Trace {
    @Override
    public void started(int[] values) {}

    @Override
    public void fired(double timeSeconds, int transition, Changes changes) {}

    @Override
    public void ended(double horizonSeconds) {}
  }
}
