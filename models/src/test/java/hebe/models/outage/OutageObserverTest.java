package hebe.models.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.exact.Solution;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import hebe.sim.result.Cause;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Outages by cause, from the chain, against pencil. */
class OutageObserverTest {
  private static final Cause FIRST = new Cause("first", false, List.of());
  private static final Cause SECOND = new Cause("second", true, List.of());
  private static final Offset<Double> CLOSE = within(1e-15);

  private final ModelBuilder builder = new ModelBuilder();
  private final Scope root = builder.root();

  @Test
  void twoCausesOfOneState_shareItByTheirRates() throws UnsolvableException {
    Component run = root.component("run", "up", "down");
    var first = run.transition("first").from("up").to("down").after(new Exponential(1000));
    var second = run.transition("second").from("up").to("down").after(new Exponential(3000));
    run.transition("repair").from("down").to("up").after(new Exponential(10));
    root.rateReward("up", run.in("up"));

    Steady steady = steady(Map.of(first.number(), FIRST, second.number(), SECOND), "unit");
    // Up for 1 / (1/1000 + 1/3000) = 750 s and down for 10 s, three times in four by the first.
    assertThat(steady.solution.states()).isEqualTo(3);
    assertThat(steady.down("first")).isCloseTo(0.75 * 10 / 760, CLOSE);
    assertThat(steady.down("second")).isCloseTo(0.25 * 10 / 760, CLOSE);
    assertThat(steady.begins("first")).isCloseTo(0.75 / 760, CLOSE);
    assertThat(steady.begins("second")).isCloseTo(0.25 / 760, CLOSE);
    assertThat(steady.down("start") + steady.down("run/repair")).isZero();
  }

  @Test
  void twoCausesOfOneFixedRepair_shareItInTheLongRun() throws UnsolvableException {
    Component run = root.component("run", "up", "down");
    var first = run.transition("first").from("up").to("down").after(new Exponential(1000));
    var second = run.transition("second").from("up").to("down").after(new Exponential(3000));
    run.transition("repair").from("down").to("up").after(new Deterministic(10));
    root.rateReward("up", run.in("up"));

    Steady steady = steady(Map.of(first.number(), FIRST, second.number(), SECOND), "unit");
    assertThat(steady.down("first")).isCloseTo(0.75 * 10 / 760, CLOSE);
    assertThat(steady.down("second")).isCloseTo(0.25 * 10 / 760, CLOSE);
    assertThat(steady.begins("first")).isCloseTo(0.75 / 760, CLOSE);
  }

  @Test
  void outagesThatAFixedClockBegins_areCounted() throws UnsolvableException {
    Component run = root.component("run", "up", "down");
    var first = run.transition("first").from("up").to("down").after(new Exponential(1000));
    var second = run.transition("second").from("up").to("down").after(new Deterministic(500));
    run.transition("repair").from("down").to("up").after(new Exponential(10));
    root.rateReward("up", run.in("up"));

    Steady steady = steady(Map.of(first.number(), FIRST, second.number(), SECOND), "unit");
    // Up until 500 s at the latest: the clock ends a share exp(-1/2) of the cycles, and the mean
    // time up is 1000 (1 - exp(-1/2)) s.
    double late = StrictMath.exp(-0.5);
    double cycle = 1000 * (1 - late) + 10;
    assertThat(steady.begins("second")).isCloseTo(late / cycle, CLOSE);
    assertThat(steady.begins("first")).isCloseTo((1 - late) / cycle, CLOSE);
    assertThat(steady.down("second")).isCloseTo(10 * late / cycle, CLOSE);
    assertThat(steady.down("first")).isCloseTo(10 * (1 - late) / cycle, CLOSE);
  }

  @Test
  void twoCausesWithRepairsOfTheirOwn_areDownForLambdaTimesRepair() throws UnsolvableException {
    Component run = root.component("run", "up", "a", "b");
    var first = run.transition("first").from("up").to("a").after(new Exponential(1000));
    var second = run.transition("second").from("up").to("b").after(new Exponential(3000));
    run.transition("repair-a").from("a").to("up").after(new Exponential(50));
    run.transition("repair-b").from("b").to("up").after(new Exponential(20));
    root.rateReward("up", run.in("up"));

    Steady steady = steady(Map.of(first.number(), FIRST, second.number(), SECOND), "unit");
    double up = 1 / (1 + 50 / 1000.0 + 20 / 3000.0);
    assertThat(steady.down("first")).isCloseTo(up * 50 / 1000, CLOSE);
    assertThat(steady.down("second")).isCloseTo(up * 20 / 3000, CLOSE);
    assertThat(steady.begins("first")).isCloseTo(up / 1000, CLOSE);
    assertThat(steady.begins("second")).isCloseTo(up / 3000, CLOSE);
  }

  @Test
  void causes_areCarriedByImmediates_replacedByTheirOwn_andKeptOverTheOutage()
      throws UnsolvableException {
    Component run = root.component("run", "up", "hit", "struck", "down", "worse");
    var first = run.transition("first").from("up").to("hit").after(new Exponential(100));
    // Still up in "hit": what carries it on has no cause of its own in one case of four.
    run.transition("on").from("hit").to("down").immediately(1, 0);
    var own = run.transition("own").from("hit").to("down").immediately(3, 0);
    run.transition("worsen").from("down").to("worse").after(new Exponential(10));
    run.transition("repair").from("worse").to("up").after(new Exponential(20));
    root.rateReward("up", run.in("up", "hit"));

    Steady steady = steady(Map.of(first.number(), FIRST, own.number(), SECOND), "unit");
    assertThat(steady.down("first")).isCloseTo(0.25 * 30 / 130, CLOSE);
    assertThat(steady.down("second")).isCloseTo(0.75 * 30 / 130, CLOSE);
    assertThat(steady.begins("first")).isCloseTo(0.25 / 130, CLOSE);
    assertThat(steady.begins("second")).isCloseTo(0.75 / 130, CLOSE);
    assertThat(steady.begins("run/worsen")).isZero();
  }

  @Test
  void outagesOfNoLength_areCounted_andTheOneAtTheStartIsNoOnesFault() throws UnsolvableException {
    Component run = root.component("run", "begin", "up", "hit");
    run.transition("open").from("begin").to("up").after(new Exponential(8));
    var first = run.transition("first").from("up").to("hit").after(new Exponential(5));
    run.transition("mend").from("hit").to("up").immediately();
    root.rateReward("up", run.in("up"));

    Steady steady = steady(Map.of(first.number(), FIRST), "unit");
    assertThat(steady.down("first")).isZero();
    assertThat(steady.begins("first")).isCloseTo(1 / 5.0, CLOSE);
    assertThat(steady.begins("start")).isZero();
    // In the first t s: one outage at the start, of 8 (1 - exp(-t/8)) s within them.
    double down = 8 * (1 - StrictMath.exp(-4 / 8.0));
    assertThat(steady.until(4, "start", 0)).isEqualTo(1);
    assertThat(steady.until(4, "start", 1)).isCloseTo(down, within(1e-12));
    assertThat(steady.until(4, "first", 0)).isCloseTo((4 - down) / 5, within(1e-12));
  }

  @Test
  void members_ofAGroup_areAddedUp_andThoseNotWatchedEarnNothing() throws UnsolvableException {
    int[] fail = new int[1];
    root.replicate("part", 3, scope -> fail[0] = writePart(scope));
    Map<Integer, Cause> causes = Map.of(fail[0], FIRST);
    Steady all = steady(causes, "unit", "unit", "other");
    // Each of three is down for 25 of 125 s.
    assertThat(all.down("first")).isCloseTo(2 * 0.2, within(1e-14));
    assertThat(all.begins("first")).isCloseTo(2 / 125.0, within(1e-14));
    Model model = builder.build();
    var some = (OutageObserver) observer(model, causes, "unit", "unit", "other").only(r -> r != 1);
    Solution solution = Solution.of(model, some, 99);
    // Two of three are remembered, which here is the same as the state; none is like another.
    assertThat(solution.states()).isEqualTo(2 + 2 + 2);
    assertThat(Solution.unreduced(model, some, 99).states()).isEqualTo(8);
    assertThat(solution.steady(3 + some.down(0, 1))).isCloseTo(0.2, within(1e-14));
    assertThat(solution.steady(3 + some.down(1, 1))).isCloseTo(0.2, within(1e-14));
  }

  private static int writePart(Scope scope) {
    Component run = scope.component("run", "up", "down");
    var fail = run.transition("fail").from("up").to("down").after(new Exponential(100));
    run.transition("repair").from("down").to("up").after(new Exponential(25));
    scope.rateReward("up", run.in("up"));
    return fail.number();
  }

  private static OutageObserver observer(
      Model model, Map<Integer, Cause> causes, String... groups) {
    Subjects subjects = Subjects.of(model, "up", List.of(groups), Set.of(), Set.of(groups[0]));
    return new OutageObserver(new OutageRule(model, causes, subjects));
  }

  private Steady steady(Map<Integer, Cause> causes, String... groups) throws UnsolvableException {
    Model model = builder.build();
    OutageObserver observer = observer(model, causes, groups);
    return new Steady(model, observer, Solution.of(model, observer, 99));
  }

  /** Long-run values of the first group. */
  private record Steady(Model model, OutageObserver observer, Solution solution) {
    double down(String cause) throws UnsolvableException {
      return solution.steady(first(cause) + 1);
    }

    double begins(String cause) throws UnsolvableException {
      return solution.steady(first(cause));
    }

    /** Outages, or with part 1 downtime, until an instant. */
    double until(double seconds, String cause, int part) throws UnsolvableException {
      return solution.accumulated(first(cause) + part, seconds);
    }

    private int first(String cause) {
      int number = observer.causes().indexOf(cause) + 1;
      assertThat(number).as(cause).isPositive();
      assertThat(observer.down(0, number)).isEqualTo(observer.begins(0, number) + 1);
      return model.rewardCount() + observer.begins(0, number);
    }
  }
}
