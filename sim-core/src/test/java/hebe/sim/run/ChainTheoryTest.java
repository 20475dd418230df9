package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Markov chains whose stationary distribution is a formula. */
class ChainTheoryTest {
  private static final int REPLICATIONS = 100;

  /**
   * Software rejuvenation by Huang, Kintala, Kolettis and Fulton (1995), FTCS-25; times in hours.
   */
  @Test
  void rejuvenation_fourStates_stationaryShares() {
    double lambda = 1.0 / 8640;
    double r1 = 2;
    double r2 = 1.0 / 168;
    double r3 = 3;
    double r4 = 1.0 / 336;
    double probable = 1 / (1 + lambda / r1 + r4 / r3 + (lambda + r4) / r2);
    double failed = probable * lambda / r1;
    double rejuvenating = probable * r4 / r3;
    assertThat(failed).isCloseTo(3.806023303737e-5, within(1e-16));
    assertThat(failed + rejuvenating).isCloseTo(0.0006905213708208, within(1e-15));

    Model model = huang(lambda, r1, r2, r3, r4);
    Tally unavailability = new Tally();
    Tally failing = new Tally();
    Tally cost = new Tally();
    // Some 2 million rejuvenations and 80,000 failures; a replication has 20,000 cycles.
    double horizon = 500.0 * 21_000;
    for (int replication = 0; replication < REPLICATIONS; replication++) {
      Observation observed = Nothing.run(model, 21, replication, horizon);
      unavailability.add(observed.total(0) / horizon);
      failing.add(observed.total(1) / horizon);
      cost.add(observed.total(2) / horizon);
    }
    Theory.agrees(
        "unavailability", unavailability, failed + rejuvenating, 0.01 * (failed + rejuvenating));
    // One cycle in 27 ends in a failure: 1 % of it would take 50 million cycles.
    Theory.agrees("failed", failing, failed, 0.06 * failed);
    double expected = 1000 * failed + 40 * rejuvenating;
    Theory.agrees("cost", cost, expected, 0.04 * expected);
  }

  private static Model huang(double lambda, double r1, double r2, double r3, double r4) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Component run = root.component("run", "robust", "probable", "failed", "rejuvenating");
    run.transition("age").from("robust").to("probable").after(new Exponential(1 / r2));
    run.transition("fail").from("probable").to("failed").after(new Exponential(1 / lambda));
    run.transition("repair").from("failed").to("robust").after(new Exponential(1 / r1));
    run.transition("begin").from("probable").to("rejuvenating").after(new Exponential(1 / r4));
    run.transition("end").from("rejuvenating").to("robust").after(new Exponential(1 / r3));
    root.rateReward("down", run.in("failed", "rejuvenating"));
    root.rateReward("failed", run.in("failed"));
    root.rateReward(
        "cost",
        List.of(
            new Reward.Term(run.in("failed"), 1000), new Reward.Term(run.in("rejuvenating"), 40)));
    return model.build();
  }

  @Test
  void twoOfThree_oneRepairman_birthDeathShares() {
    // Failures at 0.3 each, repairs at 1: p1 = 0.9 p0, p2 = 0.6 p1 = 0.54 p0, p3 = 0.3 p2 = 0.162
    // p0; fewer than two work with (0.54 + 0.162) / 2.602.
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter crews = root.counter("crews", 0, 1, 1);
    Counter working = root.counter("working", 0, 3, 3);
    root.replicate(
        "unit",
        3,
        unit -> {
          Component run = unit.component("run", "up", "failed", "in-repair");
          run.transition("crash")
              .from("up")
              .to("failed")
              .also(working.minus(1))
              .after(new Exponential(1 / 0.3));
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
    root.rateReward("down", working.below(2));
    Tally tally = shares(model.build(), 80_000);
    double theory = 0.702 / 2.602;
    Theory.agrees("fewer than two of three", tally, theory, 0.01 * theory);
  }

  /** M/M/1/K with service rate 1 per h: p_i = r^i (1 - r) / (1 - r^(K + 1)). */
  @ParameterizedTest
  @CsvSource({
    // Losses come in rare bursts: 1 % of them would take 10 billion hours.
    "0.5, 10, 20_000_000, 0.01, 0.3, 0.000488519785051, 0.994626282364",
    // p0 (1 + 2 + 4 + 8) = 1: p3 = 8/15, L = (2 + 8 + 24) / 15
    "2, 3, 2_000_000, 0.01, 0.01, 0.533333333333, 2.266666666667"
  })
  void queue_oneServer_lossAndLength(
      double load,
      int places,
      String hours,
      double lengthEffect,
      double lossEffect,
      double loss,
      double length) {
    ModelBuilder model = new ModelBuilder();
    Scope root = model.root();
    Counter customers = root.counter("customers", 0, places, 0);
    Component line = root.component("line", "open");
    var arrive =
        line.transition("arrive")
            .when(customers.below(places))
            .also(customers.plus(1))
            .after(new Exponential(1 / load));
    var lose =
        line.transition("lose").when(customers.atLeast(places)).after(new Exponential(1 / load));
    line.transition("serve")
        .when(customers.atLeast(1))
        .also(customers.minus(1))
        .after(new Exponential(1));
    List<Reward.Term> terms = new ArrayList<>();
    for (int i = 1; i <= places; i++) {
      terms.add(new Reward.Term(customers.atLeast(i), 1));
    }
    root.rateReward("length", terms);
    root.impulseReward("lost", 1, lose);
    root.impulseReward("came", 1, arrive, lose);
    Model built = model.build();
    double horizon = Double.parseDouble(hours.replace("_", "")) / REPLICATIONS;
    Tally lengths = new Tally();
    Tally losses = new Tally();
    for (int replication = 0; replication < REPLICATIONS; replication++) {
      Observation observed = Nothing.run(built, 22, replication, horizon);
      lengths.add(observed.total(0) / horizon);
      losses.add(observed.total(1) / observed.total(2));
    }
    Theory.agrees("customers in the system", lengths, length, lengthEffect * length);
    Theory.agrees("share of customers lost", losses, loss, lossEffect * loss);
  }

  private static Tally shares(Model model, double horizon) {
    Tally tally = new Tally();
    for (int replication = 0; replication < REPLICATIONS; replication++) {
      tally.add(Nothing.run(model, 23, replication, horizon).total(0) / horizon);
    }
    return tally;
  }
}
