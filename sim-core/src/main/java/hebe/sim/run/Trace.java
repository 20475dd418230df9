package hebe.sim.run;

import hebe.sim.model.Changes;
import java.util.List;

/** The one hook into a replication: told of its start, of every firing, and of its end. */
public interface Trace {
  /**
   * The replication begins; immediate transitions of the initial state fire after this.
   *
   * @param values the initial state; a live view, not to be changed
   */
  void started(int[] values);

  /**
   * A transition has fired and its effects are applied.
   *
   * @param timeSeconds simulated time
   * @param transition its number in the model
   * @param changes what it changed; valid during the call only
   */
  void fired(double timeSeconds, int transition, Changes changes);

  /** The replication ends. */
  void ended(double horizonSeconds);

  /** Tells several traces, in their order. */
  static Trace all(List<Trace> traces) {
    List<Trace> told = List.copyOf(traces);
    return new Trace() {
      @Override
      public void started(int[] values) {
        told.forEach(trace -> trace.started(values));
      }

      @Override
      public void fired(double timeSeconds, int transition, Changes changes) {
        for (int i = 0; i < told.size(); i++) {
          told.get(i).fired(timeSeconds, transition, changes);
        }
      }

      @Override
      public void ended(double horizonSeconds) {
        told.forEach(trace -> trace.ended(horizonSeconds));
      }
    };
  }
}
