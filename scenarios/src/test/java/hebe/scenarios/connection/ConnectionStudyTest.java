package hebe.scenarios.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import hebe.models.connection.OutageEffect;
import hebe.models.connection.tcp.LinkSettings;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.tcp.Stacks;
import hebe.models.connection.wrap.DownPolicy;
import hebe.reports.connection.Curves;
import hebe.reports.connection.Ladder;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionStudyTest {
  private static final Stacks STACKS = Stacks.load(Published.ftTcp());
  private static final double DELAY = 0.0005;

  private static ConnectionRequest request(ClientKind kind, ServerMode mode, DownPolicy policy) {
    return new ConnectionRequest(
        STACKS.stack("linux"),
        kind,
        mode,
        policy,
        2.05,
        1,
        LinkSettings.clean(DELAY),
        OptionalDouble.empty(),
        1);
  }

  @ParameterizedTest
  @EnumSource
  void everyMode_isReadyAfterTheOutage(ServerMode mode) {
    Seen seen = Seen.of(request(ClientKind.UPLOAD, mode, DownPolicy.LOGGED_ZERO_WINDOW));
    if (mode == ServerMode.PLAIN) {
      assertThat(seen.result().survived()).isFalse();
    } else {
      assertThat(seen.result().survived()).isTrue();
      // 0.1 ms for the log to say that it has all.
      assertThat(seen.normalSeconds().orElseThrow()).isCloseTo(3.0501, within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource
  void stalls_ofUploads_agreeWithTheClosedForm(DownPolicy policy) {
    for (String name : STACKS.names()) {
      OutageRuns runs = new OutageRuns(STACKS.stack(name), DELAY, OptionalDouble.empty());
      OutageEffect effect = runs.effect(policy);
      for (double outage : new double[] {0.8, 2.3, 7.5}) {
        double simulated = runs.stall(policy, outage).orElseThrow();
        // Writes come every 10 ms into the open window, and the last one before the stall is cut.
        double error = policy == DownPolicy.LOGGED_OPEN ? 0.015 : 1e-6;
        assertThat(simulated)
            .as("%s, %s s", name, outage)
            .isCloseTo(effect.uploadStallSeconds(outage), within(error));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void survival_ofEachKind_agreesWithTheClosedForm(ClientKind kind) {
    Stack windows = STACKS.stack("windows");
    OutageRuns runs = new OutageRuns(windows, DELAY, OptionalDouble.empty());
    for (DownPolicy policy : List.of(DownPolicy.SILENT, DownPolicy.LOGGED_ZERO_WINDOW)) {
      OutageEffect effect = runs.effect(policy);
      for (double outage : new double[] {9.2, 9.4, 100}) { // the last try comes at 9.3 s
        assertThat(runs.run(policy, kind, outage).survived())
            .as("%s %s", policy, outage)
            .isEqualTo(effect.survives(kind.waiting(), outage));
      }
    }
  }

  @Test
  void survivingShare_isThatOfTheMix() {
    Mix mix = new Mix(Map.of(ClientKind.UPLOAD, 0.75, ClientKind.IDLE, 0.25));
    Curves curves =
        SurvivalCurves.of(
            List.of(STACKS.stack("windows")),
            DownPolicy.SILENT,
            mix,
            DELAY,
            OptionalDouble.empty());
    Curves.Line line = curves.lines().get(0);
    for (Curves.Point point : line.computed()) {
      // A quarter does nothing and survives.
      assertThat(point.y()).isCloseTo(point.x() <= 9.3 ? 100 : 25, within(1e-9));
    }
    assertThat(line.simulated()).hasSize(8);
    for (Curves.Point point : line.simulated()) {
      assertThat(point.y()).isCloseTo(point.x() <= 9.3 ? 100 : 25, within(1e-9));
    }
  }

  @Test
  void mix_withoutShares_isRefused() {
    assertThatThrownBy(() -> new Mix(Map.of())).hasMessageContaining("a sum of 1, got 0");
  }

  @Test
  void ladder_showsTheRetriesThatFindNobody() {
    Ladder ladder =
        LadderBuilder.of(
            Seen.of(request(ClientKind.UPLOAD, ServerMode.FT_TCP_COLD, DownPolicy.SILENT)));
    assertThat(ladder.lanes()).containsExactly("client", "wrap (south side)", "server", "log");
    // Written at 2.1011, 2.2011 and 2.3011 s, the loss probe, retries 0.201 and 0.603 s after the
    // first (the third, 1.407 s after it, meets the next machine).
    assertThat(ladder.notes()).filteredOn(note -> note.text().equals("refused")).hasSize(6);
    assertThat(ladder.notes())
        .extracting(Ladder.Note::text)
        .containsSubsequence("crash", "next machine: replay", "in service again");
    assertThat(ladder.spans()).extracting(Ladder.Span::bad).containsExactly(true, false);
    assertThat(ladder.arrows()).extracting(Ladder.Arrow::look).doesNotContain(Ladder.Look.LOST);
  }

  @Test
  void ladder_ofPlainTcp_showsLostRetriesAndTheReset() {
    Ladder ladder =
        LadderBuilder.of(
            Seen.of(request(ClientKind.REQUEST_RESPONSE, ServerMode.PLAIN, DownPolicy.SILENT)));
    // The request, its loss probe and two retries; the third retry is answered by a reset.
    assertThat(ladder.arrows())
        .filteredOn(arrow -> arrow.look() == Ladder.Look.LOST)
        .hasSize(4)
        .allSatisfy(arrow -> assertThat(arrow.label()).isEqualTo("data 4201+200"));
    assertThat(ladder.arrows()).extracting(Ladder.Arrow::label).contains("RST");
  }

  @ParameterizedTest
  @EnumSource
  void ladder_ofEveryKind_fitsOnAPage(ClientKind kind) {
    for (ServerMode mode : ServerMode.values()) {
      Ladder ladder = LadderBuilder.of(Seen.of(request(kind, mode, DownPolicy.ZERO_WINDOW)));
      assertThat(ladder.rowSeconds()).hasSizeBetween(1, 100);
    }
  }
}
