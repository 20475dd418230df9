package hebe.sim.exact;

import hebe.sim.law.Erlang;
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

/** Queues one after another. */
final class TandemQueues {
  private TandemQueues() {}

  /** Hermanns, Meyer-Kayser and Siegle (1999): a Coxian server, blocked while queue 2 is full. */
  static void tellBlocking(int c, ObjDoubleConsumer<String> row) throws UnsolvableException {
    Solution solution = Solution.of(blocking(c), 1000);
    String name = "cox-" + c;
    row.accept(name + "-cust", solution.steady(0));
    row.accept(name + "-full10", solution.passage(2).probabilityBy(10));
    row.accept(name + "-mfpt", solution.passage(1).meanSeconds());
    row.accept(name + "-hit", solution.passage(1).accumulated(0));
    Transient until = solution.until(10);
    row.accept(name + "-I10", until.rate(0));
    row.accept(name + "-C10", until.accumulated(0));
  }

  /** Rewards: customers, both queues full, both full and the server in phase 2. */
  static Model blocking(int c) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter first = root.counter("first", 0, c, 0);
    Counter second = root.counter("second", 0, c, 0);
    Component server = root.component("server", "one", "two");
    server
        .transition("arrive")
        .when(first.below(c))
        .also(first.plus(1))
        .after(Exponential.ofRate(4.0 * c));
    server
        .transition("short")
        .from("one")
        .when(first.atLeast(1).and(second.below(c)))
        .also(first.minus(1), second.plus(1))
        .after(Exponential.ofRate(1.8));
    server
        .transition("on")
        .from("one")
        .when(first.atLeast(1))
        .to("two")
        .after(Exponential.ofRate(0.2));
    server
        .transition("long")
        .from("two")
        .when(second.below(c))
        .to("one")
        .also(first.minus(1), second.plus(1))
        .after(Exponential.ofRate(2));
    server
        .transition("leave")
        .when(second.atLeast(1))
        .also(second.minus(1))
        .after(Exponential.ofRate(4));
    List<Reward.Term> customers = new ArrayList<>();
    for (int i = 1; i <= c; i++) {
      customers.add(new Reward.Term(first.atLeast(i), 1));
      customers.add(new Reward.Term(second.atLeast(i), 1));
    }
    root.rateReward("customers", customers);
    root.rateReward("both full", first.atLeast(c).and(second.atLeast(c)));
    root.rateReward("network full", first.atLeast(c).and(second.atLeast(c)).and(server.in("two")));
    return model.build();
  }

  /** Garvels (2000): arrivals 3, servers 2 and 6; customers are lost when a queue is full. */
  static void tellLossy(ObjDoubleConsumer<String> row) throws UnsolvableException {
    for (int c : new int[] {8, 10, 20, 25}) {
      row.accept("rare-tan-s-" + c, Solution.of(lossy(c, 0), 1000).steady(0));
    }
    for (int c : new int[] {8, 10, 14}) {
      row.accept("rare-tan-t-" + c, Solution.of(lossy(c, 1), 1000).passage(0, 1).probability());
    }
  }

  /** Rewards: second queue full, second queue empty. */
  static Model lossy(int c, int start) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter first = root.counter("first", 0, c, 0);
    Counter second = root.counter("second", 0, c, start);
    Component line = root.component("line", "-");
    line.transition("arrive").when(first.below(c)).also(first.plus(1)).after(Exponential.ofRate(3));
    line.transition("serve")
        .when(first.atLeast(1).and(second.below(c)))
        .also(first.minus(1), second.plus(1))
        .after(Exponential.ofRate(2));
    line.transition("lose")
        .when(first.atLeast(1).and(second.atLeast(c)))
        .also(first.minus(1))
        .after(Exponential.ofRate(2));
    line.transition("leave")
        .when(second.atLeast(1))
        .also(second.minus(1))
        .after(Exponential.ofRate(6));
    root.rateReward("full", second.atLeast(c));
    root.rateReward("empty", second.below(1));
    return model.build();
  }

  /** The table of three queues: length, phases and rates of the phases. */
  static void tellThree(int length, int phases, ObjDoubleConsumer<String> row, double... perPhase)
      throws UnsolvableException {
    Solution solution = Solution.of(three(length, phases, perPhase), 60_000);
    row.accept("rare-tri-" + length + "-" + phases, solution.steady(0));
  }

  /**
   * Villen-Altamirano (2009): arrivals of rate 1, three queues with Erlang service; customers are
   * lost when a queue is full. Reward: the third has at least {@code length} customers.
   *
   * @param phases of each service
   * @param perPhase rate of a phase, for each queue
   */
  static Model three(int length, int phases, double... perPhase) {
    int places = length + 5;
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component line = root.component("line", "-");
    Counter[] queue = new Counter[4];
    for (int q = 0; q < 3; q++) {
      queue[q] = root.counter("queue-" + q, 0, places, 0);
    }
    line.transition("arrive")
        .when(queue[0].below(places))
        .also(queue[0].plus(1))
        .after(new Exponential(1));
    for (int q = 0; q < 3; q++) {
      Component server = root.component("server-" + q, "busy", "done");
      server
          .transition("serve")
          .from("busy")
          .when(queue[q].atLeast(1))
          .to("done")
          .also(queue[q].minus(1))
          .after(new Erlang(phases, phases / perPhase[q]));
      var leave = server.transition("leave").from("done").to("busy");
      if (q < 2) {
        leave.when(queue[q + 1].atLeast(places)).immediately();
        server
            .transition("pass")
            .from("done")
            .when(queue[q + 1].below(places))
            .to("busy")
            .also(queue[q + 1].plus(1))
            .immediately();
      } else {
        leave.immediately();
      }
    }
    root.rateReward("long", queue[2].atLeast(length));
    return model.build();
  }
}
