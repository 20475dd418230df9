package hebe.models.connection.cost;

import hebe.models.timing.Bounds;
import hebe.models.timing.CostModel;
import hebe.models.timing.ExtraCost;
import hebe.models.timing.HostClock;
import hebe.models.timing.HostOperation;
import hebe.models.timing.Mode;
import hebe.models.timing.OperationCost;
import hebe.models.timing.OperationCosts;
import hebe.models.timing.OperationSize;
import hebe.models.timing.OperationSize.Unit;
import hebe.models.timing.TrapCostTable;
import hebe.models.timing.TrapEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The costs of a wrap on one processor in one mode. */
public final class WrapCosts {
  private final OperationCosts operations;
  private final TrapCostTable table;
  private final CostModel costs;
  private final HostClock clock;

  /** Costs from these tables. */
  public WrapCosts(
      OperationCosts operations, TrapCostTable table, CostModel costs, HostClock clock) {
    this.operations = operations;
    this.table = table;
    this.costs = costs;
    this.clock = clock;
  }

  /**
   * What a wrap costs a service.
   *
   * <p>Cycles of an exchange without the wrap: packets x cost of a packet in the mode + bytes of
   * output x copies x cost of a copy + work. With it in addition: packets that pass x numbers;
   * entries of the log x wrapper; bytes of input x copy; crossings x switch (or call) / batch.
   *
   * @throws IllegalArgumentException if no native cost of packets is known on the processor, or no
   *     cost of a switch in the mode
   */
  public WrapCost of(ServiceLoad load, LogPlacement placement) {
    Packet sent = packet(TrapEvent.TX_PACKET);
    Packet received = packet(TrapEvent.RX_PACKET);
    OperationCost copies =
        log(
            Map.of(
                Unit.BYTE, load.outputBytes() * load.copies())); // a byte costs the same anywhere
    OperationCost entries = log(Map.of(Unit.PACKET, load.logged(), Unit.BYTE, load.inputBytes()));
    OperationCost passed =
        cost(HostOperation.PASS_PACKET, Map.of(Unit.PACKET, load.packetsPassed()));
    OperationCost crossings =
        log(Map.of(Unit.SWITCH, placement.switches(load), Unit.CALL, placement.calls(load)));
    Bounds work =
        sent.cycles()
            .times(load.packetsSent())
            .plus(received.cycles().times(load.packetsReceived()))
            .plus(copies.cycles())
            .plus(load.workCycles());
    return new WrapCost(
        load,
        placement,
        seconds(work),
        seconds(entries.cycles().plus(passed.cycles())),
        seconds(crossings.cycles()),
        Stream.of(
                sent.unverified(),
                received.unverified(),
                copies.unverified(),
                entries.unverified(),
                passed.unverified(),
                crossings.unverified())
            .flatMap(List::stream)
            .distinct()
            .toList());
  }

  private OperationCost log(Map<Unit, Double> size) {
    return cost(HostOperation.LOG_PACKET, size);
  }

  private OperationCost cost(HostOperation operation, Map<Unit, Double> size) {
    return operations.of(operation, new OperationSize(size), costs, clock);
  }

  private Bounds seconds(Bounds cycles) {
    return cycles.times(clock.seconds(1));
  }

  private record Packet(Bounds cycles, List<String> unverified) {}

  /** Native cost + extra of the mode. */
  private Packet packet(TrapEvent event) {
    String cpu = costs.microarchitecture().name();
    Bounds without =
        table
            .find(cpu, Mode.NATIVE, event)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no native cost of " + event.label() + " is known on " + cpu))
            .cost()
            .cycles();
    ExtraCost extra =
        costs
            .extra(event)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no cost of "
                            + event.label()
                            + " is known in mode "
                            + costs.mode().label()
                            + " on "
                            + cpu));
    return new Packet(without.plus(extra.cycles()), extra.unverified());
  }
}
