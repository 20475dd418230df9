package hebe.bench;

import hebe.models.catalog.Published;
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
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.tcp.Stacks;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.connection.wrap.LogSettings;
import hebe.models.connection.wrap.Replay;
import hebe.models.connection.wrap.WrapSettings;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Connections over the crash of their server. An operation is the recovery of one connection.
 *
 * <p>{@code mvn -q -P bench -pl :bench -am -Dmaven.test.skip test -Dbench.args=Connection}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@Fork(
    value = 2,
    jvmArgs = {"-XX:+UseSerialGC"})
@Warmup(iterations = 12, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConnectionBenchmark {
  private static final int OUTAGES = 1024;
  private static final double RTO_SECONDS = 0.25;
  private static final double ROUND_TRIP_SECONDS = 0.002;

  private final Stack linux = Stacks.load(Published.ftTcp()).stack("linux");
  private final DownPolicy[] policies = DownPolicy.values();
  private final double[] outageSeconds = new double[OUTAGES];

  /** Two requests of 300 B, answered by 5,000 B each; the second falls into the outage. */
  private final ConnectionSettings request =
      settings(Workload.exchanges(2).withThinking(1.2), Service.of(300, 5_000));

  /** 20 requests of 300 B, answered alike; the crash comes after about ten. */
  private final ConnectionSettings dialogue =
      settings(Workload.exchanges(20).withThinking(0.1), Service.of(300, 5_000));

  /** 300,000 B in pieces of 1,000 B each 10 ms; the crash comes after a third. */
  private final ConnectionSettings upload =
      settings(Workload.exchanges(1).paced(1_000, 0.01), Service.of(300_000, 100));

  private int replication;

  private ConnectionSettings settings(Workload workload, Service service) {
    WrapSettings wrap =
        new WrapSettings(
            DownPolicy.LOGGED_ZERO_WINDOW,
            WrapSettings.Swallow.NORTH,
            true,
            32_768,
            5,
            0.2,
            new LogSettings(0.0001, Double.POSITIVE_INFINITY, 60, 8, false));
    RecoverySettings recovery =
        new RecoverySettings(
            new Detection(0.5, 1, 0, 2),
            0.25,
            new RecoveryMode.ColdRestart(0.75, new Replay.Generic()),
            0);
    return new ConnectionSettings(
        linux,
        linux,
        LinkSettings.clean(ROUND_TRIP_SECONDS / 2),
        workload,
        service,
        Costs.NONE,
        Optional.of(wrap),
        recovery,
        List.of(new Fault.Crash(1)),
        4_000);
  }

  /** Outages with a mean of one minute; all runs must recover, or there is nothing to measure. */
  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < OUTAGES; i++) {
      outageSeconds[i] = -60 * StrictMath.log1p(-random.nextDouble());
    }
    for (ConnectionSettings each : List.of(request, dialogue, upload)) {
      ConnectionResult result = ConnectionSimulation.run(each, 1, 0);
      if (!result.completed() || result.replayedReads() == 0) {
        throw new IllegalStateException("the connection did not recover: " + result);
      }
    }
  }

  /** In closed form: all four policies in turn; survival and stall of an upload. */
  @Benchmark
  @OperationsPerInvocation(OUTAGES)
  public double closedForm() {
    double stalledSeconds = 0;
    for (int i = 0; i < OUTAGES; i++) {
      DownPolicy policy = policies[i % policies.length];
      OutageEffect effect = OutageEffect.of(policy, linux, RTO_SECONDS, ROUND_TRIP_SECONDS);
      if (effect.survives(OutageEffect.Waiting.FOR_AN_ACKNOWLEDGEMENT, outageSeconds[i])) {
        stalledSeconds += effect.uploadStallSeconds(outageSeconds[i]);
      }
    }
    return stalledSeconds;
  }

  /** Event by event: a request that meets the outage, one read repeated. */
  @Benchmark
  public ConnectionResult eventsOfRequest() {
    return ConnectionSimulation.run(request, 1, replication++);
  }

  /** Event by event: a dialogue, some ten reads repeated. */
  @Benchmark
  public ConnectionResult eventsOfDialogue() {
    return ConnectionSimulation.run(dialogue, 1, replication++);
  }

  /** Event by event: an upload, some hundred reads repeated. */
  @Benchmark
  public ConnectionResult eventsOfUpload() {
    return ConnectionSimulation.run(upload, 1, replication++);
  }
}
