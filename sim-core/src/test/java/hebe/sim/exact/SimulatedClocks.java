package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Uniform;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import hebe.sim.stat.Tally;
import java.util.List;
import java.util.Locale;

/** The models of a part under a fixed clock, for the simulator; times in hours. */
final class SimulatedClocks {
  private SimulatedClocks() {}

  /** At the best age, twice that, 1000 h and never, where the rows have them. */
  static void tellWeibull(WeibullTrigger part, SimulatedModel.Sink sink) {
    double best = AnalyticRows.read().row(part.name() + "-topt").value();
    tell(part, "-Uopt", best, sink);
    tell(part, "-U2", 2 * best, sink);
    tell(part, "-Uinf", 1000 * best, sink);
    if (part.robust() == 240) {
      tell(part, "-t1000-U", 1000, sink);
    }
  }

  private static void tell(
      WeibullTrigger part, String row, double trigger, SimulatedModel.Sink sink) {
    double cycle = part.robust() + part.life().meanSeconds();
    Tally down = Simulation.perHour(weibull(part, trigger), 100, 500 * cycle)[0];
    sink.accept(part.name() + row, down, 0.005);
  }

  private static Model weibull(WeibullTrigger part, double trigger) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component run = root.component("run", "robust", "worn", "failed", "cleaned");
    move(run, "wear", "robust", "worn", new Exponential(part.robust()));
    move(run, "fail", "worn", "failed", part.life());
    move(run, "expire", "worn", "cleaned", new Deterministic(trigger));
    String repaired = part.cleansAfterRepair() ? "cleaned" : "robust";
    move(run, "repair", "failed", repaired, new Deterministic(part.repair()));
    move(run, "clean", "cleaned", "robust", new Deterministic(part.clean()));
    root.rateReward("down", run.in("failed", "cleaned"));
    return model.build();
  }

  /** The general laws of {@link SkippedClock}. */
  static void tellSkipped(SimulatedModel.Sink sink) {
    for (int t : new int[] {30, 510, 1050}) {
      Tally[] shares = Simulation.perHour(skipped(t), 100, t == 30 ? 1e4 : 7e5);
      sink.accept("skip-gen-" + t + "-U", shares[0], 0.005);
      sink.accept("skip-gen-" + t + "-rej", shares[2], 0.015);
      if (t != 30) {
        sink.accept("skip-gen-" + t + "-undet", shares[1], 0.015);
      }
    }
    double best = AnalyticRows.read().row("skip-gen-topt").value();
    sink.accept("skip-gen-Uopt", Simulation.perHour(skipped(best), 100, 7e5)[0], 0.005);
  }

  private static Model skipped(double clock) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component run =
        root.component(
            "run", "Up", "Up-2", "Err", "Err-2", "Down", "Detected", "from-Up", "from-Err");
    Counter due = root.counter("due", 0, 1, 0);
    move(run, "age", "Up", "Up-2", Exponential.ofRate(0.00615));
    move(run, "err", "Up-2", "Err", Exponential.ofRate(0.01289));
    move(run, "worsen", "Err", "Err-2", Exponential.ofRate(0.00208));
    move(run, "fail", "Err-2", "Down", Exponential.ofRate(0.00277));
    move(run, "detect", "Down", "Detected", new Uniform(0, 4));
    move(run, "repair", "Detected", "Up", SkippedClock.REPAIR.law());
    move(run, "renewed-Up", "from-Up", "Up", SkippedClock.FROM_UP.law());
    move(run, "renewed-Err", "from-Err", "Up", SkippedClock.FROM_ERR.law());
    run.transition("clock")
        .from("Up", "Up-2", "Err", "Err-2", "Down")
        .also(due.set(1))
        .after(new Deterministic(clock));
    expire(run, due, "from-Up", "Up", "Up-2");
    expire(run, due, "from-Err", "Err", "Err-2");
    expire(run, due, "Detected", "Down");
    root.rateReward("down", run.in("Up", "Up-2", "Err", "Err-2").negated());
    root.rateReward("undetected", run.in("Down"));
    root.rateReward("rejuvenating", run.in("from-Up", "from-Err"));
    return model.build();
  }

  private static void expire(Component run, Counter due, String to, String... from) {
    run.transition("expire-" + to)
        .from(from)
        .when(due.atLeast(1))
        .to(to)
        .also(due.set(0))
        .immediately();
  }

  /**
   * The end is thousands of cycles away, so the expected cost until then is the cost per hour in
   * the long run over the rate of the end, but for the cost of a few cycles: below 0.01 %.
   */
  static void tellDiscounted(DiscountedClock part, SimulatedModel.Sink sink) {
    boolean random = part.name().equals("gsmp-ps2");
    tellCost(part, "-R10", 10, sink);
    tellCost(part, random ? "-R50" : "-R24", random ? 50 : 24, sink);
    tellCost(part, "-Ropt", AnalyticRows.read().row(part.name() + "-topt").value(), sink);
  }

  private static void tellCost(
      DiscountedClock part, String row, double clock, SimulatedModel.Sink sink) {
    Tally cost = new Tally();
    Model model = discounted(part, clock);
    for (double perHour : Simulation.sums(model, 100, 5e4)) {
      cost.add(perHour / DiscountedClock.END);
    }
    sink.accept(part.name() + row, cost, 0.01);
  }

  /** Rewards: cost of states, cost of repairs. */
  private static Model discounted(DiscountedClock part, double clock) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component run = root.component("run", "Ok", "Degraded", "Failed", "Rejuvenating");
    move(run, "degrade", "Ok", "Degraded", Exponential.ofRate(DiscountedClock.DEGRADE));
    move(run, "fail", "Degraded", "Failed", Exponential.ofRate(DiscountedClock.FAIL));
    var repair = run.transition("repair").from("Failed").to("Ok").after(part.repair());
    move(run, "rejuvenated", "Rejuvenating", "Ok", part.rejuvenation());
    run.transition("clock")
        .from("Ok", "Degraded")
        .to("Rejuvenating")
        .after(new Deterministic(clock));
    root.rateReward(
        "states",
        List.of(
            new Reward.Term(run.in("Failed", "Rejuvenating"), part.perDown()),
            new Reward.Term(run.in("Degraded"), part.perDegraded())));
    root.impulseReward("repairs", part.perRepair(), repair);
    return model.build();
  }

  /** Both clocks fixed. */
  static void tellRejuvenatedHost(SimulatedModel.Sink sink) {
    int[][] clocks = {{168, 24}, {168, 25}, {120, 36}};
    for (int[] clock : clocks) {
      for (var mechanism :
          List.of(
              RejuvenatedHost.Mechanism.COLD,
              RejuvenatedHost.Mechanism.WARM,
              RejuvenatedHost.Mechanism.MIGRATE)) {
        String name = mechanism.name().toLowerCase(Locale.ROOT);
        if (clock[1] != 25 || mechanism != RejuvenatedHost.Mechanism.MIGRATE) {
          Model model = RejuvenatedHost.fixed(mechanism, clock[0], clock[1]);
          String row = "pol-det2-" + name + "-" + clock[0] + "-" + clock[1] + "-U";
          sink.accept(row, Simulation.perHour(model, 100, 2.9e5)[0], 0.005);
        }
      }
    }
  }

  /** The net of Sirio from its start. */
  static void tellSirio(SimulatedModel.Sink sink) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component run = root.component("run", "ok", "err", "ko", "det");
    move(run, "err", "ok", "err", new Erlang(2, 100));
    move(run, "fail", "err", "ko", new Erlang(2, 200));
    move(run, "detect", "ko", "det", new Uniform(0, 5));
    move(run, "repair", "det", "ok", new Uniform(0, 25));
    String[] states = {"ok", "err", "ko", "det"};
    for (String state : states) {
      root.rateReward(state, run.in(state));
    }
    Tally[][] at = Simulation.at(model.build(), 100_000, 50, 149);
    for (int s = 0; s < states.length; s++) {
      sink.accept("sirio-50-" + states[s], at[0][s], 0.15);
      sink.accept("sirio-149-" + states[s], at[1][s], 0.05);
    }
  }

  static void move(Component part, String name, String from, String to, DelayLaw law) {
    part.transition(name).from(from).to(to).after(law);
  }
}
