package hebe.models.connection;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.connection.tcp.PacketTrace;
import hebe.models.connection.tcp.Segment;
import hebe.models.connection.tcp.Segment.Kind;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.connection.wrap.Wrap;
import hebe.models.connection.wrap.WrapState;
import hebe.models.connection.wrap.WrapView;
import java.util.Optional;

/** Asserts what must hold, on every segment and after every event. */
final class Invariants implements PacketTrace {
  private final DownPolicy policy;
  private Optional<ConnectionSimulation> run = Optional.empty();
  private long edge = Long.MIN_VALUE;
  private long life;
  private WrapView last;
  long checks;
  long movedLeft;

  Invariants(DownPolicy policy) {
    this.policy = policy;
  }

  void watch(ConnectionSimulation simulation) {
    run = Optional.of(simulation);
  }

  private WrapView view() {
    return run.orElseThrow().wrap().orElseThrow().view();
  }

  @Override
  public void packet(double timeSeconds, Place place, Action action, Segment segment) {
    if (place == Place.WRAP && action == Action.SENT) {
      leaves(segment);
    }
    if (place == Place.SERVER && action == Action.SENT) {
      long of = segment.seq() / 7_000_003;
      check("8: one server at a time", of >= life);
      life = of;
    }
  }

  private void leaves(Segment segment) {
    WrapView now = view();
    boolean down = now.state() == WrapState.DOWN || now.state() == WrapState.REPLAY;
    check("1: acknowledged is stable", now.logFailed() || segment.ack() <= now.stableSeq());
    boolean output = segment.kind() == Kind.DATA || segment.kind() == Kind.FIN;
    check("4: no output before its reads", !output || now.unstableReads() == 0);
    check("7: no reset", segment.kind() != Kind.RST);
    check("7: nothing of a stack that fails or replays", !down || !output);
    if (segment.rightEdge() < edge) {
      boolean shuts = policy == DownPolicy.ZERO_WINDOW || policy == DownPolicy.LOGGED_ZERO_WINDOW;
      check("3: the right edge stays", down && shuts && segment.window() == 0);
      movedLeft++;
    }
    edge = Math.max(edge, segment.rightEdge());
  }

  /** After every event. */
  void after(ConnectionSimulation simulation) {
    Wrap wrap = simulation.wrap().orElseThrow();
    WrapView now = wrap.view();
    if (now.state() == WrapState.NEW) {
      return;
    }
    long expected = simulation.client().expected();
    if (expected > 0) {
      check("2: server_seq <= rcv_nxt", now.serverSeq() <= expected);
      check("2: rcv_nxt <= sent_seq", expected <= now.sentSeq());
    }
    if (last != null) {
      check("2: server_seq grows", now.serverSeq() >= last.serverSeq());
      check("2: stable_seq grows", now.stableSeq() >= last.stableSeq());
      check("2: sent_seq grows", now.sentSeq() >= last.sentSeq());
    }
    check("5: the same bytes", now.corruptions() == 0);
    check("13: conservation", wrap.log().account().held() == wrap.log().recount());
    last = now;
  }

  private void check(String what, boolean holds) {
    checks++;
    if (!holds) {
      assertThat(view().toString()).as(what).isEmpty();
    }
  }
}
