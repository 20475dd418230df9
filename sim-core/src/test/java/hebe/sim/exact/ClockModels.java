package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.law.Hypoexponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.List;
import java.util.Optional;

/** Published models of one component with a fixed clock; times in hours. */
final class ClockModels {
  private static final double MINUTE = 1.0 / 60;

  private ClockModels() {}

  /**
   * A clock that starts in every fresh state and runs until the failure (Garg and others 1995).
   * Rewards: down, failed, cycles.
   */
  static Model garg(double rejuvenation, double clock) {
    return twoStages(240, 2160, 0.5, rejuvenation, Optional.of(clock));
  }

  /** The same with other means, perhaps without the clock; a life of two stages, fresh or worn. */
  static Model twoStages(
      double fresh, double worn, double repair, double rejuvenation, Optional<Double> clock) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component run = root.component("run", "up", "err", "ko", "rej");
    move(run, "err", "up", "err", fresh);
    move(run, "fail", "err", "ko", worn);
    clock.ifPresent(
        hours ->
            run.transition("clock").from("up", "err").to("rej").after(new Deterministic(hours)));
    root.rateReward("down", run.in("ko", "rej"));
    root.rateReward("failed", run.in("ko"));
    root.impulseReward(
        "cycles",
        1,
        move(run, "repair", "ko", "up", repair),
        move(run, "rejuvenated", "rej", "up", rejuvenation));
    return model.build();
  }

  /**
   * A life of several stages with a trigger at an age (Dohi, Goseva-Popstojanova, Trivedi 2001,
   * model 1 without a robust state). Reward: down.
   */
  static Model dohi(
      List<Double> stages, double repair, double rejuvenation, Optional<Double> trigger) {
    ModelBuilder model = new ModelBuilder();
    Component run = model.root().component("run", "up", "failed", "rejuvenating");
    run.transition("fail").from("up").to("failed").after(new Hypoexponential(stages));
    trigger.ifPresent(
        age ->
            run.transition("trigger").from("up").to("rejuvenating").after(new Deterministic(age)));
    move(run, "repair", "failed", "up", repair);
    move(run, "rejuvenated", "rejuvenating", "up", rejuvenation);
    model.root().rateReward("down", run.in("up").negated());
    return model.build();
  }

  /**
   * A clock that runs on through an undetected failure and detects it (Carnevali and others, skip
   * if down). Rewards: down, undetected, rejuvenating.
   */
  static Model skipIfDown(double clock) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter due = root.counter("due", 0, 1, 0);
    Component run = root.component("run", "up", "err", "down", "detected", "rej-up", "rej-err");
    rate(run, "err", "up", "err", 0.004166666667);
    rate(run, "fail", "err", "down", 0.00119047619);
    rate(run, "detect", "down", "detected", 0.5);
    rate(run, "repair", "detected", "up", 0.148484493);
    rate(run, "rejuvenated", "rej-err", "up", 0.5550375205);
    rate(run, "rejuvenated-early", "rej-up", "up", 0.6913621217);
    run.transition("clock")
        .from("up", "err", "down")
        .also(due.set(1))
        .after(new Deterministic(clock));
    for (List<String> way :
        List.of(List.of("up", "rej-up"), List.of("err", "rej-err"), List.of("down", "detected"))) {
      run.transition("expire-" + way.get(0))
          .from(way.get(0))
          .to(way.get(1))
          .when(due.atLeast(1))
          .also(due.set(0))
          .immediately();
    }
    root.rateReward("down", run.in("up", "err").negated());
    root.rateReward("undetected", run.in("down"));
    root.rateReward("rejuvenating", run.in("rej-up", "rej-err"));
    return model.build();
  }

  /**
   * One replica of a coordinated pool: on expiry, and again after every rejuvenation, a choice by
   * weights (Scommegna and others 2024). Rewards: failed, rejuvenating, either.
   */
  static Model pool(double clock) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter due = root.counter("due", 0, 1, 0);
    Component run = root.component("run", "ok", "err", "ko", "rej");
    rate(run, "err", "ok", "err", 0.004166);
    rate(run, "fail", "err", "ko", 0.000463);
    rate(run, "repair", "ko", "ok", 2);
    run.transition("clock").from("ok", "err").also(due.set(1)).after(new Deterministic(clock));
    // Density proportional to exp(-3.17 x) on (0, 0.426906): the mean by partial integration.
    double cut = StrictMath.exp(-3.17 * 0.426906);
    double mean = 1 / 3.17 - 0.426906 * cut / (1 - cut);
    move(run, "rejuvenated", "rej", "ok", mean).also(due.set(1));
    choice(run, due, "ok", 0.3, 1.3);
    choice(run, due, "err", 6.3, 0.3);
    root.rateReward("failed", run.in("ko"));
    root.rateReward("rejuvenating", run.in("rej"));
    root.rateReward("either", run.in("ko", "rej"));
    return model.build();
  }

  private static void choice(
      Component run, Counter due, String from, double rejuvenate, double restart) {
    run.transition("rejuvenate-" + from)
        .from(from)
        .to("rej")
        .when(due.atLeast(1))
        .also(due.set(0))
        .immediately(rejuvenate, 0);
    run.transition("restart-" + from)
        .from(from)
        .when(due.atLeast(1))
        .also(due.set(0))
        .immediately(restart, 0);
  }

  /**
   * Stages that are inspected by a clock that its own firing restarts; from a threshold on, an
   * inspection rejuvenates. Rewards: down, failures, cycles.
   */
  static Model inspected(int stages, double stage, int threshold, double clock) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter worn = root.counter("worn", 0, stages - 1, 0);
    Counter due = root.counter("due", 0, 1, 0);
    Component run = root.component("run", "up", "failed", "rejuvenating");
    move(run, "wear", "up", "up", stage).when(worn.below(stages - 1)).also(worn.plus(1));
    TransitionBuilder fail =
        move(run, "fail", "up", "failed", stage).when(worn.atLeast(stages - 1)).also(worn.set(0));
    run.transition("inspect").from("up").also(due.set(1)).after(new Deterministic(clock));
    run.transition("pass")
        .when(due.atLeast(1).and(worn.below(threshold)))
        .also(due.set(0))
        .immediately();
    run.transition("rejuvenate")
        .when(due.atLeast(1).and(worn.atLeast(threshold)))
        .to("rejuvenating")
        .also(due.set(0), worn.set(0))
        .immediately();
    root.rateReward("down", run.in("up").negated());
    root.impulseReward("failures", 1, fail);
    root.impulseReward(
        "cycles",
        1,
        move(run, "repair", "failed", "up", 3),
        move(run, "rejuvenated", "rejuvenating", "up", 10 * MINUTE));
    return model.build();
  }

  private static TransitionBuilder rate(
      Component part, String name, String from, String to, double perHour) {
    return after(part, name, from, to, Exponential.ofRate(perHour));
  }

  private static TransitionBuilder move(
      Component part, String name, String from, String to, double meanHours) {
    return after(part, name, from, to, new Exponential(meanHours));
  }

  private static TransitionBuilder after(
      Component part, String name, String from, String to, DelayLaw law) {
    return part.transition(name).from(from).to(to).after(law);
  }
}
