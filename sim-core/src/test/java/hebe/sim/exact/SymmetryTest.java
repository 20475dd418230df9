package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States that differ by an exchange of equal copies count as one, where that is exact. */
class SymmetryTest {
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();

  private Symmetry explored(int limit) throws UnsolvableException {
    Model built = model.build();
    return StateSpace.explore(built, Observer.none(), limit, Symmetry.of(built, Observer.none()))
        .symmetry();
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 3", "11, 12", "100, 101"})
  void guests_thatOnlyCount_costTheirNumberAndOne(int guests, int states)
      throws UnsolvableException {
    Counter up = root.counter("up", 0, guests, guests);
    root.replicate("guest", guests, guest -> counting(guest, up));
    root.rateReward("all", up.atLeast(guests));
    Solution solution = Solution.of(model.build(), 200);
    assertThat(solution.states()).isEqualTo(states);
    // Each guest is up with 9/10, on its own.
    Oracle.agrees("all up", solution.steady(0), StrictMath.pow(0.9, guests), 1e-11);
    Oracle.agrees("one up", solution.steady(guests), 0.9, 1e-12);
  }

  @Test
  void guests_thatOnlyCount_unreduced_costAPowerOfTwo() throws UnsolvableException {
    Counter up = root.counter("up", 0, 11, 11);
    root.replicate("guest", 11, guest -> counting(guest, up));
    assertThat(Solution.unreduced(model.build(), 2048).states()).isEqualTo(2048);
  }

  private static void counting(Scope guest, Counter up) {
    Component run = guest.component("run", "up", "down");
    run.transition("crash").from("up").to("down").also(up.minus(1)).after(new Exponential(9));
    run.transition("repair").from("down").to("up").also(up.plus(1)).after(new Exponential(1));
    guest.rateReward("up", run.in("up"));
  }

  @Test
  void phasesOfClocks_areExchangedWithTheirCopies() throws UnsolvableException {
    Counter up = root.counter("up", 0, 5, 5);
    root.replicate(
        "guest",
        5,
        guest -> {
          Component run = guest.component("run", "up", "down");
          run.transition("crash").from("up").to("down").also(up.minus(1)).after(new Erlang(3, 3));
          run.transition("repair").from("down").to("up").also(up.plus(1)).after(new Exponential(1));
          guest.rateReward("up", run.in("up"));
        });
    root.rateReward("none", up.below(1));
    // Up in one of three phases, or down: C(5 + 4 - 1, 5) = 56 multisets; 4^5 states without.
    Solution lumped = Solution.of(model.build(), 56);
    assertThat(lumped.states()).isEqualTo(56);
    assertThat(Solution.unreduced(model.build(), 2000).states()).isEqualTo(1024);
    // Down with 1 / (3 + 1), as only the means count for an alternating renewal process.
    Oracle.agrees("none", lumped.steady(0), 1.0 / 1024, 1e-10);
    Oracle.agrees("up", lumped.steady(3), 0.75, 1e-12);
  }

  @Test
  void nestedScopes_areSortedFromTheInside() throws UnsolvableException {
    Counter down = root.counter("down", 0, 12, 0);
    root.replicate(
        "host",
        3,
        host -> {
          Component vmm = host.component("vmm", "up", "down");
          vmm.transition("crash").from("up").to("down").after(new Exponential(20));
          vmm.transition("repair").from("down").to("up").after(new Exponential(2));
          host.replicate(
              "guest",
              4,
              guest -> {
                Component run = guest.component("run", "up", "down");
                run.transition("crash")
                    .from("up")
                    .to("down")
                    .when(vmm.in("up"))
                    .also(down.plus(1))
                    .after(new Exponential(5));
                run.transition("repair")
                    .from("down")
                    .to("up")
                    .when(vmm.in("up"))
                    .also(down.minus(1))
                    .after(new Exponential(1));
                guest.rateReward("up", run.in("up"));
              });
        });
    // A host: 2 x 5 states. Three of them: C(3 + 10 - 1, 3) = 220; 32^3 states without.
    Model built = model.build();
    Solution lumped = Solution.of(built, 220);
    assertThat(lumped.states()).isEqualTo(220);
    assertThat(Solution.unreduced(built, 40_000).states()).isEqualTo(32_768);
    assertThat(Size.most(built, new PhaseClocks(built, List.of()), Symmetry.none(built)))
        .isEqualTo(13 * 32_768);
    // A guest alternates only while its host is up, so it is up with 5/6 at any time in the end.
    Oracle.agrees("up", lumped.steady(7), 5.0 / 6, 1e-11);
  }

  @Test
  void crew_thatServesEqualCopiesOnly_isLumpedUnlessEachIsEarnedFor() throws UnsolvableException {
    crew(root, 4, false, false);
    assertThat(explored(99).refused()).isEmpty();
    ModelBuilder other = new ModelBuilder();
    crew(other.root(), 4, true, false);
    Model earned = other.build();
    assertThat(
            StateSpace.explore(earned, Observer.none(), 99, Symmetry.of(earned, Observer.none()))
                .symmetry()
                .refused())
        .isEqualTo(
            Map.of(
                "unit",
                "of several that could do run/begin short at one instant the first does, and each has"
                    + " rewards of its own"));
  }

  @Test
  void crew_thatServesDifferentCopies_isNotLumped() throws UnsolvableException {
    crew(root, 3, false, true);
    assertThat(explored(999).refused())
        .isEqualTo(
            Map.of(
                "unit",
                "of several in different states that could act at one instant the first does"
                    + " run/begin short"));
  }

  @Test
  void crew_valueOfEachCopy_isItsOwn() throws UnsolvableException {
    crew(root, 3, true, false);
    Model built = model.build();
    Steady reduced = Solution.of(built, 999).steady();
    Steady whole = Solution.unreduced(built, 999).steady();
    for (int r = 0; r < built.rewardCount(); r++) {
      Oracle.agrees(built.rewardName(r), reduced.rate(r), whole.rate(r), 1e-12);
    }
    assertThat(reduced.rate(1)).isGreaterThan(1.0001 * reduced.rate(3));
  }

  /** A unit can fail in two ways of different repair, and waits for the one crew. */
  private static void crew(Scope root, int units, boolean rewards, boolean ways) {
    Counter crews = root.counter("crews", 0, 1, 1);
    root.replicate(
        "unit",
        units,
        unit -> {
          Component run = unit.component("run", "up", "failed", "broken", "short", "long");
          run.transition("fail").from("up").to("failed").after(new Exponential(9));
          if (ways) {
            run.transition("break").from("up").to("broken").after(new Exponential(7));
          }
          run.transition("begin short")
              .from("failed")
              .to("short")
              .when(crews.atLeast(1))
              .also(crews.minus(1))
              .immediately();
          run.transition("begin long")
              .from("broken")
              .to("long")
              .when(crews.atLeast(1))
              .also(crews.minus(1))
              .immediately();
          run.transition("end short")
              .from("short")
              .to("up")
              .also(crews.plus(1))
              .after(new Exponential(1));
          run.transition("end long")
              .from("long")
              .to("up")
              .also(crews.plus(1))
              .after(new Exponential(4));
          if (rewards) {
            unit.rateReward("up", run.in("up"));
          }
        });
    root.rateReward("busy", crews.below(1));
  }

  @Test
  void laws_thatDiffer_areNamed() throws UnsolvableException {
    Counter up = root.counter("up", 0, 2, 2);
    root.replicate(
        "guest",
        2,
        guest -> {
          Component run = guest.component("run", "up", "down");
          run.transition("crash")
              .from("up")
              .to("down")
              .also(up.minus(1))
              .afterPerCopy(List.of(new Exponential(3), new Exponential(4)));
        });
    assertThat(explored(9).refused())
        .isEqualTo(Map.of("guest", "guest-1/run/crash and guest-2/run/crash have different laws"));
  }

  @Test
  void delaysOfZero_thatWriteOutside_areNotLumped() throws UnsolvableException {
    Counter up = root.counter("up", 0, 2, 2);
    root.replicate(
        "guest",
        2,
        guest -> {
          Component run = guest.component("run", "up", "failing", "down");
          run.transition("fail").from("up").to("failing").after(new Exponential(3));
          run.transition("go")
              .from("failing")
              .to("down")
              .also(up.minus(1))
              .after(new Deterministic(0));
        });
    assertThat(explored(9).refused())
        .isEqualTo(
            Map.of(
                "guest",
                "guest-1/run/go takes 0 s, and what takes no time in a copy writes outside it"));
  }

  @Test
  void passage_toATargetOfAllCopies_isThatOfTheirNumber() throws UnsolvableException {
    Counter up = root.counter("up", 0, 3, 3);
    root.replicate("guest", 3, guest -> counting(guest, up));
    root.rateReward("some down", up.below(3));
    Solution solution = Solution.of(model.build(), 99);
    assertThat(solution.states()).isEqualTo(4);
    // The first of three crashes after 9 / 3.
    Oracle.agrees("some down", solution.passage(0).meanSeconds(), 3, 1e-12);
    // By first steps, from k to k + 1 down: m_0 = 9 / 3, m_k = (1 + k m_(k-1)) 9 / (3 - k).
    double m0 = 3;
    double m1 = 4.5 * (1 + m0);
    double m2 = 9 * (1 + 2 * m1);
    Oracle.agrees("none up", solution.passage(up.below(1)).meanSeconds(), m0 + m1 + m2, 1e-12);
  }

  @Test
  void passage_toTheCrashOfOneCopy_isItsOwnTime() throws UnsolvableException {
    Counter up = root.counter("up", 0, 3, 3);
    root.replicate(
        "guest",
        3,
        guest -> {
          Component run = guest.component("run", "up", "down");
          run.transition("crash").from("up").to("down").also(up.minus(1)).after(new Exponential(9));
          run.transition("repair")
              .from("down")
              .to("up")
              .also(up.plus(1))
              .after(new Erlang(2, 1))
              .onDisable(MemoryPolicy.RESUME);
          guest.rateReward("down", run.in("down"));
        });
    Solution solution = Solution.of(model.build(), 99);
    // Up, or down in one of two phases: C(3 + 3 - 1, 3) = 10 multisets.
    assertThat(solution.states()).isEqualTo(10);
    Passage second = solution.passage(1);
    Oracle.agrees("mean", second.meanSeconds(), 9, 1e-12);
    Oracle.agrees("by 5", second.probabilityBy(5), -StrictMath.expm1(-5.0 / 9), 1e-12);
  }
}
