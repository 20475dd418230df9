package hebe.models.timing.run;

import hebe.models.timing.HostClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The load of a group in cycles. Its kinds of events are the sources of the load in their order,
 * then page-table updates, TLB flushes and page writes.
 */
final class LoadPlan {
  /** Causes that every load has, before those of its sources. */
  private static final List<String> COMMON =
      List.of(
          TimeShare.SWITCH,
          TimeShare.REFILL,
          TimeShare.INTERRUPT,
          TimeShare.TICK,
          TimeShare.BATCH,
          TimeShare.DIRTY_FAULT,
          TimeShare.DIRTY_ROUND);

  static final int SWITCH = 0;
  static final int REFILL = 1;
  static final int INTERRUPT = 2;
  static final int TICK = 3;
  static final int BATCH = 4;
  static final int DIRTY_FAULT = 5;
  static final int DIRTY_ROUND = 6;

  private final TrapLoad load;
  private final List<String> causes = new ArrayList<>(COMMON);
  private final double[] entryCycles; // by cause
  private final int[] firstEntry; // by source, and one more
  private final double[] perCycle; // rate by kind, per cycle of native work

  LoadPlan(TrapLoad load, HostClock clock) {
    this.load = load;
    int sources = load.sources().size();
    firstEntry = new int[sources + 1];
    perCycle = new double[sources + 3];
    List<Double> cycles = new ArrayList<>(Collections.nCopies(COMMON.size(), 0.0));
    for (int source = 0; source < sources; source++) {
      TrapSource trap = load.sources().get(source);
      firstEntry[source] = causes.size();
      perCycle[source] = clock.seconds(trap.perSecond());
      for (TrapSource.Entry entry : trap.entries()) {
        causes.add(entry.cause());
        cycles.add(entry.extraCycles());
      }
    }
    firstEntry[sources] = causes.size();
    entryCycles = cycles.stream().mapToDouble(Double::doubleValue).toArray();
    load.batches().ifPresent(batches -> addBatches(batches, clock));
    load.dirtyLog().ifPresent(log -> perCycle[writeKind()] = clock.seconds(log.writesPerSecond()));
  }

  private void addBatches(PageTableBatches batches, HostClock clock) {
    perCycle[updateKind()] = clock.seconds(batches.updatesPerSecond());
    perCycle[flushKind()] = clock.seconds(batches.flushesPerSecond());
  }

  TrapLoad load() {
    return load;
  }

  /** Names of the causes, by number. */
  List<String> causes() {
    return causes;
  }

  /** Number of kinds of events. */
  int kinds() {
    return perCycle.length;
  }

  double perCycle(int kind) {
    return perCycle[kind];
  }

  boolean isSource(int kind) {
    return kind < updateKind();
  }

  /** First of the causes that a source is booked under; they are neighbours. */
  int firstEntry(int source) {
    return firstEntry[source];
  }

  double entryCycles(int cause) {
    return entryCycles[cause];
  }

  int updateKind() {
    return perCycle.length - 3;
  }

  int flushKind() {
    return perCycle.length - 2;
  }

  int writeKind() {
    return perCycle.length - 1;
  }
}
