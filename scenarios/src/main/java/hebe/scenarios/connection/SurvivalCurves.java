package hebe.scenarios.connection;

import hebe.models.connection.OutageEffect;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.DownPolicy;
import hebe.reports.connection.Curves;
import hebe.reports.connection.Curves.Point;
import hebe.reports.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The share of connections that survive an outage, by stack, for a mix of clients. */
public final class SurvivalCurves {
  private static final double LEAST = 1;
  private static final double MOST = 3000;
  private static final int COMPUTED = 600;
  private static final int SIMULATED = 8;
  private static final String CAPTION =
      "Lines are the closed form for the mix, hollow points are simulated connections of each kind,"
          + " weighted. The log survives, and the recovered server answers every retry. A client"
          + " that has sent something gives up when its stack does; one that waits for a response"
          + " or does nothing has no timer of TCP.";

  private SurvivalCurves() {}

  /** A line for each stack, with FT-TCP under one policy. */
  public static Curves of(
      List<Stack> stacks,
      DownPolicy policy,
      Mix mix,
      double delaySeconds,
      OptionalDouble patienceSeconds) {
    List<Curves.Line> lines = new ArrayList<>();
    for (Stack stack : stacks) {
      lines.add(line(new OutageRuns(stack, delaySeconds, patienceSeconds), policy, mix));
    }
    return new Curves(
        "survival-" + PolicyWords.label(policy),
        "Which share of connections survives an outage?",
        "Policy " + PolicyWords.numbered(policy) + "; " + words(mix) + patience(patienceSeconds),
        CAPTION,
        new Curves.Axis("outage [s]", true),
        new Curves.Axis("surviving share of connections [%]", false),
        lines);
  }

  private static String words(Mix mix) {
    List<String> parts = new ArrayList<>();
    for (ClientKind kind : ClientKind.values()) {
      if (mix.share(kind) > 0) {
        parts.add(Numbers.significant(100 * mix.share(kind), 3) + " % " + kind.label());
      }
    }
    return String.join(", ", parts);
  }

  private static String patience(OptionalDouble seconds) {
    return seconds.isPresent()
        ? "; programs wait " + RecoveryTables.seconds(seconds.getAsDouble())
        : "";
  }

  private static Curves.Line line(OutageRuns runs, DownPolicy policy, Mix mix) {
    OutageEffect effect = runs.effect(policy);
    List<Point> computed = new ArrayList<>();
    for (double outage : Grid.ratios(LEAST, MOST, COMPUTED)) {
      computed.add(point(outage, mix, kind -> effect.survives(kind.waiting(), outage) ? 1 : 0));
    }
    List<Point> simulated = new ArrayList<>();
    for (double outage : Grid.ratios(LEAST * 1.5, MOST / 1.5, SIMULATED)) {
      simulated.add(point(outage, mix, kind -> runs.run(policy, kind, outage).survived() ? 1 : 0));
    }
    return new Curves.Line(runs.stack().name(), computed, simulated, false);
  }

  private static Point point(double outage, Mix mix, ToDoubleFunction<ClientKind> survives) {
    double share = 0;
    for (ClientKind kind : ClientKind.values()) {
      share += mix.share(kind) > 0 ? mix.share(kind) * survives.applyAsDouble(kind) : 0;
    }
    return new Point(outage, 100 * share);
  }
}
