package hebe.models.validation;

import hebe.models.connection.ConnectionSettings;
import hebe.models.connection.ConnectionSimulation;
import hebe.models.connection.Workload;
import hebe.models.connection.recovery.Detection;
import hebe.models.connection.recovery.Fault;
import hebe.models.connection.recovery.RecoveryMode;
import hebe.models.connection.recovery.RecoveryMode.ColdRestart;
import hebe.models.connection.recovery.RecoveryMode.HotBackup;
import hebe.models.connection.recovery.RecoverySettings;
import hebe.models.connection.server.Costs;
import hebe.models.connection.server.Service;
import hebe.models.connection.tcp.LinkSettings;
import hebe.models.connection.tcp.PacketTrace;
import hebe.models.connection.tcp.Segment;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.connection.wrap.LogSettings;
import hebe.models.connection.wrap.Replay;
import hebe.models.connection.wrap.WrapSettings;
import hebe.models.connection.wrap.WrapSettings.Swallow;
import java.util.List;
import java.util.Optional;

/**
 * Which recovery is faster, for one connection and one crash: a dialogue of small requests, and a
 * download. All times are estimated; the order is what is predicted.
 */
final class RecoveryOrder {
  private static final double TAKEOVER = 0.1;
  private static final double BOOT = 10;
  private static final double LAG = 0.1;
  private static final Costs REPLAY = new Costs(0.002, 1e7, 1e6);

  private final Stack stack;

  RecoveryOrder(Stack stack) {
    this.stack = stack;
  }

  boolean failovers() {
    double tap = dialogue(new HotBackup(TAKEOVER, 0));
    double hot = dialogue(new HotBackup(TAKEOVER, LAG));
    double cold = dialogue(new ColdRestart(BOOT, new Replay.Generic()));
    return tap < hot && hot < cold;
  }

  boolean optimised() {
    Replay generic = new Replay.Generic();
    return download(new Replay.Resume(0.005), 2) <= download(generic, 2)
        && dialogue(new ColdRestart(BOOT, new Replay.Reissue(0.005)))
            <= dialogue(new ColdRestart(BOOT, generic));
  }

  boolean genericGrows() {
    Replay generic = new Replay.Generic();
    double early = download(generic, 1);
    double middle = download(generic, 2);
    return early < middle && middle < download(generic, 4);
  }

  boolean resumeIsFlat() {
    Replay resume = new Replay.Resume(0.005);
    double early = download(resume, 1);
    return Math.abs(download(resume, 4) - early) <= 0.01 * early;
  }

  private double dialogue(RecoveryMode mode) {
    return normalAfter(Workload.exchanges(400).withThinking(0.01), Service.of(200, 500), mode, 2);
  }

  private double download(Replay method, double crashSeconds) {
    Service service =
        new Service(200, 4_000_000, 4096, 200, true, new Costs(0, Double.POSITIVE_INFINITY, 4e5));
    return normalAfter(Workload.exchanges(1), service, new ColdRestart(BOOT, method), crashSeconds);
  }

  /** From the crash until the server is in service again. */
  private double normalAfter(
      Workload workload, Service service, RecoveryMode mode, double crashSeconds) {
    double[] normal = {0};
    var trace =
        new PacketTrace() {
          @Override
          public void packet(double timeSeconds, Place place, Action action, Segment segment) {}

          @Override
          public void mark(double timeSeconds, Place place, String what, long value) {
            normal[0] = what.equals("normal") ? timeSeconds : normal[0];
          }
        };
    new ConnectionSimulation(
            settings(workload, service, mode, crashSeconds), 1, 0, trace, run -> {})
        .run();
    return normal[0] - crashSeconds;
  }

  private ConnectionSettings settings(
      Workload workload, Service service, RecoveryMode mode, double crashSeconds) {
    var log = new LogSettings(0.0001, Double.POSITIVE_INFINITY, 60, 8, false);
    return new ConnectionSettings(
        stack,
        stack,
        LinkSettings.clean(0.0005),
        workload,
        service,
        REPLAY,
        Optional.of(
            new WrapSettings(DownPolicy.LOGGED_ZERO_WINDOW, Swallow.NORTH, true, 0, 5, 0.2, log)),
        new RecoverySettings(new Detection(0.5, 1, 0, 2), 0.01, mode, 1e-5),
        List.of(new Fault.Crash(crashSeconds)),
        60);
  }
}
