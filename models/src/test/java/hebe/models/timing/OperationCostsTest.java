package hebe.models.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.timing.OperationSize.Unit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperationCostsTest {
  private static final String HEADER =
      "operation,item,count,per,unit,cost,low,high,provenance,source,note\n";
  private static final double GIB = 1024.0 * 1024 * 1024;
  private static final HostClock CLOCK = new HostClock(2.4e9);
  private static final CostModel XEN =
      new CostModel(TrapCostTable.load(), EventRules.load(), "netburst-xeon-2400", Mode.XEN_PV_32);

  private static OperationCosts table(String rows) {
    return OperationCosts.read(new TableText("items.csv", HEADER + rows));
  }

  // A native system makes no hypercalls; without a page the operation needs none.
  @Test
  void operationWithAnUnknownEvent_isNotFound() {
    OperationCosts costs = table("checkpoint,call,1,page,event,vm-switch or hypercall,,,text,S,\n");
    CostModel bare =
        new CostModel(
            TrapCostTable.load(), EventRules.load(), "netburst-xeon-2400", Mode.BINARY_TRANSLATION);
    OperationSize page = OperationSize.ofMemory(4096, 1);
    assertThat(costs.find(HostOperation.CHECKPOINT, page, bare, CLOCK)).isEmpty();
    OperationSize none = OperationSize.ofMemory(0, 1);
    assertThat(costs.find(HostOperation.CHECKPOINT, none, bare, CLOCK)).isPresent();
    assertThat(costs.find(HostOperation.CHECKPOINT, page, XEN, CLOCK).orElseThrow().cycles())
        .isEqualTo(costs.of(HostOperation.CHECKPOINT, page, XEN, CLOCK).cycles());
  }

  // 2 x 100 cycles + 3 pages x 10 ns x 2.4 cycles/ns + 1 hypercall of 2328 = 200 + 72 + 2328.
  @Test
  void operation_isTheSumOfItsItems() {
    OperationCosts costs =
        table(
            """
            checkpoint,fixed,2,once,cycles,100,50,200,text,S,
            checkpoint,pages,1,page,ns,10,5,20,estimated,S,
            checkpoint,call,1,once,event,vm-switch or hypercall,,,text,S,
            log-packet,other,1,once,cycles,1,1,1,text,S,
            """);
    OperationSize size = OperationSize.ofMemory(3 * 4096, 1);
    OperationCost cost = costs.of(HostOperation.CHECKPOINT, size, XEN, CLOCK);
    assertThat(cost.cycles().value()).isCloseTo(2600, within(1e-9));
    assertThat(cost.cycles().low()).isCloseTo(100 + 36 + 2280, within(1e-9));
    assertThat(cost.cycles().high()).isCloseTo(400 + 144 + 2376, within(1e-9));
    assertThat(cost.seconds(CLOCK).value()).isCloseTo(2600 / 2.4e9, within(1e-18));
    assertThat(cost.unverified()).containsExactly("checkpoint: pages");
  }

  // 262,144 pages x (9.6 + 3.2) ns = 3.3554 ms, a hypercall of 0.97 us and 10,000 cycles: half of
  // what a suspend of 11 GiB in 0.08 s takes per GiB, 7.27 ms.
  @Test
  void suspendOnMemory_ofAGib_isBelowTheMeasurement() {
    OperationCost cost =
        OperationCosts.load()
            .of(HostOperation.SUSPEND_ON_MEMORY, OperationSize.ofMemory(GIB, 1), XEN, CLOCK);
    double expected = 262_144 * 12.8e-9 + 0.97e-6 + 10_000 / 2.4e9;
    assertThat(cost.seconds(CLOCK).value()).isCloseTo(expected, within(1e-9));
    assertThat(cost.seconds(CLOCK).high()).isLessThan(0.08 / 11);
  }

  // Full tables of 1 GiB cannot be rebuilt within the 0.2 ms that are published of a light load; 12
  // page-table pages can. Low: 500 + 792 + 1000 + 2856 + 12 x (10,440 + 200) + 16 x 2280 cycles and
  // 128 x 10 + 40 x 20 ns; high: 5000 + 840 + 6000 + 2904 + 12 x (42,720 + 2000) + 16 x 2376 cycles
  // and 128 x 50 + 40 x 200 ns.
  @ParameterizedTest
  @CsvSource({"512, 262144, 0.0088, 0.0355", "12, 0, 0.0000726, 0.00026"})
  void attach_byLoad_keepsTheBoundsOfItsParts(
      double tables, double mapped, double lowSeconds, double highSeconds) {
    OperationSize size =
        OperationSize.ofMemory(GIB, 1)
            .with(Unit.PAGE_TABLE_PAGE, tables)
            .with(Unit.VALIDATED_PAGE, tables)
            .with(Unit.MAPPED_PAGE, mapped)
            .with(Unit.PROCESS, 40)
            .with(Unit.INTERRUPT, 16);
    OperationCosts costs = OperationCosts.load();
    Bounds attach = costs.of(HostOperation.ATTACH_VMM, size, XEN, CLOCK).seconds(CLOCK);
    Bounds detach = costs.of(HostOperation.DETACH_VMM, size, XEN, CLOCK).seconds(CLOCK);
    assertThat(attach.low()).isCloseTo(lowSeconds, within(0.1 * lowSeconds));
    assertThat(attach.high()).isCloseTo(highSeconds, within(0.1 * highSeconds));
    assertThat(detach.value()).isLessThan(attach.value());
  }

  @Test
  void logPacket_inABatchOfTen_paysATenthOfTheSwitches() {
    OperationCosts costs = OperationCosts.load();
    OperationCost alone =
        costs.of(HostOperation.LOG_PACKET, OperationSize.ofPacket(1000, 1), XEN, CLOCK);
    OperationCost batched =
        costs.of(HostOperation.LOG_PACKET, OperationSize.ofPacket(1000, 10), XEN, CLOCK);
    // 2 switches of 5000 cycles against 0.2.
    assertThat(alone.cycles().value() - batched.cycles().value()).isCloseTo(9000, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource
  void everyOperation_hasItems_andGrowsInProportion(HostOperation operation) {
    OperationCosts costs = OperationCosts.load();
    OperationSize one = OperationSize.ofMemory(GIB, 2);
    for (Unit unit : Unit.values()) {
      one = one.with(unit, 1);
    }
    OperationCost cost = costs.of(operation, one, XEN, CLOCK);
    assertThat(cost.items()).isNotEmpty();
    for (OperationCost.Item item : cost.items()) {
      assertThat(item.cycles().low()).isLessThanOrEqualTo(item.cycles().high());
      assertThat(item.cycles().value()).isPositive();
    }
    OperationSize two = one;
    for (Unit unit : Unit.values()) {
      two = two.with(unit, 2);
    }
    // What happens once stays; the rest doubles.
    double fixed = costs.of(operation, new OperationSize(Map.of()), XEN, CLOCK).cycles().value();
    double doubled = costs.of(operation, two, XEN, CLOCK).cycles().value();
    assertThat(doubled - fixed)
        .isCloseTo(2 * (cost.cycles().value() - fixed), within(1e-6 * doubled));
  }

  @Test
  void eventWithoutCost_isNamed() {
    OperationCosts costs = table("checkpoint,call,1,once,event,vm-switch or cr3-write,,,text,S,\n");
    OperationSize size = OperationSize.ofMemory(4096, 1);
    assertThatThrownBy(() -> costs.of(HostOperation.CHECKPOINT, size, XEN, CLOCK))
        .hasMessage(
            "checkpoint: call in mode xen-pv-32 on netburst-xeon-2400: no cost is known of"
                + " vm-switch or cr3-write");
  }

  // 3144 cycles of a fault beyond native; 2 of them, 1 to 4.
  @Test
  void eventWithBoundsOfItsCount_multipliesThem() {
    OperationCosts costs = table("checkpoint,call,2,once,event,page-fault,1,4,text,S,\n");
    Bounds cycles =
        costs.of(HostOperation.CHECKPOINT, OperationSize.ofMemory(4096, 1), XEN, CLOCK).cycles();
    assertThat(cycles.value()).isEqualTo(2 * 3144);
    // Both cells are known to 12 cycles.
    assertThat(cycles.low()).isEqualTo(3120);
    assertThat(cycles.high()).isEqualTo(4 * 3168);
  }

  @Test
  void table_withMistakes_namesThemAll() {
    assertThatThrownBy(
            () ->
                table(
                    """
            checkpont,a,1,once,cycles,1,1,1,text,S,
            checkpoint,a,1,once,hours,1,1,1,text,S,
            checkpoint,a,1,once,event,hypercal,,,text,S,
            checkpoint,a,1,pages,cycles,1,2,3,text,S,
            """))
        .hasMessageContaining("items.csv:2: no operation is called 'checkpont'")
        .hasMessageContaining("items.csv:3: unit: expected cycles, ns or event, got 'hours'")
        .hasMessageContaining("items.csv:4: cost: 'hypercal' names an unknown event")
        .hasMessageContaining("items.csv:5: no per is called 'pages'")
        .hasMessageContaining("items.csv:5: expected low <= cost <= high, got 2, 1, 3");
  }

  @Test
  void sizes_belowZero_areRefused() {
    OperationSize size = OperationSize.ofMemory(4096, 1);
    assertThatThrownBy(() -> size.with(Unit.PROCESS, -1))
        .hasMessage("process: expected a number that is at least 0, got -1.0");
    assertThatThrownBy(() -> OperationSize.ofPacket(100, 0.5)).hasMessageContaining("batch");
  }
}
