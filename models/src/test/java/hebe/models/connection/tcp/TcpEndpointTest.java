package hebe.models.connection.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpEndpointTest {
  private static final LinkSettings CLEAN = LinkSettings.clean(0.001);
  private static final Stack PLAIN =
      Wire.LINUX.with(Wire.known(0.25)).withLossProbe(Optional.empty());

  @Test
  void transfer_cleanLink_movesBothStreamsInOrder() {
    Wire wire = new Wire(PLAIN, CLEAN, 1);
    wire.clientOwner.toWrite = 300_000;
    wire.serverOwner.toWrite = 200_000;
    wire.client.connect(100);
    wire.agenda.run(60);
    assertDone(wire);
    // No loss, no repetition: SYN, its answer, ceil(300000 / 1460) = 206 segments and a FIN at
    // least.
    assertThat(wire.clientSends).hasSizeGreaterThan(208);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void transfer_lossReorderingDuplication_losesAndRepeatsNothing(long seed) {
    LinkSettings bad = new LinkSettings(0.01, 1e6, 0.1, 0.1, 0.2, 0.05);
    Wire wire = new Wire(PLAIN, bad, seed);
    wire.clientOwner.toWrite = 60_000;
    wire.serverOwner.toWrite = 80_000;
    wire.client.connect(100);
    wire.agenda.run(900);
    assertDone(wire);
  }

  private static void assertDone(Wire wire) {
    assertThat(wire.serverOwner.readBytes).isEqualTo(wire.clientOwner.toWrite);
    assertThat(wire.clientOwner.readBytes).isEqualTo(wire.serverOwner.toWrite);
    assertThat(wire.serverOwner.inOrder && wire.clientOwner.inOrder).isTrue();
    assertThat(wire.serverOwner.ended && wire.clientOwner.ended).isTrue();
    assertThat(wire.client.finished() && wire.server.finished()).isTrue();
  }

  @Test
  void syn_nobodyAnswers_isRepeatedByDoublingAndGivenUp() {
    Wire wire = new Wire(PLAIN, CLEAN, 1);
    wire.cut = true;
    wire.client.connect(100);
    wire.agenda.run(1000);
    assertThat(wire.clientSends).containsExactly(0.0, 1.0, 3.0, 7.0, 15.0, 31.0, 63.0);
    assertThat(wire.clientOwner.aborts).containsExactly(Socket.AbortReason.NOT_OPENED);
    assertThat(wire.agenda.now()).isEqualTo(1000);
  }

  @Test
  void data_nobodyAnswers_isRepeatedAndGivenUpAsTheClosedFormSays() {
    Stack stack = PLAIN.with(new AbortRule.Hypothetical(5));
    List<Double> sends = sendsIntoSilence(stack);
    RetrySchedule schedule = RetrySchedule.silent(stack, 0.25);
    // T_6 - T_1 = 0.25 x 62 = 15.5 is the first of at least 12.6: five retries.
    assertThat(sends).hasSize(6);
    for (int k = 1; k < sends.size(); k++) {
      assertThat(sends.get(k) - sends.get(0)).isCloseTo(schedule.expirySeconds(k), within(1e-12));
    }
    assertThat(schedule.abortExpiry()).isEqualTo(6);
  }

  @Test
  void lossProbe_oneSegmentUnanswered_comesOnceAndIsNoRetry() {
    Stack stack = PLAIN.withLossProbe(Optional.of(new Stack.LossProbe(0.05, false)));
    List<Double> sends = sendsIntoSilence(stack);
    // probe at 0.05, then 0.25 x (1, 3, 7)
    double start = sends.get(0);
    assertThat(sends.get(1) - start).isCloseTo(0.05, within(1e-12));
    assertThat(sends.get(2) - start).isCloseTo(0.25, within(1e-12));
    assertThat(sends.get(3) - start).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void lossProbe_thatRestartsTheTimer_movesAllRetries() {
    Stack stack = PLAIN.withLossProbe(Optional.of(new Stack.LossProbe(0.2, true)));
    List<Double> sends = sendsIntoSilence(stack);
    // 0.2, then 0.2 + 0.25 x (1, 3)
    assertThat(sends.get(2) - sends.get(0)).isCloseTo(0.45, within(1e-12));
    assertThat(sends.get(3) - sends.get(0)).isCloseTo(0.95, within(1e-12));
  }

  private static List<Double> sendsIntoSilence(Stack stack) {
    Wire wire = new Wire(stack, CLEAN, 1);
    wire.client.connect(100);
    wire.agenda.after(
        1,
        () -> {
          wire.cut = true;
          wire.clientSends.clear();
          wire.client.write(new Payload(0, 0), 100);
        });
    wire.agenda.run(1000);
    return wire.clientSends;
  }

  @Test
  void persist_readerPauses_probesByDoublingAndSurvives() {
    Wire wire = new Wire(PLAIN.with(new AbortRule.Count(3)), CLEAN, 1);
    wire.serverOwner.paused = true;
    wire.clientOwner.toWrite = 100_000;
    wire.client.connect(100);
    wire.agenda.after(1000, () -> resume(wire));
    wire.agenda.run(2000);
    assertThat(wire.serverOwner.readBytes).isEqualTo(100_000);
    assertThat(wire.clientOwner.aborts).isEmpty();
    // 0.25 (2^k - 1) up to 1000 s with the cap at 120: k = 9 is 127.75, then 120 each: 7 more.
    long probes = wire.clientSends.stream().filter(time -> time > 0.2 && time < 1000).count();
    assertThat(probes).isEqualTo(16);
  }

  private static void resume(Wire wire) {
    wire.serverOwner.paused = false;
    wire.serverOwner.readable();
  }

  @Test
  void persist_probesUnanswered_givesUpByTheRule() {
    Wire wire = new Wire(PLAIN.with(new AbortRule.Count(3)), CLEAN, 1);
    wire.serverOwner.paused = true;
    wire.clientOwner.toWrite = 100_000;
    wire.client.connect(100);
    wire.agenda.after(0.2, () -> wire.cut = true);
    wire.agenda.run(100);
    assertThat(wire.clientOwner.aborts).containsExactly(Socket.AbortReason.TIMED_OUT);
    long probes = wire.clientSends.stream().filter(time -> time > 0.2).count();
    assertThat(probes).isEqualTo(3);
  }

  @Test
  void idle_noKeepAlive_livesThroughAnySilence() {
    Wire wire = new Wire(PLAIN, CLEAN, 1);
    wire.client.connect(100);
    wire.agenda.after(1, () -> wire.cut = true);
    wire.agenda.run(1e6);
    assertThat(wire.clientOwner.aborts).isEmpty();
    assertThat(wire.client.open()).isTrue();
  }

  @Test
  void idle_keepAliveUnanswered_dropsAfter7875Seconds() {
    Stack.KeepAlive probes = Stacks.load(Published.ftTcp()).keepAlive("linux");
    Wire wire = new Wire(PLAIN.with(probes), CLEAN, 1);
    wire.client.connect(100);
    wire.agenda.after(1, () -> wire.cut = true);
    wire.agenda.run(1e6);
    assertThat(wire.clientOwner.aborts).containsExactly(Socket.AbortReason.IDLE_PEER_GONE);
    // open after one round trip of 2 ms; 9 probes from 7200 s on, one each 75 s
    assertThat(wire.clientSends.get(wire.clientSends.size() - 1))
        .isCloseTo(0.002 + 7200 + 8 * 75, within(1e-9));
  }

  @Test
  void keepAlive_answered_keepsTheConnection() {
    Wire wire = new Wire(PLAIN.with(new Stack.KeepAlive(10, 1, 3)), CLEAN, 1);
    wire.client.connect(100);
    wire.agenda.run(1000);
    assertThat(wire.clientOwner.aborts).isEmpty();
  }
}
