package hebe.models.validation;

import hebe.models.connection.ConnectionSettings;
import hebe.models.connection.ConnectionSimulation;
import hebe.models.connection.Workload;
import hebe.models.connection.recovery.Detection;
import hebe.models.connection.recovery.Fault;
import hebe.models.connection.recovery.RecoveryMode;
import hebe.models.connection.recovery.RecoverySettings;
import hebe.models.connection.server.Costs;
import hebe.models.connection.server.Service;
import hebe.models.connection.tcp.AbortRule;
import hebe.models.connection.tcp.LinkSettings;
import hebe.models.connection.tcp.PacketTrace;
import hebe.models.connection.tcp.Segment.Kind;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.connection.wrap.LogSettings;
import hebe.models.connection.wrap.Replay;
import hebe.models.connection.wrap.WrapSettings;
import hebe.models.connection.wrap.WrapSettings.Swallow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The measurement of stalls, simulated: a sender that writes 1,000 B every 10 ms over a path below
 * 1 ms, whose server is silent for a time after 2 s.
 */
final class SilentServer {
  private static final double BEGIN = 2.005; // between two writes
  private static final double DELAY = 0.0004;
  private static final double FOR_EVER = 1500;

  private final Stack client;

  SilentServer(Stack stack, double rtoSeconds) {
    client = stack.with(stack.rto().fixedAt(rtoSeconds));
  }

  /** From the begin of the silence to the client's first segment with data that is answered. */
  double stallSeconds(DownPolicy policy, double outageSeconds) {
    return ConnectionSimulation.run(settings(client, policy, outageSeconds), 1, 0)
        .resumedSeconds()
        .orElseThrow();
  }

  /** From the begin of a silence without end to the client's abort. */
  double abortSeconds(AbortRule rule) {
    var settings = settings(client.with(rule), DownPolicy.SILENT, FOR_EVER);
    return ConnectionSimulation.run(settings, 1, 0).endSeconds() - BEGIN;
  }

  /** The first retries, from the begin of the silence; the loss probe is none of them. */
  List<Double> attemptSeconds(int count) {
    Stack plain = client.withLossProbe(Optional.empty());
    List<Double> sent = new ArrayList<>();
    long[] highest = {0};
    watch(
        settings(plain, DownPolicy.SILENT, FOR_EVER),
        (time, place, action, segment) -> {
          boolean data = segment.kind() == Kind.DATA && place == PacketTrace.Place.CLIENT;
          if (data && action == PacketTrace.Action.SENT) {
            if (segment.seq() < highest[0] && time > BEGIN) {
              sent.add(time - BEGIN);
            }
            highest[0] = Math.max(highest[0], segment.end());
          }
        });
    return sent.subList(0, count);
  }

  /** The first persist probes, from the begin of the silence. */
  List<Double> probeSeconds(int count) {
    List<Double> sent = new ArrayList<>();
    Predicate<Kind> probes = kind -> kind == Kind.PROBE;
    watch(
        settings(client, DownPolicy.LOGGED_ZERO_WINDOW, FOR_EVER),
        (time, place, action, segment) -> {
          if (place == PacketTrace.Place.CLIENT
              && action == PacketTrace.Action.SENT
              && probes.test(segment.kind())) {
            sent.add(time - BEGIN);
          }
        });
    return sent.subList(0, count);
  }

  private static void watch(ConnectionSettings settings, PacketTrace trace) {
    new ConnectionSimulation(settings, 1, 0, trace, run -> {}).run();
  }

  private static ConnectionSettings settings(
      Stack client, DownPolicy policy, double outageSeconds) {
    var log = new LogSettings(0, Double.POSITIVE_INFINITY, 0, 0, true);
    return new ConnectionSettings(
        client,
        client,
        LinkSettings.clean(DELAY),
        Workload.exchanges(1).paced(1000, 0.01),
        Service.of(1_000_000_000, 1),
        Costs.NONE,
        Optional.of(new WrapSettings(policy, Swallow.NORTH, true, 0, 5, 0.2, log)),
        new RecoverySettings(
            new Detection(1, 1, 0, 1), 0, new RecoveryMode.ColdRestart(0, new Replay.Generic()), 0),
        List.of(new Fault.Upgrade(BEGIN, outageSeconds, new Replay.Resume(0))),
        Math.min(FOR_EVER, BEGIN + 2.2 * outageSeconds + 2));
  }
}
