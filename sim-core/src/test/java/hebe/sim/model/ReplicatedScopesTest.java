package hebe.sim.model;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three hosts with two web guests and one database guest each, and one switch. */
class ReplicatedScopesTest {
  private final Model model = build();

  private static Model build() {
    ModelBuilder builder = new ModelBuilder();
    Scope root = builder.root();
    Component power = root.component("power", "on", "off");
    power.transition("cut").from("on").to("off").after(new Deterministic(90));
    Counter down = root.counter("down", 0, 9, 0);
    root.replicate(
        "host",
        3,
        host -> {
          Component vmm = host.component("vmm", "up", "failed");
          vmm.transition("crash").from("up").to("failed").afterPerCopy(laws(10, 20, 30));
          host.replicate(
              "web",
              2,
              web -> {
                Component run = web.component("run", "up", "failed");
                run.transition("crash")
                    .from("up")
                    .to("failed")
                    .when(vmm.in("up").and(power.in("on")))
                    .also(down.plus(1))
                    .afterPerCopy(laws(1, 2));
                web.rateReward("up", run.in("up"));
              });
          host.replicate("db", 1, db -> db.component("run", "up"));
        });
    root.replicate("switch", 1, one -> one.counter("ports", 1, 9, 5));
    return builder.build();
  }

  private static List<DelayLaw> laws(double... seconds) {
    return java.util.Arrays.stream(seconds).<DelayLaw>mapToObj(Deterministic::new).toList();
  }

  @Test
  void names_nestedCopies_areNumberedFromOneWhereThereAreSeveral() {
    assertThat(IntStream.range(0, model.transitionCount()).mapToObj(model::transitionName))
        .containsExactly(
            "power/cut",
            "host-1/vmm/crash",
            "host-1/web-1/run/crash",
            "host-1/web-2/run/crash",
            "host-2/vmm/crash",
            "host-2/web-1/run/crash",
            "host-2/web-2/run/crash",
            "host-3/vmm/crash",
            "host-3/web-1/run/crash",
            "host-3/web-2/run/crash");
    assertThat(IntStream.range(0, model.variableCount()).mapToObj(model::variableName))
        .startsWith("power", "down", "host-1/vmm", "host-1/web-1/run", "host-1/web-2/run")
        .contains("host-3/db/run")
        .endsWith("switch/ports")
        .hasSize(2 + 3 * 4 + 1);
    assertThat(model.rewardName(3)).isEqualTo("host-2/web-2/up");
    assertThat(model.rewardScope(3)).isEqualTo("host-2/web-2");
  }

  @Test
  void laws_perCopy_followTheInnermostCopy() {
    List<Double> delays =
        IntStream.range(0, model.transitionCount())
            .mapToObj(t -> ((Timing.After) model.transition(t).timing()).of(model.copyOf(t)))
            .map(DelayLaw::meanSeconds)
            .toList();
    assertThat(delays).containsExactly(90.0, 10.0, 1.0, 2.0, 20.0, 1.0, 2.0, 30.0, 1.0, 2.0);
  }

  @Test
  void guardsAndEffects_ofACopy_touchItsOwnAndTheSharedVariables() {
    int[] values = model.initialState();
    Changes changes = new Changes();
    model.fire(4, values, changes); // host-2/vmm/crash
    for (int t = 0; t < model.transitionCount(); t++) {
      assertThat(model.enabled(t, values)).isEqualTo(t < 4 || t > 6);
    }
    changes.clear();
    model.fire(8, values, changes); // host-3/web-1/run/crash
    assertThat(changes.size()).isEqualTo(2);
    assertThat(model.variableName(changes.variable(0))).isEqualTo("host-3/web-1/run");
    assertThat(changes.before(0)).isZero();
    assertThat(changes.after(0)).isEqualTo(1);
    assertThat(model.variableName(changes.variable(1))).isEqualTo("down");
    assertThat(model.componentOf(8)).isEqualTo(changes.variable(0));
    model.fire(0, values, changes); // power/cut
    assertThat(IntStream.range(0, 10).filter(t -> model.enabled(t, values))).containsExactly(1, 7);
  }

  @Test
  void rewards_ofCopies_seeTheirOwnState() {
    int[] values = model.initialState();
    model.fire(5, values, new Changes()); // host-2/web-1/run/crash
    assertThat(IntStream.range(0, 6).mapToDouble(r -> model.rate(r, values)))
        .containsExactly(1.0, 1.0, 0.0, 1.0, 1.0, 1.0);
  }
}
