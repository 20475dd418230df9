package hebe.sim.result;

import java.util.List;

/**
 * What happens when in one operation, as rows of bars.
 *
 * @param title the operation, for example {@code warm-reboot, 11 guests}
 * @param rows one for each actor, in the order in which they are drawn
 */
public record Timeline(String title, List<Row> rows) {
  public Timeline {
    rows = List.copyOf(rows);
  }

  /** The bars of one actor (hardware, vmm, dom0, a guest), in order of time. */
  public record Row(String actor, List<Bar> bars) {
    public Row {
      bars = List.copyOf(bars);
    }
  }

  /**
   * One phase of one actor.
   *
   * @param phase name of the phase, for example {@code dom0 boot}
   * @param fromSeconds begin, in seconds since the begin of the operation
   * @param toSeconds end
   * @param serviceDown whether the actor's service is down meanwhile (for guests)
   */
  public record Bar(String phase, double fromSeconds, double toSeconds, boolean serviceDown) {}
}
