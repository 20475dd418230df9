package hebe.scenarios.connection;

import hebe.models.connection.ConnectionSettings;
import hebe.models.connection.OutageEffect;
import hebe.models.connection.Workload;
import hebe.models.connection.recovery.Detection;
import hebe.models.connection.recovery.Fault;
import hebe.models.connection.recovery.RecoveryMode;
import hebe.models.connection.recovery.RecoverySettings;
import hebe.models.connection.server.Costs;
import hebe.models.connection.tcp.LinkSettings;
import hebe.models.connection.tcp.RetrySchedule;
import hebe.models.connection.tcp.RtoRule;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.connection.wrap.LogSettings;
import hebe.models.connection.wrap.Replay;
import hebe.models.connection.wrap.WrapSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One recovery that is asked for.
 *
 * @param stack the TCP of both ends
 * @param kind what the client does
 * @param mode how the server comes back
 * @param policy what the client hears meanwhile
 * @param atSeconds when the server fails, above 0
 * @param outageSeconds until the next machine can take over, above 0
 * @param link each direction of the path
 * @param patienceSeconds of the client's program
 * @param seed of the random events of the path
 */
public record ConnectionRequest(
    Stack stack,
    ClientKind kind,
    ServerMode mode,
    DownPolicy policy,
    double atSeconds,
    double outageSeconds,
    LinkSettings link,
    OptionalDouble patienceSeconds,
    long seed) {
  private static final double BACKUP_LAG_SECONDS = 0.05;
  private static final double CHECKPOINT_SECONDS = 1;

  /** Of an outage; heartbeats leave that often, so that detection is a part of it. */
  private static final double DETECTION_SHARE = 0.25;

  /** What the wrap takes in while the server is down: a window at its widest. */
  private static final int BUFFER_BYTES = 65536;

  private static final double TAIL_SECONDS = 2;
  private static final double ROUND_TRIP_SAMPLES = 200;

  /** State of a connection and of a read in the log: ft-tcp.csv, tcpr-state-ipv4, read-record. */
  private static final LogSettings LOG =
      new LogSettings(0.0001, Double.POSITIVE_INFINITY, 60, 8, true);

  /** The same with another policy. */
  public ConnectionRequest with(DownPolicy other) {
    return new ConnectionRequest(
        stack, kind, mode, other, atSeconds, outageSeconds, link, patienceSeconds, seed);
  }

  /** RTT without queues, in seconds. */
  public double roundTripSeconds() {
    return 2 * link.delaySeconds();
  }

  /** The client's RTO at the failure, in seconds: after many round trips of the same length. */
  public double rtoSeconds() {
    return settledRto(stack.rto(), roundTripSeconds());
  }

  /** The closed form of the outage; an upload fills the buffer of LOGGED_OPEN at its own rate. */
  OutageEffect effect() {
    double rto = rtoSeconds();
    return new OutageEffect(
        policy,
        RetrySchedule.silent(stack, rto),
        RetrySchedule.zeroWindow(stack, rto),
        roundTripSeconds(),
        kind == ClientKind.UPLOAD ? BUFFER_BYTES / ClientKind.UPLOAD_RATE : 0,
        patienceSeconds);
  }

  /** The RTO of a rule after many round trips of the same length, in seconds. */
  public static double settledRto(RtoRule rule, double roundTripSeconds) {
    RtoRule.Estimate estimate = rule.start();
    for (int i = 0; i < ROUND_TRIP_SAMPLES; i++) {
      estimate = estimate.with(roundTripSeconds);
    }
    return rule.seconds(estimate);
  }

  /** Everything that the simulation needs. */
  public ConnectionSettings settings() {
    Workload workload = kind.workload();
    return new ConnectionSettings(
        stack,
        stack,
        link,
        patienceSeconds.isPresent()
            ? workload.withTimeout(patienceSeconds.getAsDouble())
            : workload,
        kind.service(),
        Costs.NONE,
        mode == ServerMode.PLAIN ? Optional.empty() : Optional.of(wrap(policy)),
        recovery(),
        List.of(fault()),
        atSeconds + 2.5 * outageSeconds + 2 * rtoSeconds() + TAIL_SECONDS);
  }

  static WrapSettings wrap(DownPolicy policy) {
    return new WrapSettings(policy, WrapSettings.Swallow.NORTH, true, BUFFER_BYTES, 5, 0.2, LOG);
  }

  private Fault fault() {
    return mode == ServerMode.UPGRADE
        ? new Fault.Upgrade(atSeconds, outageSeconds, new Replay.Resume(0))
        : new Fault.Crash(atSeconds);
  }

  private RecoverySettings recovery() {
    double heartbeat = DETECTION_SHARE * outageSeconds;
    Detection detection = new Detection(heartbeat, 1, 0, heartbeat);
    double start = Math.max(0, outageSeconds - detection.crashSeconds(atSeconds));
    RecoveryMode how =
        switch (mode) {
          case HOT_BACKUP -> new RecoveryMode.HotBackup(start, BACKUP_LAG_SECONDS);
          case CHECKPOINT -> new RecoveryMode.FromCheckpoint(start, CHECKPOINT_SECONDS);
          case PLAIN, FT_TCP_COLD, UPGRADE ->
              new RecoveryMode.ColdRestart(start, new Replay.Generic());
        };
    return new RecoverySettings(detection, 0, how, 0);
  }
}
