package hebe.models.connection;

import hebe.models.catalog.Published;
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
import hebe.models.connection.wrap.WrapSettings.Swallow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Connections for tests: round trip 2 ms, RTO 0.25 s, log 0.1 ms, recovery in 1.5 s. */
final class Cases {
  static final double DELAY = 0.001;
  static final double LOG = 0.0001;
  static final double RTO = 0.25;

  static final Stack LINUX =
      Stacks.load(Published.ftTcp())
          .stack("linux")
          .with(new RtoRule(1, 0, 0.2, 120, OptionalDouble.of(RTO)))
          .withLossProbe(Optional.empty());

  /** Noticed after 0.5 s, fenced after 0.25 s, started after 0.75 s. */
  static final double RECOVERY = 1.5;

  private Cases() {}

  static ConnectionSettings of(Workload workload, Service service, DownPolicy policy) {
    return new ConnectionSettings(
        LINUX,
        LINUX,
        LinkSettings.clean(DELAY),
        workload,
        service,
        Costs.NONE,
        Optional.of(wrap(policy, Swallow.NORTH)),
        recovery(new RecoveryMode.ColdRestart(0.75, new Replay.Generic())),
        List.of(),
        4000);
  }

  static WrapSettings wrap(DownPolicy policy, Swallow swallow) {
    return new WrapSettings(
        policy,
        swallow,
        true,
        32768,
        5,
        0.2,
        new LogSettings(LOG, Double.POSITIVE_INFINITY, 60, 8, true));
  }

  /** Whole multiples of half a second are noticed after exactly 0.5 s. */
  static RecoverySettings recovery(RecoveryMode mode) {
    return new RecoverySettings(new Detection(0.5, 1, 0, 2), 0.25, mode, 0);
  }

  static ConnectionSettings crashing(ConnectionSettings settings, double... times) {
    return settings.withFaults(
        java.util.Arrays.stream(times).<Fault>mapToObj(Fault.Crash::new).toList());
  }
}
