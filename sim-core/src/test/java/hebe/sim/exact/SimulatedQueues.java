package hebe.sim.exact;

import static hebe.sim.exact.SimulatedClocks.move;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import hebe.sim.stat.Tally;
import java.util.ArrayList;
import java.util.List;

/** Waits, checkpoints and the spread of downtime, for the simulator; times in hours. */
final class SimulatedQueues {
  /** An M/M/1 queue of load 0.8 has more customers with probability 0.8^60: 2e-6. */
  private static final int PLACES = 60;

  private SimulatedQueues() {}

  static void tellWaits(SimulatedModel.Sink sink) {
    for (double load : new double[] {0.5, 0.8}) {
      String name = "base-pk-0p" + Math.round(10 * load);
      tellWait(name + "-md1", load, new Deterministic(1), sink);
      tellWait(name + "-mm1", load, new Exponential(1), sink);
      tellWait(name + "-me4", load, new Erlang(4, 1), sink);
    }
  }

  /** Little: mean wait = mean number that waits / load. */
  private static void tellWait(
      String row, double load, DelayLaw service, SimulatedModel.Sink sink) {
    Tally wait = new Tally();
    for (double waiting : Simulation.sums(queue(load, service), 100, load == 0.5 ? 3e3 : 1e4)) {
      wait.add(waiting / load);
    }
    sink.accept(row, wait, 0.02);
  }

  private static Model queue(double load, DelayLaw service) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter customers = root.counter("customers", 0, PLACES, 0);
    Component line = root.component("line", "open");
    line.transition("arrive")
        .when(customers.below(PLACES))
        .also(customers.plus(1))
        .after(Exponential.ofRate(load));
    line.transition("serve").when(customers.atLeast(1)).also(customers.minus(1)).after(service);
    List<Reward.Term> waiting = new ArrayList<>();
    for (int i = 2; i <= PLACES; i++) {
      waiting.add(new Reward.Term(customers.atLeast(i), 1));
    }
    root.rateReward("waiting", waiting);
    return model.build();
  }

  static void tellCheckpoints(SimulatedModel.Sink sink) {
    double best = AnalyticRows.read().row("base-ckpt-24-W").value();
    sink.accept("base-ckpt-24-stretch", stretch(best), 0.001);
    sink.accept("base-ckpt-24-young", stretch(2), 0.001);
  }

  /** Hours per hour of work, from the checkpoints per hour: the bias of 1/x is of order 1e-5. */
  private static Tally stretch(double work) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component run = root.component("run", "works", "restarts");
    Counter turn = root.counter("turn", 0, 1, 0);
    // Each checkpoint enables the next one.
    for (int n = 0; n < 2; n++) {
      root.impulseReward(
          "saved-" + n,
          1,
          run.transition("save-" + n)
              .from("works")
              .when(n == 0 ? turn.below(1) : turn.atLeast(1))
              .also(turn.set(1 - n))
              .after(new Deterministic(work + 5.0 / 60)));
    }
    move(run, "fail", "works", "restarts", new Exponential(24));
    var again = run.transition("restart").from("restarts").to("works");
    var fails = run.transition("fail-again").from("restarts").also(turn.set(0));
    again.after(new Deterministic(10.0 / 60));
    fails.renewing(again).after(new Exponential(24));
    Tally tally = new Tally();
    for (double saved : Simulation.sums(model.build(), 100, 1e4)) {
      tally.add(1 / (saved * work));
    }
    return tally;
  }

  /** Of downtime per hour; the mean per hour is known. */
  static void tellSpread(SimulatedModel.Sink sink) {
    Exponential up = new Exponential(1000);
    Deterministic hour = new Deterministic(1);
    sink.accept("base-avar-exp-exp", spread(up, new Exponential(1)), 0.05);
    sink.accept("base-avar-exp-det", spread(up, hour), 0.05);
    sink.accept("base-avar-w2-det", spread(ClosedForms.weibull(), hour), 0.05);
  }

  private static Tally spread(DelayLaw life, DelayLaw repair) {
    ModelBuilder model = new ModelBuilder();
    Component run = model.root().component("run", "up", "down");
    move(run, "fail", "up", "down", life);
    move(run, "repair", "down", "up", repair);
    model.root().rateReward("down", run.in("down"));
    return Simulation.spread(model.build(), 1500, 4e5, 1.0 / 1001);
  }
}
