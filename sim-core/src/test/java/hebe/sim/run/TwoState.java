package hebe.sim.run;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;

/** A part that fails and is repaired; reward 0 is its downtime. */
final class TwoState {
  private TwoState() {}

  static Model of(DelayLaw up, DelayLaw down) {
    ModelBuilder model = new ModelBuilder();
    Component run = model.root().component("run", "up", "down");
    write(run, up, down);
    model.root().rateReward("down", run.in("down"));
    return model.build();
  }

  /** Exponential laws, and a start in the stationary state: no bias at any time. */
  static Model stationary(double meanUpSeconds, double meanDownSeconds) {
    ModelBuilder model = new ModelBuilder();
    Component run = model.root().component("run", "begin", "up", "down");
    run.transition("in-order").from("begin").to("up").immediately(meanUpSeconds, 0);
    run.transition("broken").from("begin").to("down").immediately(meanDownSeconds, 0);
    write(run, new Exponential(meanUpSeconds), new Exponential(meanDownSeconds));
    model.root().rateReward("down", run.in("down"));
    return model.build();
  }

  private static void write(Component run, DelayLaw up, DelayLaw down) {
    run.transition("crash").from("up").to("down").after(up);
    run.transition("repair").from("down").to("up").after(down);
  }
}
