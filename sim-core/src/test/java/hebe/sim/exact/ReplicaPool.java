package hebe.sim.exact;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjDoubleConsumer;

/**
 * Replicas that degrade and fail, each rejuvenated by a trigger of its own (Scommegna and others
 * 2024); times in hours.
 */
final class ReplicaPool {
  private ReplicaPool() {}

  static void tell(int replicas, ObjDoubleConsumer<String> row) throws UnsolvableException {
    for (int trigger : new int[] {5, 100, 1000}) {
      String name = "pool-unc-n" + replicas + "-" + trigger;
      Steady steady = Solution.of(uncoordinated(replicas, trigger), 300).steady();
      row.accept(name + "-Ko", steady.rate(0));
      row.accept(name + "-Rej", steady.rate(1));
      if (replicas == 1) {
        row.accept(name + "-E", steady.rate(2));
      } else {
        row.accept(name + "-P", steady.rate(3));
      }
    }
  }

  /** Rewards: replicas failed, rejuvenating and degraded; at least two of them failed or away. */
  static Model uncoordinated(int replicas, double trigger) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter failed = root.counter("failed", 0, replicas, 0);
    Counter rejuvenating = root.counter("rejuvenating", 0, replicas, 0);
    Counter degraded = root.counter("degraded", 0, replicas, 0);
    Counter missing = root.counter("missing", 0, replicas, 0);
    root.replicate(
        "replica",
        replicas,
        replica -> {
          Component run = replica.component("run", "Ok", "Err", "Ko", "Rej");
          run.transition("degrade")
              .from("Ok")
              .to("Err")
              .also(degraded.plus(1))
              .after(Exponential.ofRate(0.004166));
          run.transition("fail")
              .from("Err")
              .to("Ko")
              .also(degraded.minus(1), failed.plus(1), missing.plus(1))
              .after(Exponential.ofRate(0.000463));
          run.transition("repair")
              .from("Ko")
              .to("Ok")
              .also(failed.minus(1), missing.minus(1))
              .after(Exponential.ofRate(2));
          run.transition("trigger-early")
              .from("Ok")
              .to("Rej")
              .also(rejuvenating.plus(1), missing.plus(1))
              .after(new Exponential(trigger / 0.1));
          run.transition("trigger")
              .from("Err")
              .to("Rej")
              .also(degraded.minus(1), rejuvenating.plus(1), missing.plus(1))
              .after(new Exponential(trigger / 0.9));
          run.transition("rejuvenated")
              .from("Rej")
              .to("Ok")
              .also(rejuvenating.minus(1), missing.minus(1))
              .after(Exponential.ofRate(6));
        });
    root.rateReward("failed", number(failed, replicas));
    root.rateReward("rejuvenating", number(rejuvenating, replicas));
    root.rateReward("degraded", number(degraded, replicas));
    root.rateReward("two-missing", missing.atLeast(2));
    return model.build();
  }

  private static List<Reward.Term> number(Counter counter, int most) {
    List<Reward.Term> terms = new ArrayList<>();
    for (int i = 1; i <= most; i++) {
      terms.add(new Reward.Term(counter.atLeast(i), 1));
    }
    return terms;
  }
}
