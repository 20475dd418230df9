package hebe.models.connection.cost;

import java.util.Locale;

/**
 * Where the log is, seen from the virtual machine of the service: what has to cross for a segment
 * that comes in, and for the record of a read, which only the service's machine knows.
 */
public enum LogPlacement {
  /** In a virtual machine of its own: segments and records cross, by two switches each. */
  LOG_VM(2, 2, 0),
  /** In the driver domain, which segments pass anyway: records cross, by two switches each. */
  DRIVER_DOMAIN(0, 2, 0),
  /** In the VMM: a record is a call, a segment is seen on its way. */
  VMM(0, 0, 1);

  private final int segmentSwitches;
  private final int recordSwitches;
  private final int recordCalls;

  LogPlacement(int segmentSwitches, int recordSwitches, int recordCalls) {
    this.segmentSwitches = segmentSwitches;
    this.recordSwitches = recordSwitches;
    this.recordCalls = recordCalls;
  }

  /** Its name in tables and options. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Switches between virtual machines without batches, of an exchange. */
  double switches(ServiceLoad load) {
    return segmentSwitches * load.inputSegments() + recordSwitches * load.reads();
  }

  /** Calls of the VMM without batches, of an exchange. */
  double calls(ServiceLoad load) {
    return recordCalls * load.reads();
  }

  /** What crosses and can wait for others, of an exchange: segments and records. */
  double crossings(ServiceLoad load) {
    return (segmentSwitches > 0 ? load.inputSegments() : 0) + load.reads();
  }
}
