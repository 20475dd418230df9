package hebe.models.selfvirt;

import hebe.models.timing.run.Distribution;
import hebe.sim.stat.Tally;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Many simulated switches of one plan.
 *
 * @param requestToCommit from the request until the system runs on the other side
 * @param waiting the part of it before the attempt that succeeds is served
 * @param standstill the rest
 * @param attempts how many attempts there were in all
 * @param inUse share of the attempts that found sensitive code in use
 */
public record SwitchStudy(
    Distribution requestToCommit,
    Distribution waiting,
    Distribution standstill,
    long attempts,
    double inUse) {

  /** Simulates the switches 0 to runs - 1, of which there is at least one. */
  public static SwitchStudy of(SwitchPlan plan, long seed, int runs) {
    if (runs < 1) {
      throw new IllegalArgumentException("runs: expected at least 1, got " + runs);
    }
    SwitchOutcome[] outcomes =
        IntStream.range(0, runs)
            .mapToObj(run -> SwitchRun.simulate(plan, seed, run))
            .toArray(SwitchOutcome[]::new);
    long attempts = Arrays.stream(outcomes).mapToLong(SwitchOutcome::attempts).sum();
    double second = plan.clock().hertz();
    return new SwitchStudy(
        distribution(all(outcomes, o -> o.requestToCommitCycles() / second)),
        distribution(
            all(outcomes, o -> (o.requestToCommitCycles() - o.standstillCycles()) / second)),
        distribution(all(outcomes, o -> o.standstillCycles() / second)),
        attempts,
        (attempts - runs) / (double) attempts);
  }

  private static double[] all(
      SwitchOutcome[] outcomes, java.util.function.ToDoubleFunction<SwitchOutcome> value) {
    return Arrays.stream(outcomes).mapToDouble(value).toArray();
  }

  private static Distribution distribution(double[] seconds) {
    Tally tally = new Tally();
    Arrays.stream(seconds).forEach(tally::add);
    Arrays.sort(seconds);
    return new Distribution(
        seconds.length,
        tally.mean(),
        seconds.length < 2 ? 0 : Math.sqrt(Math.max(0, tally.variance())),
        quantile(seconds, 0.5),
        quantile(seconds, 0.95),
        quantile(seconds, 0.99),
        seconds[seconds.length - 1]);
  }

  /** The least observation that so large a share does not exceed. */
  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
