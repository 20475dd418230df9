package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact schedules by pencil: delays in whole seconds, no tolerance. */
class ScheduleTest {
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();

  @Test
  void cycle_fixedDelays_firesAtTheSums() {
    Component run = root.component("run", "up", "down");
    run.transition("crash").from("up").to("down").after(new Deterministic(10));
    run.transition("repair").from("down").to("up").after(new Deterministic(3));
    // 10, 10 + 3, 13 + 10, 23 + 3: the horizon belongs to the replication.
    assertThat(Firings.schedule(model.build(), 26))
        .containsExactly("10 run/crash", "13 run/repair", "23 run/crash", "26 run/repair");
    assertThat(Firings.schedule(model.build(), 25.5)).hasSize(3);
  }

  @Test
  void effects_oneFiring_allWrittenBeforeAnythingIsExamined() {
    Component left = root.component("left", "a", "b");
    Component right = root.component("right", "a", "b");
    left.transition("swap").from("a").to("b").also(right.become("b")).after(new Deterministic(1));
    // Half way through the swap this would be enabled.
    right.transition("tear").when(left.in("b")).from("a").to("b").immediately();
    assertThat(Firings.schedule(model.build(), 9)).containsExactly("1 left/swap");
  }

  @Test
  void delayOfZero_fires_atTheSameInstant() {
    Component run = root.component("run", "a", "b", "c");
    run.transition("first").from("a").to("b").after(new Deterministic(0));
    run.transition("second").from("b").to("c").after(new Deterministic(0));
    assertThat(Firings.schedule(model.build(), 1)).containsExactly("0 run/first", "0 run/second");
  }

  @Test
  void ranks_sameInstant_lowestFirst() {
    once("a", 5, 1);
    once("b", 5, 0);
    once("c", 5, -1);
    assertThat(Firings.schedule(model.build(), 5)).containsExactly("5 c/go", "5 b/go", "5 a/go");
  }

  @Test
  void equalRanks_sameInstant_armedEarlierFirst() {
    Component late = root.component("late", "rest", "ready", "done");
    late.transition("arm").from("rest").to("ready").after(new Deterministic(2));
    late.transition("go").from("ready").to("done").after(new Deterministic(4));
    once("early", 6, 0);
    // Both are due at 6; late/go has the smaller number but was armed at 2, early/go at 0.
    assertThat(Firings.schedule(model.build(), 6))
        .containsExactly("2 late/arm", "6 early/go", "6 late/go");
  }

  @Test
  void calendar_enabledThroughout_firesAtEveryInstant() {
    Component run = root.component("run", "up");
    run.transition("tick").byCalendar(List.of(7.0), 10);
    assertThat(Firings.times(model.build(), 40, "run/tick")).containsExactly(7.0, 17.0, 27.0, 37.0);
  }

  @ParameterizedTest
  @CsvSource({"15, 30", "14, 20", "16, 30", "5, 20", "4, 10", "24, 30", "25, 40"})
  void calendar_enabledAgain_firesAtTheNextInstant(double closedSeconds, double fires) {
    // Instants 10, 20, 30...; closed from 5 on. Enabled again at 5 + 15 = 20 is too late for 20.
    Component gate = root.component("gate", "open", "closed", "for-good");
    gate.transition("close").from("open").to("closed").after(new Deterministic(5));
    gate.transition("open").from("closed").to("for-good").after(new Deterministic(closedSeconds));
    Component run = root.component("run", "up");
    run.transition("tick").when(gate.in("open", "for-good")).byCalendar(List.of(10.0), 10);
    assertThat(Firings.times(model.build(), fires, "run/tick")).containsExactly(fires);
  }

  @Test
  void calendar_disabledAtItsInstant_rankDecides() {
    Component gate = root.component("gate", "open", "closed");
    gate.transition("close").from("open").to("closed").after(new Deterministic(10));
    Component before = root.component("before", "up");
    before.transition("tick").when(gate.in("open")).byCalendar(List.of(10.0), 10).rank(-1);
    Component behind = root.component("behind", "up");
    behind.transition("tick").when(gate.in("open")).byCalendar(List.of(10.0), 10).rank(1);
    assertThat(Firings.schedule(model.build(), 30))
        .containsExactly("10 before/tick", "10 gate/close");
  }

  @Test
  void calendar_firstInstantPerCopy_staggers() {
    root.replicate(
        "host",
        3,
        host ->
            host.component("run", "up").transition("tick").byCalendar(List.of(3.0, 7.0, 5.0), 10));
    assertThat(Firings.schedule(model.build(), 13))
        .containsExactly(
            "3 host-1/run/tick", "5 host-3/run/tick", "7 host-2/run/tick", "13 host-1/run/tick");
  }

  @Test
  void renewing_runningClock_startsAnew() {
    Component run = root.component("run", "new", "serviced", "failed");
    var fail =
        run.transition("fail").from("new", "serviced").to("failed").after(new Deterministic(10));
    run.transition("service").from("new").to("serviced").after(new Deterministic(4)).renewing(fail);
    // 4 + 10; without the renewal 10.
    assertThat(Firings.schedule(model.build(), 20)).containsExactly("4 run/service", "14 run/fail");
  }

  @Test
  void renewing_itself_changesNothing() {
    Component run = root.component("run", "up");
    var tick = run.transition("tick").after(new Deterministic(4));
    tick.renewing(tick);
    assertThat(Firings.times(model.build(), 12, "run/tick")).containsExactly(4.0, 8.0, 12.0);
  }

  private void once(String name, double delaySeconds, int rank) {
    root.component(name, "rest", "done")
        .transition("go")
        .from("rest")
        .to("done")
        .after(new Deterministic(delaySeconds))
        .rank(rank);
  }
}
