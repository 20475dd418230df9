package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import org.junit.jupiter.api.Test;

/**
 * Two queues with 999 places each, a million states, against the product of two geometric laws. It
 * takes some ten seconds, so its name keeps it out of the ordinary run:
 *
 * <pre>mvn -pl sim-core test -Dtest=MillionStates</pre>
 */
class MillionStates {
  private static final int PLACES = 999;

  @Test
  void twoQueues_aMillionStates_haveProductForm() throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter first = queue(root, "first", 0.9);
    Counter second = queue(root, "second", 0.8);
    root.rateReward("empty", first.below(1).and(second.below(1)));
    root.rateReward("second long", second.atLeast(100));
    root.rateReward("second full", second.atLeast(PLACES));
    StateSpace space = StateSpace.explore(model.build(), 1_000_000);
    assertThat(space.size()).isEqualTo(1_000_000);
    // Two ways along each of the 999 steps of each of the 1000 rows and 1000 columns.
    assertThat(space.rates()).isEqualTo(4 * 999 * 1000);
    Steady steady = new Steady(space);
    assertThat(steady.residual()).isLessThan(1e-12);
    Oracle.agrees("empty", steady.rate(0), 0.1 * 0.2, 1e-10);
    Oracle.agrees("second long", steady.rate(1), StrictMath.pow(0.8, 100), 1e-10);
    Oracle.agrees("second full", steady.rate(2), 0.2 * StrictMath.pow(0.8, PLACES), 1e-9);
  }

  private static Counter queue(Scope root, String name, double load) {
    Counter customers = root.counter(name, 0, PLACES, 0);
    Component line = root.component(name + "-line", "-");
    line.transition("arrive")
        .when(customers.below(PLACES))
        .also(customers.plus(1))
        .after(Exponential.ofRate(load));
    line.transition("serve")
        .when(customers.atLeast(1))
        .also(customers.minus(1))
        .after(new Exponential(1));
    return customers;
  }
}
