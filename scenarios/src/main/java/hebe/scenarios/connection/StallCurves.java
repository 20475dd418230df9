package hebe.scenarios.connection;

import hebe.models.connection.OutageEffect;
import hebe.models.connection.OutageEffect.Waiting;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.DownPolicy;
import hebe.reports.connection.Curves;
import hebe.reports.connection.Curves.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The stall of an upload against the length of the outage: a staircase in silence. */
public final class StallCurves {
  private static final double LEAST = 0.1;
  private static final double MOST = 1000;

  /** Shorter stalls are left out: they would stretch the axis. */
  private static final double LEAST_STALL = 0.05;

  private static final double MOST_SIMULATED = 60;
  private static final int COMPUTED = 800;
  private static final int SIMULATED = 9;
  private static final String CAPTION =
      "Lines are the closed form, hollow points are simulated connections. In silence and under a"
          + " zero window the stall ends with a retry of the client: a shorter outage gains nothing"
          + " until it crosses a step. A cross ends the line where the client gives up.";

  private StallCurves() {}

  /** One stack, a line for each policy. */
  public static Curves of(Stack stack, double delaySeconds) {
    OutageRuns runs = new OutageRuns(stack, delaySeconds, OptionalDouble.empty());
    List<Curves.Line> lines = new ArrayList<>();
    for (DownPolicy policy : DownPolicy.values()) {
      lines.add(line(runs, policy));
    }
    return new Curves(
        "stall-" + stack.name(),
        "How long does an upload stand still? " + stack.name(),
        "Upload of 100,000 B/s, of one segment under P0 and P1; RTO at the failure "
            + RecoveryTables.seconds(runs.rtoSeconds()),
        CAPTION,
        new Curves.Axis("outage [s]", true),
        new Curves.Axis("stall of the client [s]", true),
        lines);
  }

  private static Curves.Line line(OutageRuns runs, DownPolicy policy) {
    OutageEffect effect = runs.effect(policy);
    List<Point> computed = new ArrayList<>();
    boolean lost = false;
    for (double outage : Grid.ratios(LEAST, MOST, COMPUTED)) {
      boolean survives = effect.survives(Waiting.FOR_AN_ACKNOWLEDGEMENT, outage);
      lost |= !survives;
      double stall = survives ? effect.uploadStallSeconds(outage) : 0;
      if (stall >= LEAST_STALL) {
        computed.add(new Point(outage, stall));
      }
    }
    List<Point> simulated = new ArrayList<>();
    for (double outage : Grid.ratios(LEAST * 1.3, MOST_SIMULATED, SIMULATED)) {
      OptionalDouble stall = runs.stall(policy, outage);
      if (stall.isPresent() && effect.uploadStallSeconds(outage) >= LEAST_STALL) {
        simulated.add(new Point(outage, stall.getAsDouble()));
      }
    }
    return new Curves.Line(PolicyWords.numbered(policy), computed, simulated, lost);
  }
}
