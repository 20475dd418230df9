package hebe.models.connection.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.timing.Bounds;
import hebe.models.timing.CostModel;
import hebe.models.timing.EventRules;
import hebe.models.timing.HostClock;
import hebe.models.timing.Mode;
import hebe.models.timing.OperationCosts;
import hebe.models.timing.TrapCostTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrapCostTest {
  private static final double HERTZ = 2.4e9;
  private static final TrapCostTable TABLE = TrapCostTable.load();
  private static final WrapCosts XEN = costs("netburst-xeon-2400", Mode.XEN_PV_32);

  /** Four segments in with 4000 B, two reads, ten full segments out, no handshake. */
  private static final ServiceLoad LOAD =
      new ServiceLoad("test", 10, 50, 4, 4000, 2, 14_600, 0, Bounds.exact(100_000), 0, 1);

  private static WrapCosts costs(String cpu, Mode mode) {
    CostModel model = new CostModel(TABLE, EventRules.load(), cpu, mode);
    return new WrapCosts(OperationCosts.load(), TABLE, model, new HostClock(HERTZ));
  }

  private static double cycles(Bounds seconds) {
    return seconds.value() * HERTZ;
  }

  @Test
  void exchange_onXen_isTheSumOfItsPackets() {
    WrapCost cost = XEN.of(LOAD, LogPlacement.LOG_VM);
    // Out 10 + 2 at 16,670; in 4 + 5 at 15,812 + 2,328 (hypercall) + 816 (upcall); 100,000 of work:
    // 200,040 + 9 x 18,956 + 100,000.
    assertThat(cycles(cost.workSeconds())).isCloseTo(470_644, within(1e-6));
    // 6 entries x 1,000 + 4,000 B x 0.4 ns x 2.4 GHz + (12 + 9 - 4) packets x 400.
    assertThat(cycles(cost.fixedSeconds())).isCloseTo(6000 + 3840 + 6800, within(1e-6));
    // (4 + 2) x 2 switches of 5,000.
    assertThat(cycles(cost.crossingSeconds())).isCloseTo(60_000, within(1e-6));
    assertThat(cost.unverified()).contains("log-packet: wrapper", "log-packet: copy");
  }

  @ParameterizedTest
  @CsvSource({
    "LOG_VM, 60000, 300", // (4 + 2) x 2 x 5,000; 6 x 50 crossings/s
    "DRIVER_DOMAIN, 20000, 100", // 2 x 2 x 5,000
    "VMM, 4656, 100" // 2 x 2,328
  })
  void crossings_dependOnWhereTheLogIs(LogPlacement placement, double expected, double perSecond) {
    WrapCost cost = XEN.of(LOAD, placement);
    assertThat(cycles(cost.crossingSeconds())).isCloseTo(expected, within(1e-6));
    // Of a batch of 8 the first waits for 7 others, the mean for half of that.
    assertThat(cost.batchDelaySeconds(8)).isCloseTo(3.5 / perSecond, within(1e-12));
    assertThat(cost.batchDelaySeconds(1)).isZero();
  }

  @Test
  void overhead_andCoreShare_followTheBatch() {
    WrapCost cost = pencil(0.001, 0.00001, 0.00008);
    // x = 10 us + 80 us / 8 = 20 us: 20 / 1020.
    assertThat(cost.overhead(8).value()).isCloseTo(20.0 / 1020, within(1e-12));
    assertThat(cost.coreShare(8).value()).isCloseTo(50 * 20e-6, within(1e-12));
  }

  @Test
  void overhead_ofBounds_takesTheWorstAndTheBest() {
    WrapCost cost =
        new WrapCost(
            LOAD,
            LogPlacement.LOG_VM,
            new Bounds(100, 50, 200),
            new Bounds(1, 0.5, 2),
            new Bounds(8, 4, 16),
            java.util.List.of());
    Bounds overhead = cost.overhead(8);
    // 2 / 102; low (0.5 + 0.5) / 201; high (2 + 2) / 54.
    assertThat(overhead.value()).isCloseTo(2.0 / 102, within(1e-12));
    assertThat(overhead.low()).isCloseTo(1.0 / 201, within(1e-12));
    assertThat(overhead.high()).isCloseTo(4.0 / 54, within(1e-12));
    // Worst case at a limit of 10 %: 16 / (50 / 9 - 2) = 4.5.
    assertThat(cost.smallestBatchAtWorst(0.1)).hasValue(5);
  }

  @Test
  void smallestBatch_isTheFirstBelowTheLimit() {
    WrapCost cost = pencil(0.001, 0.00001, 0.0008);
    for (double limit : new double[] {0.02, 0.04, 0.1, 0.3, 0.6}) {
      int batch = cost.smallestBatch(limit).orElseThrow();
      assertThat(cost.overhead(batch).value()).isLessThan(limit);
      assertThat(batch == 1 || cost.overhead(batch - 1).value() >= limit).isTrue();
    }
    // 800 / (1000 x 4 / 96 - 10) = 25.3.
    assertThat(cost.smallestBatch(0.04)).hasValue(26);
  }

  @Test
  void smallestBatch_fixedPartAboveTheLimit_isNone() {
    // 50 / 1050 = 4.8 % without any crossing.
    assertThat(pencil(0.001, 0.00005, 0.00001).smallestBatch(0.04)).isEmpty();
  }

  @Test
  void processor_withoutCostsOfPackets_isRefused() {
    WrapCosts nehalem = costs("nehalem", Mode.VTX_EPT);
    assertThatThrownBy(() -> nehalem.of(LOAD, LogPlacement.VMM))
        .hasMessage("no native cost of tx-packet is known on nehalem");
  }

  @Test
  void badNumbers_areRefused() {
    WrapCost cost = pencil(0.001, 0.00001, 0.0008);
    assertThatThrownBy(() -> cost.overhead(0.5)).hasMessageContaining("at least 1, got 0.5");
    assertThatThrownBy(() -> cost.smallestBatch(1)).hasMessageContaining("(0, 1), got 1.0");
    assertThatThrownBy(() -> ServiceLoads.load().service("smb"))
        .hasMessage("no service is called 'smb'; there are [proxy, ftp]");
  }

  @Test
  void services_thatShip_areEstimated() {
    ServiceLoads loads = ServiceLoads.load();
    assertThat(loads.service("ftp").outputBytes()).isEqualTo(1e6);
    assertThat(loads.unverified("proxy")).hasSize(10);
  }

  private static WrapCost pencil(double work, double fixed, double crossing) {
    return new WrapCost(
        LOAD,
        LogPlacement.LOG_VM,
        Bounds.exact(work),
        Bounds.exact(fixed),
        Bounds.exact(crossing),
        java.util.List.of());
  }
}
