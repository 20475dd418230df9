package hebe.sim.exact;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Prints how the cost of the exact solution grows with the chain, in processor seconds of one
 * thread and bytes. It takes minutes, so its name keeps it out of the ordinary run:
 *
 * <pre>mvn -pl sim-core test -Dtest=Growth</pre>
 */
class Growth {
  private static final int LIMIT = 2_000_000;

  @Test
  void queues() throws UnsolvableException {
    for (int places : new int[] {31, 99, 315, 999}) {
      ModelBuilder model = new ModelBuilder();
      queue(model.root(), "first", places, 0.9);
      queue(model.root(), "second", places, 0.8);
      measure("queues", model.build());
    }
  }

  @Test
  void cluster() throws UnsolvableException {
    for (int each : new int[] {5, 16, 52}) {
      measure("cluster", new WorkstationCluster(each).build());
    }
  }

  @Test
  void hosts() throws UnsolvableException {
    for (int hosts : new int[] {6, 8, 10, 12}) {
      ModelBuilder model = new ModelBuilder();
      for (int i = 1; i <= hosts; i++) {
        host(model.root(), "host-" + i, i);
      }
      measure("hosts", model.build());
    }
  }

  @Test
  void fixedService() throws UnsolvableException {
    for (int places : new int[] {250, 500, 1000, 2000}) {
      ModelBuilder model = new ModelBuilder();
      Counter customers = model.root().counter("customers", 0, places, 0);
      Component line = model.root().component("line", "-");
      arrive(line, customers, places, 0.9);
      line.transition("serve")
          .when(customers.atLeast(1))
          .also(customers.minus(1))
          .after(new Deterministic(1));
      StateSpace space = StateSpace.explore(model.build(), LIMIT);
      double start = seconds();
      double residual = new Steady(space).residual();
      print("fixed service: states %d, steady %.2f s (%.0e)", space.size(), since(start), residual);
    }
  }

  private static void measure(String what, Model model) throws UnsolvableException {
    long before = heapBytes();
    double start = seconds();
    StateSpace space = StateSpace.explore(model, LIMIT);
    double explore = since(start);
    double bytes = (heapBytes() - before) / (double) space.size();
    start = seconds();
    double residual = new Steady(space).residual();
    double steady = since(start);
    start = seconds();
    double[] late = new double[space.size()];
    new Uniformization(space.chain()).solve(space.initial(), 10, late, new double[late.length]);
    print(
        "%s: states %d, rates %d, explore %.2f s, %.0f bytes a state, steady %.2f s (%.0e), to 10 s"
            + " %.2f s",
        what, space.size(), space.rates(), explore, bytes, steady, residual, since(start));
  }

  private static void queue(Scope root, String name, int places, double load) {
    Counter customers = root.counter(name, 0, places, 0);
    Component line = root.component(name + "-line", "-");
    arrive(line, customers, places, load);
    line.transition("serve")
        .when(customers.atLeast(1))
        .also(customers.minus(1))
        .after(new Exponential(1));
  }

  private static void arrive(Component line, Counter customers, int places, double load) {
    line.transition("arrive")
        .when(customers.below(places))
        .also(customers.plus(1))
        .after(Exponential.ofRate(load));
  }

  /** Robust, then failure-prone, then failed; mean times in units of a repair. */
  private static void host(Scope root, String name, int number) {
    Component host = root.component(name, "robust", "aged", "failed");
    host.transition("age").from("robust").to("aged").after(new Exponential(240));
    host.transition("fail").from("aged").to("failed").after(new Exponential(720 + number));
    host.transition("rejuvenate").from("aged").to("robust").after(new Exponential(336));
    host.transition("repair").from("failed").to("robust").after(new Exponential(1));
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static double seconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static double since(double start) {
    return seconds() - start;
  }

  private static long heapBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
