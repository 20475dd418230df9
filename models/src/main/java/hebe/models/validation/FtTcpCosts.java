package hebe.models.validation;

import hebe.models.catalog.Published;
import hebe.models.connection.ConnectionSettings;
import hebe.models.connection.ConnectionSimulation;
import hebe.models.connection.Workload;
import hebe.models.connection.cost.CheckpointPause;
import hebe.models.connection.cost.LogMemory;
import hebe.models.connection.cost.LogPlacement;
import hebe.models.connection.cost.ServiceLoad;
import hebe.models.connection.cost.ServiceLoads;
import hebe.models.connection.cost.WrapCost;
import hebe.models.connection.cost.WrapCosts;
import hebe.models.connection.recovery.Detection;
import hebe.models.connection.recovery.RecoveryMode;
import hebe.models.connection.recovery.RecoverySettings;
import hebe.models.connection.server.Costs;
import hebe.models.connection.server.Service;
import hebe.models.connection.tcp.LinkSettings;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.tcp.Stacks;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.connection.wrap.LogSettings;
import hebe.models.connection.wrap.Replay;
import hebe.models.connection.wrap.WrapSettings;
import hebe.models.timing.Bounds;
import hebe.models.timing.CostModel;
import hebe.models.timing.EventRules;
import hebe.models.timing.HostClock;
import hebe.models.timing.Mode;
import hebe.models.timing.OperationCosts;
import hebe.models.timing.TrapCostTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Costs of FT-TCP on one host (Chang and others, 2007), and the slow-down of checkpoints.
 *
 * <p>The hardware and the Xen of the source are not known; the costs are those of the only
 * processor of its years whose costs under Xen are, with a log in the driver domain. Services,
 * batch and switches are estimated, so no figure is reproduced here.
 */
public final class FtTcpCosts {
  /** Bytes of a KB in the published bound. */
  private static final double KB = 1024;

  private static final String CPU = "netburst-xeon-2400";

  /** A connection of 100 Mb/s, as hosts of those years had. */
  private static final double UPLOAD_RATE = 12.5e6;

  private static final long UPLOAD_BYTES = 4_096_000;
  private static final int SAFE_POINT_BYTES = 4096;

  private final Published published;
  private final ServiceLoads loads = ServiceLoads.load();
  private final WrapCosts costs;
  private final double batch;

  private FtTcpCosts(Published published) {
    this.published = published;
    TrapCostTable table = TrapCostTable.load();
    CostModel model = new CostModel(table, EventRules.load(), CPU, Mode.XEN_PV_32);
    HostClock clock = new HostClock(model.microarchitecture().nominalHertz().orElseThrow());
    costs = new WrapCosts(OperationCosts.load(), table, model, clock);
    batch = published.input("beta").value();
  }

  /** The predictions of targets. */
  public static List<Prediction> predict(Published published) {
    FtTcpCosts of = new FtTcpCosts(published);
    return List.of(
        of.overhead("proxy"),
        of.overhead("ftp"),
        of.proxyMemory(),
        of.ftpMemory(),
        of.checkpoints());
  }

  /** What nobody has published, so that nobody could have tuned on it. */
  public static List<Unpublished> unpublished(Published published) {
    FtTcpCosts of = new FtTcpCosts(published);
    List<Unpublished> all = new ArrayList<>();
    for (String service : List.of("proxy", "ftp")) {
      for (LogPlacement placement : LogPlacement.values()) {
        all.addAll(of.placed(service, placement));
      }
      LogMemory memory = of.memory(service);
      all.add(
          new Unpublished(
              "mean memory of the log, " + service,
              "KB",
              memory.truncatedBytes(of.loads.service(service).retentionSeconds()) / KB,
              "N (state + rate x retention)"));
    }
    all.add(
        new Unpublished(
            "until one upload exceeds 750 KB without truncation",
            "s",
            of.upload().secondsTo(of.limitBytes()),
            "(750 x 1024 - state) / rate at 100 Mb/s and reads of 4096 B"));
    all.add(
        new Unpublished(
            "memory of one upload of 4 MB, without truncation",
            "KB",
            of.uploadPeak(false) / KB,
            "simulated"));
    return all;
  }

  /** The cost of a packet that passes weighs on FTP and was estimated with the bound known. */
  private Prediction overhead(String service) {
    WrapCost cost = costs.of(loads.service(service), LogPlacement.DRIVER_DOMAIN);
    boolean independent = !service.equals("ftp");
    return new Prediction(
        published.figure("chang-overhead-" + service),
        100 * cost.overhead(batch).value(),
        independent ? Prediction.Standing.UNVERIFIED : Prediction.Standing.NOT_INDEPENDENT,
        "what the wrap adds to an exchange / all of it; log in the driver domain, batch of "
            + (int) batch
            + ", services of services.csv; 2.4 GHz Xeon under Xen, as the hardware of the source is"
            + " not known; "
            + range(cost.overhead(batch)));
  }

  private Prediction proxyMemory() {
    ServiceLoad load = loads.service("proxy");
    return unverified(
        "chang-memory-proxy",
        LogMemory.peakBytes(load, state(), record()) / KB,
        "N (state + a whole request + its records), all connections busy");
  }

  /** Control connections, and an upload on each that is truncated at safe points. */
  private Prediction ftpMemory() {
    ServiceLoad load = loads.service("ftp");
    double control = LogMemory.peakBytes(load, state(), record());
    return unverified(
        "chang-memory-ftp",
        (control + load.connections() * uploadPeak(true)) / KB,
        "N (state + commands + records) + N x peak of a simulated upload with a safe point every "
            + SAFE_POINT_BYTES
            + " B; without truncation one upload of 4 MB exceeds the bound");
  }

  private Prediction checkpoints() {
    double slow = published.input("remus-kernel-20").value() / 100;
    double stretched = 100 * CheckpointPause.of(slow, 20).slowDown(40);
    return unverified(
        "remus-slowdown-40",
        stretched,
        "the pause per checkpoint that remus-kernel-20 implies, at 40 per s by the clock on the wall;"
            + " that the pause does not shrink with the interval is assumed. With 40 per s of the"
            + " guest's own time it would be 2 x remus-kernel-20");
  }

  private List<Unpublished> placed(String service, LogPlacement placement) {
    WrapCost cost = costs.of(loads.service(service), placement);
    String where = ", " + service + ", log in " + placement.label();
    double limit = published.input("chang-service-time-limit").value();
    double share = limit / (1 + limit);
    List<Unpublished> rows = new ArrayList<>();
    rows.add(
        new Unpublished(
            "overhead without batches" + where,
            "%",
            100 * cost.overhead(1).value(),
            range(cost.overhead(1))));
    rows.add(
        new Unpublished(
            "overhead" + where,
            "%",
            100 * cost.overhead(batch).value(),
            range(cost.overhead(batch))));
    cost.smallestBatch(share)
        .ifPresent(
            least ->
                rows.add(
                    new Unpublished(
                        "least batch for less than 4 %" + where,
                        "crossings",
                        least,
                        "ceil(crossings / (0.0417 x work - what no batch makes cheaper))")));
    rows.add(
        new Unpublished(
            "delay of output by a batch of " + (int) batch + where,
            "ms",
            1000 * cost.batchDelaySeconds(batch),
            "(batch - 1) / (2 x crossings per second), mean"));
    return rows;
  }

  private static String range(Bounds share) {
    return "x / (w + x); low and high of the costs: "
        + percent(share.low())
        + " to "
        + percent(share.high())
        + " %";
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(100 * share).round(new MathContext(2)).toPlainString();
  }

  private LogMemory memory(String service) {
    return LogMemory.of(loads.service(service), state(), record());
  }

  private LogMemory upload() {
    return new LogMemory(1, state(), UPLOAD_RATE, UPLOAD_RATE / SAFE_POINT_BYTES * record());
  }

  private double limitBytes() {
    return published.figure("chang-memory-ftp").value() * KB;
  }

  private double state() {
    return published.input("tcpr-state-ipv4").value();
  }

  private double record() {
    return published.input("read-record").value();
  }

  /** Most bytes that the log of one upload over 100 Mb/s holds, simulated. */
  private double uploadPeak(boolean truncates) {
    Stack stack = Stacks.load(published).stack("linux");
    LogSettings log =
        new LogSettings(0.0001, Double.POSITIVE_INFINITY, (int) state(), (int) record(), truncates);
    var settings =
        new ConnectionSettings(
            stack,
            stack,
            new LinkSettings(0.0005, UPLOAD_RATE, 0, 0, 0, 0),
            Workload.exchanges(1),
            Service.of(UPLOAD_BYTES, 1).withSafePoints(SAFE_POINT_BYTES),
            Costs.NONE,
            Optional.of(
                new WrapSettings(
                    DownPolicy.LOGGED_ZERO_WINDOW,
                    WrapSettings.Swallow.NORTH,
                    true,
                    0,
                    5,
                    0.2,
                    log)),
            new RecoverySettings(
                new Detection(1, 1, 0, 1),
                0,
                new RecoveryMode.ColdRestart(0, new Replay.Generic()),
                0),
            List.of(),
            60);
    return ConnectionSimulation.run(settings, 1, 0).peakLogBytes();
  }

  private Prediction unverified(String id, double predicted, String how) {
    return new Prediction(published.figure(id), predicted, Prediction.Standing.UNVERIFIED, how);
  }

  /**
   * A prediction beside which nothing is published.
   *
   * @param quantity what
   * @param unit of the value
   * @param value predicted
   * @param how its arithmetic
   */
  public record Unpublished(String quantity, String unit, double value, String how) {}
}
