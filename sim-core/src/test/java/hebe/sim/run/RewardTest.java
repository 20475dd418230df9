package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part that is up for 4 s, degraded for 2 s and down for 2 s, again and again; to 12 s. */
class RewardTest {
  private static final int CAPACITY = 0;
  private static final int BOTH = 1;
  private static final int COST = 2;

  private final ModelBuilder model = new ModelBuilder();

  private Observation observe(List<Double> grid) {
    Scope root = model.root();
    Component run = root.component("run", "up", "degraded", "down");
    run.transition("degrade").from("up").to("degraded").after(new Deterministic(4));
    var fail = run.transition("fail").from("degraded").to("down").after(new Deterministic(2));
    var repair = run.transition("repair").from("down").to("up").after(new Deterministic(2));
    root.rateReward(
        "capacity",
        List.of(
            new Reward.Term(run.in("up"), 8),
            new Reward.Term(run.in("up", "degraded"), 2),
            new Reward.Term(run.in("down"), -1)));
    root.rateReward("working", run.in("up", "degraded"));
    root.impulseReward("cost", 2.5, fail, repair);
    return Nothing.run(model.build(), 1, 0, 12, grid);
  }

  @Test
  void totals_severalTerms_areTheirIntegrals() {
    Observation observed = observe(List.of());
    // Up 0-4 and 8-12 at 10, degraded 4-6 at 2, down 6-8 at -1: 80 + 4 - 2.
    assertThat(observed.total(CAPACITY)).isEqualTo(82);
    assertThat(observed.total(BOTH)).isEqualTo(10);
    // A failure at 6 and a repair at 8.
    assertThat(observed.total(COST)).isEqualTo(5);
    // At 4, 6, 8; the one at 12 is not before the horizon.
    assertThat(observed.firings()).isEqualTo(3);
    assertThat(observed.drew()).isFalse();
  }

  @Test
  void grid_instantsOfEvents_belongToWhatFollows() {
    Observation observed = observe(List.of(0.0, 3.0, 4.0, 6.0, 7.0, 8.0, 12.0));
    double[] earned = {0, 30, 40, 44, 43, 42, 82};
    // Nothing fires at the horizon itself.
    double[] rates = {10, 10, 2, -1, -1, 10, 10};
    double[] costs = {0, 0, 0, 2.5, 2.5, 5, 5};
    assertThat(observed.gridSize()).isEqualTo(7);
    for (int i = 0; i < earned.length; i++) {
      assertThat(observed.earnedAt(i, CAPACITY)).isEqualTo(earned[i]);
      assertThat(observed.rateAt(i, CAPACITY)).isEqualTo(rates[i]);
      assertThat(observed.earnedAt(i, COST)).isEqualTo(costs[i]);
      assertThat(observed.rateAt(i, COST)).isZero();
    }
    assertThat(observed.gridSeconds(4)).isEqualTo(7);
  }

  @Test
  void reward_immediateInitialState_countsFromTheSettledState() {
    Component run = model.root().component("run", "begin", "up");
    var begin = run.transition("begin").from("begin").to("up").immediately();
    model.root().rateReward("up", run.in("up"));
    model.root().impulseReward("begun", 1, begin);
    Observation observed = Nothing.run(model.build(), 1, 0, 3, List.of(0.0));
    assertThat(observed.total(0)).isEqualTo(3);
    assertThat(observed.rateAt(0, 0)).isEqualTo(1);
    assertThat(observed.earnedAt(0, 1)).isEqualTo(1);
  }

  @Test
  void drew_randomLawNeverEnabled_isFalse() {
    Component run = model.root().component("run", "up", "down");
    run.transition("repair").from("down").to("up").after(new Exponential(1));
    assertThat(Nothing.run(model.build(), 1, 0, 99).drew()).isFalse();
    run.transition("crash").from("up").to("down").after(new Deterministic(5));
    assertThat(Nothing.run(model.build(), 1, 0, 5).drew()).isFalse();
    assertThat(Nothing.run(model.build(), 1, 0, 6).drew()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "13", "NaN", "2;1", "2;2"})
  void grid_notAscendingWithinTheHorizon_isRefused(String instants) {
    List<Double> grid =
        java.util.Arrays.stream(instants.split(";", -1)).map(Double::valueOf).toList();
    assertThatThrownBy(() -> observe(grid))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("instants of a grid ascend from 0 to the horizon, 12.0 s; got [");
  }
}
