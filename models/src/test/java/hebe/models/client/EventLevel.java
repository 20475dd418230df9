package hebe.models.client;

import hebe.models.catalog.Published;
import hebe.models.client.Population.Habits;
import hebe.models.connection.ConnectionResult;
import hebe.models.connection.ConnectionSettings;
import hebe.models.connection.ConnectionSimulation;
import hebe.models.connection.Workload;
import hebe.models.connection.recovery.Detection;
import hebe.models.connection.recovery.Fault;
import hebe.models.connection.recovery.RecoveryMode;
import hebe.models.connection.recovery.RecoverySettings;
import hebe.models.connection.server.Costs;
import hebe.models.connection.server.Service;
import hebe.models.connection.tcp.LinkSettings;
import hebe.models.connection.tcp.RtoRule;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.tcp.Stacks;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.connection.wrap.LogSettings;
import hebe.models.connection.wrap.Replay;
import hebe.models.connection.wrap.WrapSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Connections on the event level and populations of the same: round trip 2 ms, RTO 0.25 s. */
final class EventLevel {
  static final double DELAY = 0.001;
  static final double RTO = 0.25;
  static final double FOREVER = Double.POSITIVE_INFINITY;

  static final Stack LINUX =
      Stacks.load(Published.ftTcp())
          .stack("linux")
          .with(new RtoRule(1, 0, 0.2, 120, OptionalDouble.of(RTO)))
          .withLossProbe(Optional.empty());

  private static final LogSettings INSTANT = new LogSettings(0, FOREVER, 60, 8, true);

  private EventLevel() {}

  /** One connection whose server stands still for a time; with a wrap it comes back. */
  static ConnectionResult run(
      Stack client,
      Workload workload,
      Service service,
      Optional<DownPolicy> wrapped,
      double at,
      double outage) {
    Optional<WrapSettings> wrap =
        wrapped.map(
            policy ->
                new WrapSettings(policy, WrapSettings.Swallow.NORTH, true, 0, 5, 0.2, INSTANT));
    return ConnectionSimulation.run(
        new ConnectionSettings(
            client,
            LINUX,
            LinkSettings.clean(DELAY),
            workload,
            service,
            Costs.NONE,
            wrap,
            new RecoverySettings(
                new Detection(0.5, 1, 0, 2),
                0,
                new RecoveryMode.ColdRestart(0, new Replay.Resume(0)),
                0),
            List.of(new Fault.Upgrade(at, outage, new Replay.Resume(0))),
            4000),
        1,
        0);
  }

  static Habits habits(double thinkSeconds, double gapSeconds, double timeoutSeconds) {
    return new Habits(thinkSeconds, 0, gapSeconds, FOREVER, timeoutSeconds);
  }

  static Population of(ConnectionKind kind, Stack stack, Habits habits) {
    return new Population(
        "clients",
        "web",
        Map.of(kind, 1.0),
        new OpenConnections.Constant(10_000),
        stack,
        2 * DELAY,
        RTO,
        habits);
  }
}
