package hebe.models.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.connection.server.Service;
import hebe.models.connection.wrap.DownPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryTest {
  /** Runs with all invariants asserted on every event. */
  static ConnectionResult checked(ConnectionSettings settings, long seed) {
    Invariants invariants = new Invariants(settings.wrap().orElseThrow().policy());
    ConnectionSimulation run =
        new ConnectionSimulation(settings, seed, 0, invariants, invariants::after);
    invariants.watch(run);
    ConnectionResult result = run.run();
    assertThat(invariants.checks).isPositive();
    return result;
  }

  @ParameterizedTest
  @EnumSource(DownPolicy.class)
  void requests_noFault_allAnswered(DownPolicy policy) {
    var settings = Cases.of(Workload.exchanges(5), Service.of(300, 5000), policy);
    ConnectionResult result = checked(settings, 1);
    assertThat(result.completed()).isTrue();
    assertThat(result.receivedBytes()).isEqualTo(25_000);
    assertThat(result.replayedReads()).isZero();
  }

  @ParameterizedTest
  @EnumSource(DownPolicy.class)
  void pacedUpload_crash_losesAndRepeatsNothing(DownPolicy policy) {
    var workload = Workload.exchanges(1).paced(1000, 0.01);
    var settings = Cases.of(workload, Service.of(300_000, 100), policy);
    ConnectionResult result = checked(Cases.crashing(settings, 1.0), 1);
    assertThat(result.completed()).isTrue();
    assertThat(result.receivedBytes()).isEqualTo(100);
    assertThat(result.replayedReads()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(DownPolicy.class)
  void slowDownload_crash_losesAndRepeatsNothing(DownPolicy policy) {
    var service =
        Service.of(200, 300_000)
            .with(new hebe.models.connection.server.Costs(0, Double.POSITIVE_INFINITY, 150_000));
    var settings = Cases.of(Workload.exchanges(1), service, policy);
    ConnectionResult result = checked(Cases.crashing(settings, 1.0), 1);
    assertThat(result.completed()).isTrue();
    assertThat(result.receivedBytes()).isEqualTo(300_000);
    assertThat(result.heardSeconds().orElseThrow()).isCloseTo(1.5, within(0.2));
  }
}
