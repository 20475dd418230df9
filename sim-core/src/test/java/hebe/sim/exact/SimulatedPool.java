package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Guard;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import hebe.sim.stat.Tally;
import java.util.ArrayList;
import java.util.List;

/** The pool of {@link CoordinatedPool}, for the simulator. */
final class SimulatedPool {
  private static final int REPLICAS = 4;
  private static final DelayLaw REJUVENATION = new BumpDensity(0, 0.426906, 1, 0, 0, 3.17).law();

  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();
  private final Component timer = root.component("timer", "runs", "choice", "victim", "busy");
  private final Counter good = root.counter("good", 0, REPLICAS, REPLICAS);
  private final Counter degraded = root.counter("degraded", 0, REPLICAS, 0);
  private final Counter failed = root.counter("failed", 0, REPLICAS, 0);

  private SimulatedPool() {}

  static void tell(SimulatedModel.Sink sink) {
    for (int hours : new int[] {5, 50, 100, 200, 500, 1000, 5000}) {
      String name = "pool-coo-n4-" + hours;
      double each = hours == 5 ? 1e4 : hours <= 100 ? 1e5 : 4e4;
      Tally[] shares = Simulation.perHour(new SimulatedPool().build(hours), 100, each);
      if (hours >= 50) {
        sink.accept(name + "-Ko", shares[0], 0.03);
      }
      if (hours <= 1000) {
        sink.accept(name + "-Rej", shares[1], 0.03);
      }
    }
  }

  private Model build(double hours) {
    Component replicas = root.component("replicas", "-");
    for (int i = 1; i <= REPLICAS; i++) {
      replicas
          .transition("degrade-" + i)
          .when(good.atLeast(i))
          .also(good.minus(1), degraded.plus(1))
          .after(Exponential.ofRate(0.004166));
      replicas
          .transition("fail-" + i)
          .when(degraded.atLeast(i))
          .also(degraded.minus(1), failed.plus(1))
          .after(Exponential.ofRate(0.000463));
      replicas
          .transition("repair-" + i)
          .when(failed.atLeast(i))
          .also(failed.minus(1), good.plus(1))
          .after(new Exponential(0.5));
    }
    timer
        .transition("expire")
        .from("runs")
        .when(failed.below(1))
        .to("choice")
        .after(new Deterministic(hours));
    timer
        .transition("end")
        .from("busy")
        .when(failed.below(1))
        .to("choice")
        .also(good.plus(1))
        .after(REJUVENATION);
    for (int e = 0; e <= REPLICAS; e++) {
      choose(e);
    }
    root.rateReward("failed", number(failed));
    root.rateReward("rejuvenating", timer.in("busy"));
    return model.build();
  }

  /** With e degraded replicas and the others good; weights as published. */
  private void choose(int e) {
    Guard now = degraded.atLeast(e).and(degraded.below(e + 1));
    int rest = REPLICAS - e;
    timer
        .transition("rejuvenate-" + e)
        .from("choice")
        .when(now)
        .to("victim")
        .immediately(0.3 + 6 * e, 0);
    timer.transition("restart-" + e).from("choice").when(now).to("runs").immediately(rest + 0.3, 0);
    double rare = e * StrictMath.pow(0.1, rest);
    if (e > 0) {
      timer
          .transition("degraded-" + e)
          .from("victim")
          .when(now)
          .to("busy")
          .also(degraded.minus(1))
          .immediately(rest == 0 ? 1 : Math.max(1 - rare, 1e-7), 0);
    }
    if (rest > 0) {
      timer
          .transition("good-" + e)
          .from("victim")
          .when(now)
          .to("busy")
          .also(good.minus(1))
          .immediately(e == 0 ? 1 : Math.max(rare, 1e-8), 0);
    }
  }

  private static List<Reward.Term> number(Counter counter) {
    List<Reward.Term> terms = new ArrayList<>();
    for (int i = 1; i <= REPLICAS; i++) {
      terms.add(new Reward.Term(counter.atLeast(i), 1));
    }
    return terms;
  }
}
