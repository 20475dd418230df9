package hebe.models.timing;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How large an operation is: what its items are counted by.
 *
 * @param numbers how many there are of each; what is not there is 0
 */
public record OperationSize(Map<Unit, Double> numbers) {
  /** Bytes of a page. */
  public static final int PAGE_BYTES = 4096;

  public OperationSize {
    Map<Unit, Double> ordered = new EnumMap<>(Unit.class);
    ordered.putAll(numbers);
    ordered.put(Unit.ONCE, 1.0);
    ordered.forEach(
        (unit, number) -> {
          if (!(number >= 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(
                unit.label() + ": expected a number that is at least 0, got " + number);
          }
        });
    numbers = Collections.unmodifiableMap(ordered);
  }

  /** What items are counted by. */
  public enum Unit {
    /** The operation itself. */
    ONCE,
    /** Pages of memory. */
    PAGE,
    /** Pages that hold page tables. */
    PAGE_TABLE_PAGE,
    /** Pages that the page tables map. */
    MAPPED_PAGE,
    /** Processors, virtual ones where a virtual machine is meant. */
    CPU,
    /** Processors beside the first. */
    OTHER_CPU,
    /** Messages by interrupt to the other processors; none where there are none. */
    CPU_INTERRUPT,
    /** Pages of page tables that are checked entry by entry. */
    VALIDATED_PAGE,
    /** Frames whose records are passed one by one. */
    PASSED_FRAME,
    /** Bytes of a VMM that is loaded first. */
    LOADED_BYTE,
    /** VMMs that are initialised first. */
    STARTED_VMM,
    /** Processes. */
    PROCESS,
    /** Sources of interrupts. */
    INTERRUPT,
    /** Pages written to since the last round. */
    DIRTY_PAGE,
    /** Packets. */
    PACKET,
    /** Bytes of packets. */
    BYTE,
    /** Switches between virtual machines. */
    SWITCH,
    /** Calls from a virtual machine to the VMM. */
    CALL;

    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Unit> find(String label) {
      return Arrays.stream(values()).filter(unit -> unit.label().equals(label)).findFirst();
    }

    static List<String> labels() {
      return Arrays.stream(values()).map(Unit::label).toList();
    }
  }

  /** Of a machine or a virtual machine: its memory and processors. */
  public static OperationSize ofMemory(double memoryBytes, int cpus) {
    return new OperationSize(
        Map.of(
            Unit.PAGE,
            memoryBytes / PAGE_BYTES,
            Unit.CPU,
            (double) cpus,
            Unit.OTHER_CPU,
            cpus - 1.0));
  }

  /** Of one packet that is logged with others in a batch: two switches serve the whole batch. */
  public static OperationSize ofPacket(double bytes, double batch) {
    if (!(batch >= 1)) {
      throw new IllegalArgumentException("batch: expected at least 1 packet, got " + batch);
    }
    return new OperationSize(Map.of(Unit.PACKET, 1.0, Unit.BYTE, bytes, Unit.SWITCH, 2 / batch));
  }

  /** This with another number of a unit. */
  public OperationSize with(Unit unit, double number) {
    Map<Unit, Double> changed = new EnumMap<>(numbers);
    changed.put(unit, number);
    return new OperationSize(changed);
  }

  /** How many there are. */
  public double of(Unit unit) {
    return numbers.getOrDefault(unit, 0.0);
  }
}
