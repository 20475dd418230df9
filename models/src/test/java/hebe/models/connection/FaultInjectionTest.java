package hebe.models.connection;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.connection.recovery.Detection;
import hebe.models.connection.recovery.Fault;
import hebe.models.connection.recovery.RecoveryMode;
import hebe.models.connection.recovery.RecoverySettings;
import hebe.models.connection.server.Costs;
import hebe.models.connection.server.Service;
import hebe.models.connection.tcp.LinkSettings;
import hebe.models.connection.tcp.RtoRule;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.connection.wrap.LogSettings;
import hebe.models.connection.wrap.Replay;
import hebe.models.connection.wrap.Wrap;
import hebe.models.connection.wrap.WrapSettings;
import hebe.models.connection.wrap.WrapSettings.Swallow;
import hebe.models.connection.wrap.WrapState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultInjectionTest {
  private static final int RUNS = 10_000;

  @ParameterizedTest
  @EnumSource(DownPolicy.class)
  void secondCrash_atEveryEventBoundary_endsInTheSameStream(DownPolicy policy) {
    Service service = Service.of(3000, 4000).with(new Costs(0.001, 1e6, 1e6));
    ConnectionSettings settings =
        Cases.crashing(Cases.of(Workload.exchanges(4), service, policy), 0.01);
    long events = RecoveryTest.checked(settings, 1).events();
    int injected = 0;
    for (long at = 1; at < events; at++) {
      injected += crashAfter(settings, at, 16_000);
    }
    // The boundary after every event, from the handshake to the end.
    assertThat(injected).isEqualTo((int) events - 1).isGreaterThan(100);
  }

  private static int crashAfter(ConnectionSettings settings, long at, long expectedBytes) {
    Invariants invariants = new Invariants(settings.wrap().orElseThrow().policy());
    boolean[] done = {false};
    ConnectionSimulation run =
        new ConnectionSimulation(
            settings,
            1,
            0,
            invariants,
            simulation -> {
              invariants.after(simulation);
              if (simulation.agenda().events() == at) {
                done[0] = true;
                simulation.happen(new Fault.Crash(simulation.agenda().now()));
              }
            });
    invariants.watch(run);
    ConnectionResult result = run.run();
    assertThat(result.completed()).as("crash after event %d", at).isTrue();
    assertThat(result.receivedBytes()).as("crash after event %d", at).isEqualTo(expectedBytes);
    Wrap wrap = run.wrap().orElseThrow();
    assertThat(wrap.state()).as("crash after event %d", at).isEqualTo(WrapState.CLOSED);
    assertThat(wrap.log().account().held()).as("crash after event %d", at).isZero();
    return done[0] ? 1 : 0;
  }

  @Test
  void randomRuns_lossReorderingDuplicationCrashes_noByteLostOrRepeated() {
    SplittableRandom random = new SplittableRandom(20070);
    int crashes = 0;
    int replays = 0;
    for (int run = 0; run < RUNS; run++) {
      ConnectionSettings settings = randomSettings(random);
      ConnectionResult result;
      try {
        result = RecoveryTest.checked(settings, run);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("run " + run + " of " + settings, e);
      }
      int exchanges = settings.workload().exchanges();
      assertThat(result.completed()).as("run %d of %s: %s", run, settings, result).isTrue();
      assertThat(result.receivedBytes())
          .as("run %d of %s", run, settings)
          .isEqualTo(exchanges * settings.service().responseBytes());
      crashes += settings.faults().size();
      replays += result.replayedReads() > 0 ? 1 : 0;
    }
    assertThat(crashes).isGreaterThan(RUNS);
    assertThat(replays).isGreaterThan(RUNS / 4);
  }

  private static ConnectionSettings randomSettings(SplittableRandom random) {
    Stack stack =
        Cases.LINUX
            .with(new Stack.Buffers(1 + random.nextInt(1000), 4000, 1000 + random.nextInt(4000)))
            .with(
                random.nextBoolean()
                    ? new RtoRule(1, 0, 0.2, 120, OptionalDouble.empty())
                    : new RtoRule(1, 0, 0.2, 120, OptionalDouble.of(0.25)));
    int request = 1 + random.nextInt(2000);
    Service service =
        new Service(
            request,
            random.nextInt(4) == 0 ? 0 : random.nextInt(4000),
            1 + random.nextInt(1000),
            request,
            true,
            random.nextBoolean() ? Costs.NONE : new Costs(0.001, 1e5, 1e5));
    Workload workload = Workload.exchanges(1 + random.nextInt(3));
    return new ConnectionSettings(
        stack,
        stack.with(new Stack.Buffers(1000, 4000, 4000)),
        randomLink(random),
        random.nextBoolean() ? workload : workload.paced(100, 0.02),
        service,
        random.nextBoolean() ? Costs.NONE : new Costs(0.002, 1e5, 1e5),
        Optional.of(randomWrap(random)),
        new RecoverySettings(
            new Detection(0.1, 1, 0, 1), 0.01, randomMode(random), random.nextDouble() * 0.01),
        randomCrashes(random),
        4000);
  }

  private static LinkSettings randomLink(SplittableRandom random) {
    double bad = random.nextInt(3) == 0 ? 0 : 0.15;
    return new LinkSettings(
        0.0005 + random.nextDouble() * 0.02,
        random.nextBoolean() ? 1e5 : Double.POSITIVE_INFINITY,
        bad * random.nextDouble(),
        bad * random.nextDouble(),
        bad * random.nextDouble(),
        0.05);
  }

  private static WrapSettings randomWrap(SplittableRandom random) {
    DownPolicy[] policies = DownPolicy.values();
    return new WrapSettings(
        policies[random.nextInt(policies.length)],
        random.nextBoolean() ? Swallow.NORTH : Swallow.SOUTH,
        random.nextInt(4) > 0,
        random.nextInt(3000),
        random.nextInt(4),
        0.2,
        new LogSettings(random.nextDouble() * 0.02, 1e6, 60, 8, random.nextBoolean()));
  }

  private static RecoveryMode randomMode(SplittableRandom random) {
    double start = random.nextDouble() * 0.3;
    return switch (random.nextInt(5)) {
      case 0 -> new RecoveryMode.ColdRestart(start, new Replay.Generic());
      case 1 -> new RecoveryMode.ColdRestart(start, new Replay.Resume(0.05));
      case 2 -> new RecoveryMode.ColdRestart(start, new Replay.Reissue(0.05));
      case 3 -> new RecoveryMode.HotBackup(start, random.nextDouble() * 0.1);
      default -> new RecoveryMode.FromCheckpoint(start, 0.05 + random.nextDouble() * 0.2);
    };
  }

  private static List<Fault> randomCrashes(SplittableRandom random) {
    List<Fault> faults = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      double at = random.nextDouble() * 1.2;
      faults.add(
          switch (random.nextInt(6)) {
            case 0 -> new Fault.Hang(at);
            case 1 -> new Fault.Upgrade(at, random.nextDouble() * 0.1, new Replay.Generic());
            default -> new Fault.Crash(at);
          });
    }
    return faults;
  }

  @Test
  void nondeterministicService_crash_isCountedAsCorruption() {
    Service service = Service.of(200, 300_000).nondeterministic();
    ConnectionSettings settings =
        Cases.of(Workload.exchanges(1), service, DownPolicy.LOGGED_ZERO_WINDOW);
    LinkSettings lossy = new LinkSettings(0.05, 1e5, 0.2, 0, 0, 0);
    int corruptions = 0;
    for (int seed = 0; seed < 10; seed++) {
      // What was lost before the crash is sent again, with other bytes.
      var crashing = Cases.crashing(settings.withLink(lossy), 5.0);
      ConnectionResult result = ConnectionSimulation.run(crashing, seed, 0);
      assertThat(result.completed()).isTrue();
      corruptions += result.corruptions();
    }
    assertThat(corruptions).isPositive();
  }
}
