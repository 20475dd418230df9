package hebe.models.timing.run;

import hebe.models.timing.TrapEvent;
import java.util.List;

/**
 * An event of the guest and the entries into the VMM that it takes.
 *
 * @param event what happens
 * @param perSecond how often, per second of native work, at least 0
 * @param entries the entries, one at least; together the cost of the event beyond native
 */
public record TrapSource(TrapEvent event, double perSecond, List<Entry> entries) {
  public TrapSource {
    Range.atLeastZero(event.label() + " per second", perSecond);
    Range.atLeastOne("entries of " + event.label(), entries.size());
    entries = List.copyOf(entries);
  }

  /** Extra cycles of one event; below 0 where the VMM is cheaper than the hardware. */
  public double extraCycles() {
    return entries.stream().mapToDouble(Entry::extraCycles).sum();
  }

  /**
   * One entry.
   *
   * @param cause what the time is booked under
   * @param extraCycles what it costs beyond native, finite
   */
  public record Entry(String cause, double extraCycles) {
    public Entry {
      if (!Double.isFinite(extraCycles)) {
        throw new IllegalArgumentException(cause + ": the cost is a number; got " + extraCycles);
      }
    }
  }
}
