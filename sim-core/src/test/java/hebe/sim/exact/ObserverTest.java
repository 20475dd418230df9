package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.model.Changes;
import hebe.sim.model.Component;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** The memory of an observer multiplies the states, on every way through an instant. */
class ObserverTest {
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();

  @Test
  void memory_tellsOneStateByItsWay_andEarnsByTheFiringsOfTheInstant() throws UnsolvableException {
    Component run = root.component("run", "up", "asked", "one", "two", "down");
    run.transition("ask").from("up").to("asked").after(new Exponential(30));
    run.transition("one").from("asked").to("one").immediately(1, 0);
    run.transition("two").from("asked").to("two").immediately(3, 0);
    run.transition("one-down").from("one").to("down").immediately();
    run.transition("two-late").from("two").to("down").after(new Deterministic(0));
    run.transition("repair").from("down").to("up").after(new Erlang(2, 10));
    root.rateReward("up", run.in("up"));
    Model built = model.build();

    Solution solution = Solution.of(built, new Branch(built, "run/one", "run/two"), 9);
    // Up, and two phases of down after each branch; without the memory 3 states.
    assertThat(solution.states()).isEqualTo(5);
    assertThat(Solution.of(built, 9).states()).isEqualTo(3);
    Steady steady = solution.steady();
    // A cycle takes 30 + 10 s, of which a quarter of 10 s is down by the first branch.
    Oracle.agrees("up", steady.rate(0), 30 / 40.0, 1e-14);
    Oracle.agrees("down by one", steady.rate(1), 0.25 * 10 / 40, 1e-14);
    Oracle.agrees("down by two", steady.rate(2), 0.75 * 10 / 40, 1e-14);
    // "ask" is firing 1 of its instant, a branch firing 2, and what leads down firing 3; the repair
    // is firing 1 again: 1 + 2 + 3 + 1 = 7 in every cycle.
    Oracle.agrees("firings", steady.rate(3), 7 / 40.0, 1e-14);
    // The expected time down by two until t is that of all, without memory, times 3/4.
    double down = 100 - solution.accumulated(0, 100);
    Oracle.agrees("down by two until 100 s", solution.accumulated(2, 100), 0.75 * down, 1e-13);
  }

  @Test
  void start_throughImmediates_isRememberedAndEarnsAtOnce() throws UnsolvableException {
    Component run = root.component("run", "asked", "one", "two", "down");
    run.transition("one").from("asked").to("one").immediately(1, 0);
    run.transition("two").from("asked").to("two").immediately(3, 0);
    run.transition("on").from("one", "two").to("down").immediately();
    root.rateReward("down", run.in("down"));
    Model built = model.build();

    Solution solution = Solution.of(built, new Branch(built, "run/one", "run/two"), 2);
    assertThat(solution.states()).isEqualTo(2);
    assertThat(solution.at(1, 5)).isEqualTo(0.25);
    assertThat(solution.at(2, 5)).isEqualTo(0.75);
    // Firings 1 and 2 of the instant, and 10 for the start itself.
    assertThat(solution.accumulated(3, 0)).isEqualTo(10 + 1 + 2);
  }

  /**
   * Remembers which of two transitions fired last, from 1; two rewards are the shares of time in
   * which it is the one or the other while the model is not up, the third earns the number of the
   * firing within its instant.
   */
  private record Branch(Model model, String one, String two) implements Observer {
    @Override
    public List<Slot> slots() {
      return List.of(new Slot("branch", 2, 0, 0));
    }

    @Override
    public int scratch() {
      return 1;
    }

    @Override
    public int rewards() {
      return 3;
    }

    @Override
    public void started(int[] state, int first, Earnings earnings) {
      earnings.earn(2, 10);
    }

    @Override
    public void fired(int transition, Changes changes, int[] state, int first, Earnings earnings) {
      String name = model.transitionName(transition);
      if (name.equals(one) || name.equals(two)) {
        state[first] = name.equals(one) ? 1 : 2;
      } else if (name.equals("run/repair")) {
        state[first] = 0;
      }
      earnings.earn(2, ++state[first + 1]);
    }

    @Override
    public double rate(int reward, int[] state, int first) {
      return reward < 2 && state[first] == reward + 1 ? 1 : 0;
    }

    @Override
    public Observer only(IntPredicate rewards) {
      return this;
    }
  }
}
