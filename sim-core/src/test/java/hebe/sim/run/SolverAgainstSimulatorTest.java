package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.exact.Solution;
import hebe.sim.exact.Transient;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.model.Model;
import hebe.sim.stat.Tally;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The exact solver and the simulator run one model object: they must mean the same by it. */
class SolverAgainstSimulatorTest {
  private static final int MODELS = 200;
  private static final int REPLICATIONS = 400;
  private static final double HALF = 8;
  private static final double HORIZON = 20;

  private int checks;
  private double squares;

  @Test
  void randomModels_everyReward_agreesAtTwoInstants() throws UnsolvableException {
    int solved = 0;
    int states = 0;
    for (long seed = 1; solved < MODELS; seed++) {
      Model model = RandomModels.phased(seed);
      Optional<Solution> solution = solution(model);
      if (solution.isPresent()) {
        compare(seed, model, solution.get());
        states += solution.get().states();
        solved++;
      }
      assertThat(seed).as("models tried").isLessThan(3 * MODELS);
    }
    assertThat(states / MODELS).as("states of a model").isGreaterThan(100);
    assertThat(checks).isGreaterThan(2500);
    // Were every deviation a standard error, the mean square would be 1; rewards of one model are
    // correlated.
    assertThat(squares / checks).as("mean square of the deviations").isBetween(0.85, 1.15);
  }

  /** Empty if there are too many states, or a cycle of delays of 0 s. */
  private static Optional<Solution> solution(Model model) {
    try {
      return Optional.of(Solution.of(model, 20_000));
    } catch (UnsolvableException expected) {
      assertThat(expected.getMessage()).containsAnyOf("20000 states", "take no time");
      return Optional.empty();
    }
  }

  private void compare(long seed, Model model, Solution solution) throws UnsolvableException {
    int rewards = model.rewardCount();
    Tally[] earned = tallies(2 * rewards);
    Tally[] rate = tallies(rewards);
    for (int replication = 0; replication < REPLICATIONS; replication++) {
      Observation seen = Nothing.run(model, seed, replication, HORIZON, List.of(HALF));
      for (int r = 0; r < rewards; r++) {
        earned[r].add(seen.earnedAt(0, r));
        earned[rewards + r].add(seen.total(r));
        rate[r].add(seen.rateAt(0, r));
      }
    }
    Transient half = solution.until(HALF);
    Transient all = solution.until(HORIZON);
    for (int r = 0; r < rewards; r++) {
      String name = "seed " + seed + ", " + model.rewardName(r);
      agrees(name, earned[r], half.accumulated(r));
      agrees(name, earned[rewards + r], all.accumulated(r));
      if (model.reward(r) instanceof hebe.sim.model.Reward.Rate) {
        agrees(name + " rate", rate[r], half.rate(r));
      }
    }
  }

  /**
   * Within 4.5 standard errors. To the error that the sample shows, one that it may hide is added:
   * an outcome so rare that it came once less than it should, (range, or at least 1) / n.
   */
  private void agrees(String name, Tally tally, double exact) {
    double hidden = Math.max(1, tally.max() - tally.min()) / REPLICATIONS;
    double error = Math.hypot(tally.standardError(), hidden);
    double deviation = (tally.mean() - exact) / error;
    if (tally.standardError() > 0) {
      checks++;
      squares += deviation * deviation;
    }
    assertThat(Math.abs(deviation))
        .as("%s: %s simulated, %s exact", name, tally.mean(), exact)
        .isLessThanOrEqualTo(4.5);
  }

  private static Tally[] tallies(int count) {
    Tally[] tallies = new Tally[count];
    for (int i = 0; i < count; i++) {
      tallies[i] = new Tally();
    }
    return tallies;
  }
}
