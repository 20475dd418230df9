package hebe.scenarios.build;

import hebe.models.timing.run.Activity;
import hebe.models.timing.run.Distribution;
import hebe.models.timing.run.GuestGroup;
import hebe.models.timing.run.GuestResult;
import hebe.models.timing.run.HostRun;
import hebe.models.timing.run.HostSetup;
import hebe.models.timing.run.InterruptPath;
import hebe.models.timing.run.TrapLoad;
import hebe.reports.breakdown.Breakdown;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Slow-downs of busy guests, simulated in cycles, beside the closed form: equal but for chance
 * where every guest has a core of its own. What a piece of work takes is what only the simulation
 * has.
 */
public final class SimulatedSlowDowns {
  private static final double PIECE_SECONDS = 0.01;
  private static final double TO_MILLIS = 1e3;
  private static final long SEED = 1;

  private SimulatedSlowDowns() {}

  /**
   * The table.
   *
   * @param seconds how long each host is observed
   * @param guests on each host
   * @param cores of each host
   */
  public static DataTable of(TimingStudy study, double seconds, int guests, int cores) {
    List<List<String>> rows = new ArrayList<>();
    List<Breakdown.Bar> bars = study.breakdown().bars();
    for (int i = 0; i < bars.size(); i++) {
      rows.add(row(bars.get(i).label(), study.points().get(i), seconds, guests, cores));
    }
    return new DataTable(
        "Simulated in cycles: "
            + Numbers.exact(seconds)
            + " s, guests: "
            + guests
            + ", cores: "
            + cores,
        List.of(
            "of",
            "slow-down [1]",
            "closed form [1]",
            "10 ms of work takes [ms]",
            "95 % at most [ms]",
            "99 % at most [ms]",
            "longest [ms]",
            "events"),
        rows);
  }

  private static List<String> row(
      String label, TimingStudy.Point point, double seconds, int guests, int cores) {
    TrapLoad load =
        TrapLoad.of(point.workload(), point.costs(), InterruptPath.THROUGH_VMM, point.clock());
    GuestGroup group = GuestGroup.of("guest", guests, load, new Activity.Busy(PIECE_SECONDS));
    GuestResult guest =
        HostRun.simulate(HostSetup.of(point.clock(), cores, group), SEED, seconds).guest("guest");
    Distribution piece = guest.completion();
    return List.of(
        label,
        Numbers.significant(guest.slowDown(), 4),
        Numbers.significant(point.slowDown().factor().value(), 4),
        millis(piece.meanSeconds()),
        millis(piece.p95Seconds()),
        millis(piece.p99Seconds()),
        millis(piece.maxSeconds()),
        Long.toString(guest.events()));
  }

  private static String millis(double seconds) {
    return Numbers.significant(TO_MILLIS * seconds, 4);
  }
}
