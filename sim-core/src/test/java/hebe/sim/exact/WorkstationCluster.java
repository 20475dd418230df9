package hebe.sim.exact;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Guard;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjDoubleConsumer;

/**
 * The workstation cluster of Haverkort, Hermanns and Katoen (2000): two sub-clusters of n
 * workstations, two switches and a backbone with one repair unit; times in hours. Rewards: 0 not
 * premium, 1 not minimum, 2 operational workstations, 3 repairs.
 */
final class WorkstationCluster {
  private final int n;
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();
  private final Component crew =
      root.component("crew", "idle", "left", "right", "left-switch", "right-switch", "backbone");
  private final List<TransitionBuilder> repairs = new ArrayList<>();

  WorkstationCluster(int n) {
    this.n = n;
  }

  static void tell(int n, ObjDoubleConsumer<String> row) throws UnsolvableException {
    Solution solution = Solution.of(new WorkstationCluster(n).build(), 20_000);
    String name = "wsc-" + n;
    Steady steady = solution.steady();
    row.accept(name + "-notprem", steady.rate(0));
    row.accept(name + "-notmin", steady.rate(1));
    Passage failure = solution.passage(1);
    row.accept(name + "-qos100", failure.probabilityBy(100));
    row.accept(name + "-qos2000", failure.probabilityBy(2000));
    row.accept(name + "-op20", solution.at(2, 20) / (2 * n) * 100);
    Transient until = solution.until(2000);
    row.accept(name + "-below2000", until.accumulated(1));
    row.accept(name + "-rep2000", until.accumulated(3));
  }

  Model build() {
    Counter left = type("left", n, 500, 2);
    Counter right = type("right", n, 500, 2);
    Counter leftSwitch = type("left-switch", 1, 4000, 0.25);
    Counter rightSwitch = type("right-switch", 1, 4000, 0.25);
    Counter backbone = type("backbone", 1, 5000, 0.125);
    Guard leftOn = leftSwitch.atLeast(1);
    Guard rightOn = rightSwitch.atLeast(1);
    Guard all = leftOn.and(rightOn).and(backbone.atLeast(1));
    for (int k : new int[] {n, 3 * n / 4}) {
      Guard connected = left.atLeast(k).and(leftOn).or(right.atLeast(k).and(rightOn));
      for (int l = 0; l <= k; l++) {
        connected = connected.or(left.atLeast(l).and(right.atLeast(k - l)).and(all));
      }
      root.rateReward(k == n ? "not-premium" : "not-minimum", connected.negated());
    }
    List<Reward.Term> operational = new ArrayList<>();
    for (int i = 1; i <= n; i++) {
      operational.add(new Reward.Term(left.atLeast(i), 1));
      operational.add(new Reward.Term(right.atLeast(i), 1));
    }
    root.rateReward("operational", operational);
    root.impulseReward("repairs", 1, repairs.toArray(TransitionBuilder[]::new));
    return model.build();
  }

  private Counter type(String name, int count, double life, double repair) {
    Counter up = root.counter(name + "-up", 0, count, count);
    Component each = root.component(name, "-");
    for (int i = 1; i <= count; i++) {
      each.transition("fail-" + i)
          .when(up.atLeast(i))
          .also(up.minus(1))
          .after(new Exponential(life));
    }
    crew.transition("inspect-" + name)
        .from("idle")
        .when(up.below(count))
        .to(name)
        .after(Exponential.ofRate(10));
    repairs.add(
        crew.transition("repair-" + name)
            .from(name)
            .to("idle")
            .also(up.plus(1))
            .after(Exponential.ofRate(repair)));
    return up;
  }
}
