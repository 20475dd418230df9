package hebe.scenarios.connection;

import hebe.models.connection.ConnectionResult;
import hebe.models.connection.ConnectionSettings;
import hebe.models.connection.ConnectionSimulation;
import hebe.models.connection.OutageEffect;
import hebe.models.connection.Workload;
import hebe.models.connection.recovery.Detection;
import hebe.models.connection.recovery.Fault;
import hebe.models.connection.recovery.RecoveryMode;
import hebe.models.connection.recovery.RecoverySettings;
import hebe.models.connection.server.Costs;
import hebe.models.connection.server.Service;
import hebe.models.connection.tcp.LinkSettings;
import hebe.models.connection.tcp.RetrySchedule;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.connection.wrap.LogSettings;
import hebe.models.connection.wrap.Replay;
import hebe.models.connection.wrap.WrapSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Runs of short connections over an outage of given length, set up as the closed form has it: one
 * segment of the client under way, which finds nobody.
 *
 * @param stack of both ends
 * @param delaySeconds of the path, one way
 * @param patienceSeconds of the client's program
 */
record OutageRuns(Stack stack, double delaySeconds, OptionalDouble patienceSeconds) {
  private static final double PACE_SECONDS = 0.01;
  private static final int WRITE_BYTES = 1000;
  private static final double EPSILON = 1e-9;
  private static final LogSettings INSTANT_LOG =
      new LogSettings(0, Double.POSITIVE_INFINITY, 60, 8, true);

  double rtoSeconds() {
    return ConnectionRequest.settledRto(stack.rto(), 2 * delaySeconds);
  }

  /** The closed form; the buffer of {@code LOGGED_OPEN} fills at the rate of {@link #stall}. */
  OutageEffect effect(DownPolicy policy) {
    double rto = rtoSeconds();
    double fill = (stack.buffers().receive() - WRITE_BYTES) / (WRITE_BYTES / PACE_SECONDS);
    return new OutageEffect(
        policy,
        RetrySchedule.silent(stack, rto),
        RetrySchedule.zeroWindow(stack, rto),
        2 * delaySeconds,
        fill,
        patienceSeconds);
  }

  /** Stall of an upload, simulated; empty if it does not survive. */
  OptionalDouble stall(DownPolicy policy, double outageSeconds) {
    if (policy.logs()) {
      ConnectionResult result =
          ConnectionSimulation.run(
              settings(
                  policy,
                  outageSeconds,
                  2.005,
                  Workload.exchanges(1).paced(WRITE_BYTES, PACE_SECONDS),
                  Service.of(1_000_000_000, 1)),
              1,
              0);
      return policy == DownPolicy.LOGGED_OPEN
          ? OptionalDouble.of(result.longestSilenceSeconds())
          : result.resumedSeconds();
    }
    ConnectionResult slow = silentUpload(policy, outageSeconds);
    // The client sent the segment one delay before it found nobody.
    return slow.completed()
        ? OptionalDouble.of(slow.resumedSeconds().orElseThrow() + delaySeconds)
        : OptionalDouble.empty();
  }

  private ConnectionResult silentUpload(DownPolicy policy, double outageSeconds) {
    return run(policy, ClientKind.UPLOAD, outageSeconds);
  }

  /** What becomes of a short connection of a kind. */
  ConnectionResult run(DownPolicy policy, ClientKind kind, double outageSeconds) {
    return ConnectionSimulation.run(
        settings(
            policy, outageSeconds, failureSeconds(kind), kind.shortWorkload(), kind.shortService()),
        1,
        0);
  }

  /** Just before a segment of the client with data arrives; in the midst of a download. */
  private double failureSeconds(ClientKind kind) {
    return switch (kind) {
      case UPLOAD -> 20 + 3 * delaySeconds - EPSILON; // its third write
      case REQUEST_RESPONSE -> 5 + 5 * delaySeconds - EPSILON; // its second request
      case DOWNLOAD, IDLE -> 10;
    };
  }

  private ConnectionSettings settings(
      DownPolicy policy, double outageSeconds, double at, Workload workload, Service service) {
    WrapSettings wrap =
        new WrapSettings(policy, WrapSettings.Swallow.NORTH, true, 0, 5, 0.2, INSTANT_LOG);
    double gaveUp = RetrySchedule.silent(stack, rtoSeconds()).abortSeconds();
    return new ConnectionSettings(
        stack.with(stack.rto().fixedAt(rtoSeconds())).withLossProbe(Optional.empty()),
        stack,
        LinkSettings.clean(delaySeconds),
        patienceSeconds.isPresent()
            ? workload.withTimeout(patienceSeconds.getAsDouble())
            : workload,
        service,
        Costs.NONE,
        Optional.of(wrap),
        new RecoverySettings(
            new Detection(1, 1, 0, 1), 0, new RecoveryMode.ColdRestart(0, new Replay.Generic()), 0),
        List.of(new Fault.Upgrade(at, outageSeconds + EPSILON, new Replay.Resume(0))),
        at + (policy.logs() ? outageSeconds + 2 : 3 * outageSeconds + gaveUp + 100));
  }
}
