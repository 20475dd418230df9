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

/** Single parts, redundant parts and queues with closed forms; times in hours. */
final class Elementary {
  private Elementary() {}

  static void tellTwoStates(ObjDoubleConsumer<String> row) throws UnsolvableException {
    Solution slow = Solution.of(twoStates(1000, 1), 2);
    for (String t : new String[] {"0.5", "1", "5", "24"}) {
      double hours = Double.parseDouble(t);
      String name = "base-two-" + t.replace('.', 'p');
      Transient until = slow.until(hours);
      row.accept(name + "-U", until.rate(0));
      row.accept(name + "-IU", until.accumulated(0) / hours);
    }
    // Up is the state 0 of the row; to subtract from 1 costs nothing at 0.6.
    row.accept("base-two-state-32", 1 - Solution.of(twoStates(1.0 / 3, 0.5), 2).at(0, 1));
  }

  /** Rewards: down, crashes. */
  static Model twoStates(double up, double down) {
    ModelBuilder model = new ModelBuilder();
    Component run = model.root().component("run", "up", "down");
    var crash = run.transition("crash").from("up").to("down").after(new Exponential(up));
    run.transition("repair").from("down").to("up").after(new Exponential(down));
    model.root().rateReward("down", run.in("down"));
    model.root().impulseReward("crashes", 1, crash);
    return model.build();
  }

  static void tellRedundant(int n, int k, ObjDoubleConsumer<String> row)
      throws UnsolvableException {
    String name = "kofn-" + n + "-" + k;
    Solution own = Solution.of(units(n, k, n), 1000);
    row.accept(name + "-ind", own.steady(0));
    row.accept(name + "-mttfi", own.passage(0).meanSeconds());
    Solution crew = Solution.of(units(n, k, 1), 10_000);
    row.accept(name + "-one", crew.steady(0));
    row.accept(name + "-mttf1", crew.passage(0).meanSeconds());
  }

  /** Units of mean life 1000 and mean repair 1. Reward: fewer than k of n work. */
  static Model units(int n, int k, int repairmen) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter crews = root.counter("crews", 0, repairmen, repairmen);
    Counter working = root.counter("working", 0, n, n);
    root.replicate(
        "unit",
        n,
        unit -> {
          Component run = unit.component("run", "up", "failed", "in-repair");
          run.transition("crash")
              .from("up")
              .to("failed")
              .also(working.minus(1))
              .after(new Exponential(1000));
          run.transition("begin")
              .from("failed")
              .to("in-repair")
              .when(crews.atLeast(1))
              .also(crews.minus(1))
              .immediately();
          run.transition("end")
              .from("in-repair")
              .to("up")
              .also(working.plus(1), crews.plus(1))
              .after(new Exponential(1));
        });
    root.rateReward("down", working.below(k));
    return model.build();
  }

  static void tellCoverage(ObjDoubleConsumer<String> row) throws UnsolvableException {
    row.accept("base-cov-0p9", Solution.of(covered(0.9), 9).steady(0));
    row.accept("base-cov-0p99", Solution.of(covered(0.99), 9).steady(0));
    row.accept("base-cov-1", Solution.of(covered(1), 9).steady(0));
  }

  /** Two units; a failure that is not covered needs a reboot of 5 min. Reward: down. */
  private static Model covered(double c) {
    ModelBuilder model = new ModelBuilder();
    Component pair = model.root().component("pair", "both", "asked", "one", "none", "reboot");
    pair.transition("first").from("both").to("asked").after(new Exponential(500));
    pair.transition("covered").from("asked").to("one").immediately(c, 0);
    if (c < 1) {
      pair.transition("uncovered").from("asked").to("reboot").immediately(1 - c, 0);
    }
    pair.transition("rebooted").from("reboot").to("one").after(Exponential.ofRate(12));
    pair.transition("second").from("one").to("none").after(new Exponential(1000));
    pair.transition("repair").from("one").to("both").after(new Exponential(1));
    pair.transition("recover").from("none").to("one").after(new Exponential(1));
    model.root().rateReward("down", pair.in("none", "reboot"));
    return model.build();
  }

  static void tellQueues(ObjDoubleConsumer<String> row) throws UnsolvableException {
    tellLossy("base-mm1k-0p5-10", 0.5, row);
    tellLossy("base-mm1k-0p8-10", 0.8, row);
    // With 600 places the loss is below 0.8^596: 1e-58.
    tellServers("base-mmc-0p8-1", 0.8, 1, row);
    tellServers("base-mmc-3p2-4", 3.2, 4, row);
  }

  private static void tellLossy(String name, double load, ObjDoubleConsumer<String> row)
      throws UnsolvableException {
    Steady steady = Solution.of(queue(load, 1, 10), 100).steady();
    row.accept(name + "-loss", steady.rate(1) / load);
    row.accept(name + "-L", steady.rate(0));
  }

  private static void tellServers(
      String name, double load, int servers, ObjDoubleConsumer<String> row)
      throws UnsolvableException {
    Steady lost = Solution.of(queue(load, servers, servers), 100).steady();
    row.accept(name + "-B", lost.rate(1) / load);
    Steady wait = Solution.of(queue(load, servers, 600), 1000).steady();
    // An arrival finds the stationary state: it waits if all servers are busy.
    row.accept(name + "-C", wait.rate(2));
    // Little: waiting customers / arrival rate.
    row.accept(name + "-W", (wait.rate(0) - load) / load);
  }

  /** Rewards: customers, losses, all servers busy. Service rate 1. */
  static Model queue(double load, int servers, int places) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter customers = root.counter("customers", 0, places, 0);
    Component line = root.component("line", "open");
    line.transition("arrive")
        .when(customers.below(places))
        .also(customers.plus(1))
        .after(Exponential.ofRate(load));
    var lose =
        line.transition("lose").when(customers.atLeast(places)).after(Exponential.ofRate(load));
    for (int s = 1; s <= servers; s++) {
      line.transition("serve-" + s)
          .when(customers.atLeast(s))
          .also(customers.minus(1))
          .after(new Exponential(1));
    }
    List<Reward.Term> terms = new ArrayList<>();
    for (int i = 1; i <= places; i++) {
      terms.add(new Reward.Term(customers.atLeast(i), 1));
    }
    root.rateReward("length", terms);
    root.impulseReward("lost", 1, lose);
    root.rateReward("busy", customers.atLeast(servers));
    return model.build();
  }
}
