package hebe.sim.exact;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import java.util.List;
import java.util.function.ObjDoubleConsumer;

/** PRISM's reward chain 0 -5-> 1 -7-> 2 -11-> 3. */
final class RewardChain implements PublishedModel {
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();
  private final Component run = root.component("run", "0", "1", "2", "3");

  @Override
  public void tell(ObjDoubleConsumer<String> row) throws UnsolvableException {
    Solution solution = Solution.of(build(), 4);
    row.accept("rew-I-0p1", solution.at(0, 0.1));
    row.accept("rew-I-1", solution.at(0, 1));
    row.accept("rew-C-0p1", all(solution.until(0.1)));
    row.accept("rew-C-1", all(solution.until(1)));
    for (int target = 1; target <= 3; target++) {
      Passage passage = solution.passage(run.in(Integer.toString(target)));
      double earned = 0;
      for (int reward = 0; reward < 3; reward++) {
        earned += passage.accumulated(reward);
      }
      row.accept("rew-F" + target, earned);
    }
  }

  /** Rewards: a rate of 2, 5 and 11, and impulses of 3 and 7. */
  Model build() {
    var first = run.transition("a").from("0").to("1").after(Exponential.ofRate(5));
    var second = run.transition("b").from("1").to("2").after(Exponential.ofRate(7));
    run.transition("c").from("2").to("3").after(Exponential.ofRate(11));
    root.rateReward(
        "rate",
        List.of(
            new Reward.Term(run.in("0"), 2),
            new Reward.Term(run.in("1"), 5),
            new Reward.Term(run.in("2"), 11)));
    root.impulseReward("three", 3, first);
    root.impulseReward("seven", 7, second);
    return model.build();
  }

  private static double all(Transient until) {
    return until.accumulated(0) + until.accumulated(1) + until.accumulated(2);
  }
}
