package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.exact.Solution;
import hebe.sim.exact.Steady;
import hebe.sim.exact.Transient;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.model.Model;
import hebe.sim.stat.Tally;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Random models with one fixed clock: the solution as a Markov regenerative process against the
 * limit of Erlang clocks of ever more stages, and against the simulator.
 */
class FixedClockAgainstOthersTest {
  private static final DelayLaw CLOCK = new Deterministic(2);
  private static final int MODELS = 60;
  private static final int STAGES = 8;
  private static final int MOST_STATES = 60;
  private static final double WARM_UP = 100;
  private static final double WINDOW = 400;

  /** What the window cannot tell: a cut period of the clock changes an average by about so much. */
  private static final double GRAIN = 1e-3;

  /** Empty if there is no such clock, if there are too many states, or a cycle of delays of 0 s. */
  private static Optional<Solution> solution(long seed) {
    try {
      Solution solution = Solution.of(RandomModels.clocked(seed, CLOCK), MOST_STATES);
      return solution.fixedClocks().isEmpty() ? Optional.empty() : Optional.of(solution);
    } catch (UnsolvableException expected) {
      assertThat(expected.getMessage()).containsAnyOf("60 states", "take no time");
      return Optional.empty();
    }
  }

  @Test
  void randomModels_everyReward_isTheLimitOfErlangClocks() throws UnsolvableException {
    int solved = 0;
    for (long seed = 1; solved < MODELS; seed++) {
      Optional<Solution> solution = solution(seed);
      if (solution.isPresent()) {
        Steady steady = solution.get().steady();
        Steady[] erlang = new Steady[4];
        for (int i = 0; i < erlang.length; i++) {
          Model model = RandomModels.clocked(seed, new Erlang(STAGES << i, 2));
          erlang[i] = Solution.of(model, 100_000).steady();
        }
        for (int r = 0; r < RandomModels.clocked(seed, CLOCK).rewardCount(); r++) {
          assertThat(steady.rate(r))
              .as("seed %s, reward %s", seed, r)
              .isCloseTo(limit(erlang, r), within(2e-5));
        }
        solved++;
      }
      assertThat(seed).as("models tried").isLessThan(10 * MODELS);
    }
  }

  /** The error of k stages is a series in 1 / k; the first terms are taken away. */
  private static double limit(Steady[] erlang, int reward) {
    double[] value = new double[erlang.length];
    for (int i = 0; i < value.length; i++) {
      value[i] = erlang[i].rate(reward);
    }
    for (int order = 1; order < value.length; order++) {
      double factor = 1 << order;
      for (int i = 0; i < value.length - order; i++) {
        value[i] = (factor * value[i + 1] - value[i]) / (factor - 1);
      }
    }
    return value[0];
  }

  @Test
  void randomModels_everyReward_agreesWithTheSimulator() throws UnsolvableException {
    int compared = 0;
    int chance = 0;
    for (long seed = 1; compared < MODELS; seed++) {
      Optional<Solution> solution = solution(seed);
      if (solution.isPresent() && settles(seed)) {
        chance += simulate(seed, solution.get().steady());
        compared++;
      }
      assertThat(seed).as("models tried").isLessThan(10 * MODELS);
    }
    assertThat(chance).as("rewards that chance moves").isGreaterThan(MODELS);
  }

  /** Whether a model like it is in its long run when the simulation begins to count. */
  private static boolean settles(long seed) throws UnsolvableException {
    Model model = RandomModels.clocked(seed, new Erlang(STAGES, 2));
    Solution erlang = Solution.of(model, 10_000);
    Transient then = erlang.until(WARM_UP);
    Steady steady = erlang.steady();
    double worst = 0;
    for (int r = 0; r < model.rewardCount(); r++) {
      worst = Math.max(worst, Math.abs(then.rate(r) - steady.rate(r)));
    }
    return worst < GRAIN / 10;
  }

  /** Returns how many rewards differ between replications by more than the grain of counting. */
  private static int simulate(long seed, Steady steady) {
    Model model = RandomModels.clocked(seed, CLOCK);
    Tally[] tally = new Tally[model.rewardCount()];
    Arrays.setAll(tally, r -> new Tally());
    for (int replication = 0; replication < 60; replication++) {
      Observation seen = Nothing.run(model, seed, replication, WARM_UP + WINDOW, List.of(WARM_UP));
      for (int r = 0; r < tally.length; r++) {
        tally[r].add((seen.total(r) - seen.earnedAt(0, r)) / WINDOW);
      }
    }
    int chance = 0;
    for (int r = 0; r < tally.length; r++) {
      double error = Math.hypot(tally[r].standardError(), GRAIN);
      assertThat((tally[r].mean() - steady.rate(r)) / error)
          .as(
              "seed %s, reward %s: %s simulated, %s exact",
              seed, r, tally[r].mean(), steady.rate(r))
          .isBetween(-4.5, 4.5);
      chance += tally[r].standardError() > GRAIN ? 1 : 0;
    }
    return chance;
  }
}
