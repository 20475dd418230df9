package hebe.models.selfvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import hebe.models.selfvirt.SwitchDesign.Records;
import hebe.models.timing.CostModel;
import hebe.models.timing.EventRules;
import hebe.models.timing.HostClock;
import hebe.models.timing.Mode;
import hebe.models.timing.OperationCost;
import hebe.models.timing.TrapCostTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchRunTest {
  private static final HostClock CLOCK = new HostClock(3e9);
  private static final SwitchLaw LAW =
      SwitchLaw.of(
          new CostModel(
              TrapCostTable.load(), EventRules.load(), "netburst-xeon-2400", Mode.XEN_PV_32),
          CLOCK);
  private static final SwitchDesign RECOMPUTE = SwitchDesign.of(Records.RECOMPUTED);
  private static final InUse NEVER = new InUse.Given(0);

  private static SwitchSize size(int cpus) {
    return SwitchSize.of(Published.selfVirtualization(), 1 << 30, 20, cpus);
  }

  private static SwitchPlan plan(OperationCost cost, int cpus, InUse inUse) {
    return new SwitchPlan(cost, 1, CLOCK, cpus, inUse, 0.01);
  }

  private static SwitchPlan attach(int cpus, InUse inUse) {
    return plan(LAW.attach(RECOMPUTE, size(cpus)), cpus, inUse);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16})
  void idleMachine_takesTheTimeOfTheLaw(int cpus) {
    for (OperationCost cost :
        List.of(LAW.attach(RECOMPUTE, size(cpus)), LAW.detach(RECOMPUTE, size(cpus)))) {
      double law = cost.cycles().value();
      for (InUse inUse : List.of(NEVER, new InUse.ByLoad(SensitiveCode.NONE))) {
        SwitchOutcome outcome = SwitchRun.simulate(plan(cost, cpus, inUse), 1, 0);
        assertThat(outcome.requestToCommitCycles()).isCloseTo(law, within(1e-9 * law));
        assertThat(outcome.attempts()).isEqualTo(1);
      }
    }
  }

  @Test
  void factor_scalesAllParts() {
    SwitchPlan plan = attach(2, NEVER);
    SwitchPlan scaled = new SwitchPlan(plan.cost(), 0.125, CLOCK, 2, NEVER, 0.01);
    double law = plan.cost().cycles().value();
    assertThat(SwitchRun.simulate(scaled, 1, 0).requestToCommitCycles())
        .isCloseTo(0.125 * law, within(1e-9 * law));
  }

  // Vain attempts are geometric: share p of all attempts, standard error sqrt(p (1 - p) / n); each
  // costs one period of 10 ms.
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5})
  void independentAttempts_waitAsTheClosedFormSays(double p) {
    int runs = 20_000;
    SwitchStudy study = SwitchStudy.of(attach(1, new InUse.Given(p)), 7, runs);
    double error = Math.sqrt(p * (1 - p) / study.attempts());
    assertThat(study.inUse()).isCloseTo(p, within(4.5 * error));
    double vain = (study.attempts() - runs) / (double) runs;
    assertThat(study.waiting().meanSeconds()).isCloseTo(0.01 * vain, within(1e-9));
    Retry retry = LAW.retry(p);
    double waitError = 0.01 * Math.sqrt(p) / (1 - p) / Math.sqrt(runs);
    assertThat(study.waiting().meanSeconds())
        .isCloseTo(retry.meanWaitSeconds(), within(4.5 * waitError));
    // 0.01 and 0.1^2 are just 1 %, so chance decides there; 0.5^6 and 0.5^7 are 1.6 and 0.8 %.
    if (p == 0.5) {
      assertThat(study.waiting().p99Seconds()).isCloseTo(retry.waitSeconds(0.99), within(1e-9));
    }
  }

  // 10,000 stretches of 10 us per second and CPU: 1 - (1 / 1.1)^CPUs of the attempts are vain. The
  // other CPUs look at it when they answer, which is one message later.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void load_makesAttemptsVain_asItsShareSays(int cpus) {
    InUse load = new InUse.ByLoad(SensitiveCode.of(10_000, 10e-6));
    SwitchStudy study = SwitchStudy.of(attach(cpus, load), 3, 4000);
    double p = 1 - Math.pow(1 / 1.1, cpus);
    double error = Math.sqrt(p * (1 - p) / study.attempts());
    // One CPU more or less is seen.
    assertThat(error).isLessThan(0.06 / 9);
    assertThat(study.inUse()).isCloseTo(p, within(4.5 * error));
  }

  // Half of the time is closed, and what is left of a stretch is 100 us in the mean: 50 us of
  // delay,
  // deviation sqrt(0.5 x 2 - 0.25) x 100 = 87 us.
  @Test
  void closedInterrupts_delayTheAnswer() {
    InUse load = new InUse.ByLoad(new SensitiveCode(0, 0, 10_000, 100e-6));
    int runs = 10_000;
    SwitchStudy study = SwitchStudy.of(attach(1, load), 5, runs);
    double error = 100e-6 * Math.sqrt(0.75) / Math.sqrt(runs);
    assertThat(study.waiting().meanSeconds()).isCloseTo(50e-6, within(4.5 * error));
    assertThat(study.attempts()).isEqualTo(runs);
  }

  // The second CPU is closed half of the time; the first waits for it with its own interrupts
  // closed: the standstill grows by what the wait grows by on one CPU.
  @Test
  void closedInterruptsOfAnother_lengthenTheStandstill() {
    InUse load = new InUse.ByLoad(new SensitiveCode(0, 0, 10_000, 100e-6));
    int runs = 10_000;
    SwitchPlan plan = attach(2, load);
    double law = CLOCK.seconds(plan.cost().cycles().value());
    double error = 100e-6 * Math.sqrt(0.75) / Math.sqrt(runs);
    assertThat(SwitchStudy.of(plan, 5, runs).standstill().meanSeconds() - law)
        .isCloseTo(50e-6, within(4.5 * error));
  }

  @Test
  void trace_tellsTheOrder() {
    List<String> told = new ArrayList<>();
    SwitchPlan plan = plan(LAW.detach(RECOMPUTE, size(2)), 2, NEVER);
    SwitchRun.simulate(plan, 1, 0, (at, who, what) -> told.add(who + " " + what));
    assertThat(told)
        .containsExactly(
            "cpu-0 attempt 1",
            "cpu-0 switch interrupt",
            "cpu-0 entry through the VMM",
            "cpu-0 interrupt to the other CPUs",
            "cpu-1 interrupted",
            "cpu-1 meeting point",
            "cpu-0 privilege bits of sleeping tasks",
            "cpu-0 write permission of page-table pages",
            "cpu-0 interrupt bindings",
            "cpu-0 descriptor tables",
            "cpu-0 page-table base",
            "cpu-0 refill of the TLB",
            "cpu-1 meeting point",
            "cpu-0 commit");
  }

  @Test
  void run_isAFunctionOfSeedAndNumber() {
    SwitchPlan plan = attach(2, new InUse.ByLoad(SensitiveCode.of(50_000, 20e-6)));
    assertThat(SwitchRun.simulate(plan, 9, 4)).isEqualTo(SwitchRun.simulate(plan, 9, 4));
    assertThat(SwitchStudy.of(plan, 9, 50)).isNotEqualTo(SwitchStudy.of(plan, 10, 50));
  }

  // An item that is renamed in the table would silently become work of the first CPU.
  @Test
  void phases_nameItemsThatExist() {
    List<String> items = new ArrayList<>();
    LAW.attach(RECOMPUTE, size(2)).items().forEach(item -> items.add(item.name()));
    LAW.detach(RECOMPUTE, size(2)).items().forEach(item -> items.add(item.name()));
    assertThat(items)
        .containsAll(Arrays.stream(Phase.values()).flatMap(p -> p.items().stream()).toList());
  }

  @Test
  void plans_thatCannotBe_areRefused() {
    assertThatThrownBy(() -> attach(1, new InUse.Given(1))).hasMessageContaining("below 1");
    assertThatThrownBy(() -> SwitchStudy.of(attach(1, NEVER), 1, 0))
        .hasMessageContaining("runs: expected at least 1");
  }
}
