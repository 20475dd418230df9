package hebe.sim.exact;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Guard;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import java.util.function.ObjDoubleConsumer;

/**
 * The queue with breakdowns of Kroese and Nicola (1999): ten sources of two types that switch on
 * and off, one server that fails and is repaired, also when idle. It starts with one customer, the
 * server down and one source of the second type on.
 */
final class BreakdownQueue {
  private static final int SOURCES = 5;

  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();
  private final Component line = root.component("line", "-");
  private final int places;
  private final Counter customers;

  private BreakdownQueue(int places) {
    this.places = places;
    customers = root.counter("customers", 0, places, 1);
  }

  /** Whether the queue reaches {@code places} customers before it is empty. */
  static void tell(int places, ObjDoubleConsumer<String> row) throws UnsolvableException {
    Solution solution = Solution.of(new BreakdownQueue(places).build(), 20_000);
    row.accept("rare-qb-" + places, solution.passage(0, 1).probability());
  }

  /** Rewards: full, empty; what happens after either does not matter and is left out. */
  private Model build() {
    Guard between = customers.atLeast(1).and(customers.below(places));
    sources("first", 0, 3, 2, 3, between);
    sources("second", 1, 1, 4, 6, between);
    Component server = root.component("server", "down", "up");
    server.transition("repair").from("down").to("up").after(Exponential.ofRate(4));
    server.transition("fail").from("up").to("down").after(Exponential.ofRate(3));
    server
        .transition("serve")
        .from("up")
        .when(between)
        .also(customers.minus(1))
        .after(Exponential.ofRate(100));
    root.rateReward("full", customers.atLeast(places));
    root.rateReward("empty", customers.below(1));
    return model.build();
  }

  private void sources(
      String name, int on, double perOff, double perOn, double perArrival, Guard between) {
    Counter active = root.counter(name, 0, SOURCES, on);
    for (int i = 1; i <= SOURCES; i++) {
      line.transition(name + "-on-" + i)
          .when(active.below(i))
          .also(active.plus(1))
          .after(Exponential.ofRate(perOff));
      line.transition(name + "-off-" + i)
          .when(active.atLeast(i))
          .also(active.minus(1))
          .after(Exponential.ofRate(perOn));
      line.transition(name + "-arrive-" + i)
          .when(active.atLeast(i).and(between))
          .also(customers.plus(1))
          .after(Exponential.ofRate(perArrival));
    }
  }
}
