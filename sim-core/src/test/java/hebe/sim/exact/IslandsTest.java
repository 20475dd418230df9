package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Guard;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What nothing ties together is solved apart. Times in hours. */
class IslandsTest {

  /** A host crashes after 9 and is up again after 1; it has two guests of its own. */
  private static Model fleet(int hosts) {
    ModelBuilder model = new ModelBuilder();
    model
        .root()
        .replicate(
            "host",
            hosts,
            host -> {
              Component vmm = alternating(host, "vmm", 9, 1);
              host.replicate(
                  "guest",
                  2,
                  guest -> {
                    Component run = guest.component("run", "up", "down");
                    run.transition("crash")
                        .from("up")
                        .to("down")
                        .when(vmm.in("up"))
                        .after(new Exponential(4));
                    run.transition("boot")
                        .from("down")
                        .to("up")
                        .when(vmm.in("up"))
                        .after(new Exponential(1));
                    guest.rateReward("up", run.in("up").and(vmm.in("up")));
                  });
            });
    return model.build();
  }

  private static Component alternating(Scope scope, String name, double up, double down) {
    Component part = scope.component(name, "up", "down");
    part.transition("crash").from("up").to("down").after(new Exponential(up));
    part.transition("repair").from("down").to("up").after(new Exponential(down));
    return part;
  }

  @Test
  void hosts_twoThousand_areSolvedAsOne() throws UnsolvableException {
    Model model = fleet(2000);
    Solution solution = Solution.of(model, 6);
    // One host: its own two states times C(2 + 2 - 1, 2) of two equal guests.
    assertThat(solution.states()).isEqualTo(6);
    Steady steady = solution.steady();
    // Up while the host is: 0.9 * 0.8, as the guest alternates only then.
    Oracle.agrees("first", steady.rate(0), 0.72, 1e-12);
    Oracle.agrees("last", steady.rate(3999), 0.72, 1e-12);
  }

  @Test
  void fewHosts_unreduced_areTheProduct() throws UnsolvableException {
    Solution whole = Solution.unreduced(fleet(3), 512);
    assertThat(whole.states()).isEqualTo(512);
    Oracle.agrees(
        "until 5",
        Solution.of(fleet(3), 6).until(5).accumulated(3),
        whole.until(5).accumulated(3),
        1e-12);
  }

  private final ModelBuilder model = new ModelBuilder();
  private final Component first = alternating(model.root(), "first", 9, 1);
  private final Component second = alternating(model.root(), "second", 3, 1);

  @Test
  void rewardOfTerms_isTheSumOverIslandsAndAConstant() throws UnsolvableException {
    Counter never = model.root().counter("never", 0, 1, 1);
    model
        .root()
        .rateReward(
            "sum",
            List.of(
                new Reward.Term(first.in("up"), 10),
                new Reward.Term(second.in("up"), 100),
                new Reward.Term(never.atLeast(1), 1000)));
    Solution solution = Solution.of(model.build(), 2);
    assertThat(solution.states()).isEqualTo(2 + 2);
    // 10 * 9/10 + 100 * 3/4 + 1000.
    Oracle.agrees("sum", solution.steady(0), 1084, 1e-13);
    assertThat(solution.at(0, 0)).isEqualTo(1110);
    Oracle.agrees("until", solution.accumulated(0, 1e4) / 1e4, 1084, 1e-3);
  }

  @Test
  void rewardOfOneCondition_tiesWhatItReads() throws UnsolvableException {
    model.root().rateReward("both", first.in("up").and(second.in("up")));
    Solution solution = Solution.of(model.build(), 4);
    assertThat(solution.states()).isEqualTo(4);
    Oracle.agrees("both", solution.steady(0), 0.9 * 0.75, 1e-13);
  }

  @Test
  void impulses_areEarnedInTheirIsland() throws UnsolvableException {
    Component line = model.root().component("line", "open");
    var a = line.transition("a").when(first.in("up")).after(new Exponential(2));
    var b = line.transition("b").when(second.in("up")).after(new Exponential(4));
    model.root().impulseReward("jobs", 8, a, b);
    Solution solution = Solution.of(model.build(), 2);
    assertThat(solution.states()).isEqualTo(4);
    // 8 (0.9 / 2 + 0.75 / 4).
    Oracle.agrees("jobs", solution.steady(0), 5.1, 1e-13);
  }

  @Test
  void passage_acrossIslands_exploresThemTogether() throws UnsolvableException {
    model.root().rateReward("first", first.in("up"));
    alternating(model.root(), "third", 1, 1);
    Model built = model.build();
    Solution solution = Solution.of(built, 4);
    Guard bothDown = first.in("down").and(second.in("down"));
    Passage passage = solution.passage(bothDown);
    Passage whole = Solution.unreduced(built, 8).passage(bothDown);
    Oracle.agrees("mean", passage.meanSeconds(), whole.meanSeconds(), 1e-12);
    Oracle.agrees("up until then", passage.accumulated(0), whole.accumulated(0), 1e-12);
    // One island alone: the first crash of the second after 3.
    Passage alone = solution.passage(second.in("down"));
    Oracle.agrees("alone", alone.meanSeconds(), 3, 1e-13);
    assertThatThrownBy(() -> alone.accumulated(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reward 0 is earned in islands that the target does not lie in");
  }

  @Test
  void immediatesOfOneComponent_areTied() {
    ModelBuilder choice = new ModelBuilder();
    Component a = alternating(choice.root(), "a", 1, 1);
    Component b = alternating(choice.root(), "b", 1, 1);
    Component line = choice.root().component("line", "-");
    line.transition("x").when(a.in("down")).also(a.become("up")).immediately(1, 0);
    line.transition("y").when(b.in("down")).also(b.become("up")).immediately(2, 0);
    assertThat(Islands.of(choice.build(), Observer.none()).kinds()).hasSize(1);
  }
}
