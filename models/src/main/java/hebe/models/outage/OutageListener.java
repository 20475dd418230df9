package hebe.models.outage;

import hebe.sim.result.Cause;

/** Hears of the outages of a replication as they happen; subjects by their positions. */
public interface OutageListener {
  /** Hears of nothing. */
  OutageListener NONE =
      new OutageListener() {
        @Override
        public void began(int subject, Cause cause) {}

        @Override
        public void wentOn(int subject, Cause cause) {}

        @Override
        public void ended(int subject, Cause began, double seconds) {}
      };

  /** An outage begins. */
  void began(int subject, Cause cause);

  /** Something happens to a subject in an outage; it may take more from it. */
  void wentOn(int subject, Cause cause);

  /**
   * An outage ends, or the replication does.
   *
   * @param began what began it
   * @param seconds its length
   */
  void ended(int subject, Cause began, double seconds);
}
