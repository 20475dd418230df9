package hebe.models.policy;

import hebe.sim.law.DelayLaw;

/** When the load of a host is low, so that an outage disturbs few. */
public sealed interface LoadPattern {
  /**
   * By the calendar.
   *
   * @param quiet when it is low; a window that opens
   */
  record ByCalendar(Window quiet) implements LoadPattern {
    public ByCalendar {
      if (!quiet.everOpen()) {
        throw new IllegalArgumentException("a load that is low at times; got one that never is");
      }
    }
  }

  /**
   * By chance: high and low in turn, high at first.
   *
   * @param busy how long it is high
   * @param quiet how long it is low
   */
  record Alternating(DelayLaw busy, DelayLaw quiet) implements LoadPattern {}
}
