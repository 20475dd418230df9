package hebe.models.selfvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.timing.Bounds;
import hebe.models.timing.CostModel;
import hebe.models.timing.EventRules;
import hebe.models.timing.HostClock;
import hebe.models.timing.Mode;
import hebe.models.timing.SlowDown;
import hebe.models.timing.TrapCostTable;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.Workload;
import hebe.models.timing.Workloads;
import org.junit.jupiter.api.Test;

class ModeCostsTest {
  private static final String CPU = "netburst-xeon-2400";
  private static final HostClock CLOCK = new HostClock(2.4e9);
  private static final TrapCostTable TABLE = TrapCostTable.load();
  private static final EventRules RULES = EventRules.load();
  private static final Workload BUILD = Workloads.load().get("kernel-build");

  private static ModeCosts costs(Bounds tax) {
    return ModeCosts.of(TABLE, RULES, CPU, Mode.XEN_PV_32, tax);
  }

  @Test
  void nativeMode_isThatOfNoVmm_butForTheTax() {
    assertThat(costs(Bounds.ZERO).nativeSlowDown(BUILD, CLOCK)).isEqualTo(Bounds.exact(1));
    Bounds taxed = costs(new Bounds(0.03, 0.01, 0.05)).nativeSlowDown(BUILD, CLOCK);
    assertThat(taxed.value()).isCloseTo(1.03, within(1e-12));
    assertThat(taxed.low()).isCloseTo(1.01, within(1e-12));
    assertThat(taxed.high()).isCloseTo(1.05, within(1e-12));
  }

  // 271.027 / 263: the build on Xen, as in the tests of the timing command.
  @Test
  void virtualMode_isThatOfTheVmm() {
    Bounds virtual = costs(Bounds.ZERO).virtualSlowDown(BUILD, CLOCK);
    CostModel xen = new CostModel(TABLE, RULES, CPU, Mode.XEN_PV_32);
    assertThat(virtual).isEqualTo(SlowDown.of(BUILD, xen, CLOCK).factor());
    assertThat(virtual.value()).isCloseTo(271.027 / 263, within(1e-5));
  }

  @Test
  void operations_areThoseMeasuredWithAndWithoutTheVmm() {
    ModeCosts costs = costs(new Bounds(0.03, 0.03, 0.03));
    // Published of Xen are the rows of lmbench but exec, sh and two of the process switches.
    assertThat(costs.operations())
        .contains(TrapEvent.FORK_EXIT, TrapEvent.PAGE_FAULT)
        .doesNotContain(TrapEvent.EXEC, TrapEvent.SHELL);
    for (TrapEvent operation : costs.operations()) {
      assertThat(costs.nativeRatio(operation)).isCloseTo(1.03, within(1e-12));
      assertThat(costs.virtualRatio(operation)).isCloseTo(1, within(1e-12));
    }
  }
}
