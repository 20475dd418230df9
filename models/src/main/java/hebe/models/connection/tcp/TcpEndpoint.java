package hebe.models.connection.tcp;

import hebe.models.connection.tcp.PacketTrace.Action;
import hebe.models.connection.tcp.PacketTrace.Place;
import hebe.models.connection.tcp.Segment.Kind;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One end of a TCP connection.
 *
 * <p>Every segment with numbers is acknowledged at once; bytes beyond the window are dropped; lost
 * segments are repeated after three duplicates or by the timer, from the first one on. No selective
 * acknowledgements, no delayed acknowledgements, no Nagle's algorithm.
 */
public final class TcpEndpoint implements Socket, RetryTimer.Retrier {
  private final Agenda agenda;
  private final Stack stack;
  private final End end;
  private final SendSide send = new SendSide();
  private final ReceiveSide receive;
  private final Congestion congestion;
  private final RetryTimer timer;
  private final IdleTimer idle;
  private final RoundTrip roundTrip = new RoundTrip();
  private State state = State.CLOSED;
  private long advertisedEdge;

  /** An end that is not open yet. */
  public TcpEndpoint(Agenda agenda, Stack stack, End end) {
    this.agenda = agenda;
    this.stack = stack;
    this.end = end;
    receive = new ReceiveSide(stack.buffers().receive());
    congestion = new Congestion(stack.buffers().segment());
    timer = new RetryTimer(agenda, stack, this);
    idle = new IdleTimer(agenda, stack, this::probe, () -> giveUp(AbortReason.IDLE_PEER_GONE));
  }

  /** Opens the connection with this initial number. */
  public void connect(long initial) {
    send.startAt(initial + 1);
    state = State.OPENING;
    timer.opening(false);
    repeat(RetryTimer.Mode.OPENING);
  }

  /** Waits for a client; the own initial number will be this one. */
  public void listen(long initial) {
    send.startAt(initial + 1);
    state = State.LISTENING;
  }

  /** Ends without a word, as when the machine stops. */
  public void halt() {
    state = State.ENDED;
    timer.stop();
    idle.stop();
  }

  /** Ends with a reset of the peer. */
  public void reset(AbortReason reason) {
    emit(Segment.bare(Kind.RST, send.max(), receive.next(), 0));
    giveUp(reason);
  }

  /** The first number not acknowledged by the peer. */
  public long unacknowledged() {
    return send.una();
  }

  /** The number expected next from the peer. */
  public long expected() {
    return receive.next();
  }

  /** One past the highest number sent. */
  public long highestSent() {
    return send.max();
  }

  /** Whether both streams are over and acknowledged. */
  public boolean finished() {
    return send.allAcked() && receive.endSeen();
  }

  /** Whether it is open, or was closed in good order. */
  public boolean open() {
    return state == State.OPEN;
  }

  /** A segment comes from the peer. */
  public void arrive(Segment segment) {
    end.trace.packet(agenda.now(), end.place, Action.ARRIVED, segment);
    if (state == State.ENDED || state == State.CLOSED) {
      return;
    }
    if (segment.kind() == Kind.RST) {
      if (state == State.OPEN || state == State.OPENING) {
        giveUp(AbortReason.RESET);
      }
      return;
    }
    if (state != State.OPEN) {
      handshake(segment);
    }
    if (state == State.OPEN) {
      hear(segment);
    }
  }

  private void handshake(Segment segment) {
    if (state == State.LISTENING && segment.kind() == Kind.SYN) {
      receive.startAt(segment.end());
      state = State.ACCEPTING;
      timer.opening(true);
      repeat(RetryTimer.Mode.ACCEPTING);
    } else if (state == State.ACCEPTING && segment.kind() == Kind.SYN) {
      repeat(RetryTimer.Mode.ACCEPTING);
    } else if (state == State.ACCEPTING && segment.ack() == send.una()) {
      opened(segment);
    } else if (state == State.OPENING
        && segment.kind() == Kind.SYN_ACK
        && segment.ack() == send.una()) {
      receive.startAt(segment.end());
      opened(segment);
      acknowledge();
    }
  }

  private void opened(Segment segment) {
    state = State.OPEN;
    timer.stop();
    idle.heard();
    send.window(segment, true);
    end.owner.opened();
  }

  private void hear(Segment segment) {
    idle.heard();
    if (segment.kind() == Kind.SYN || segment.kind() == Kind.SYN_ACK) {
      acknowledge(); // the answer to it was lost
      return;
    }
    boolean unsent = segment.ack() > send.max();
    if (!unsent) {
      takeAck(segment);
    }
    if (segment.length() > 0) {
      receive.accept(segment);
    }
    if (segment.length() > 0 || segment.kind() == Kind.PROBE || unsent) {
      acknowledge();
    }
    if (receive.hasUnread()) {
      end.owner.readable();
    }
  }

  private void takeAck(Segment segment) {
    if (segment.ack() < send.una()) {
      return;
    }
    timer.heard();
    long inFlight = send.inFlight();
    long before = send.una();
    boolean wasShut = send.zeroWindow();
    boolean advanced = send.acknowledge(segment.ack());
    send.window(segment, advanced);
    if (advanced) {
      advance(before, inFlight);
    } else if (segment.kind() == Kind.ACK
        && inFlight > 0
        && !wasShut
        && !send.zeroWindow()
        && congestion.duplicate(before, send.max())) {
      repeatFirst();
    }
    pump();
    if (advanced) {
      end.owner.writable();
    }
  }

  private void advance(long before, long inFlight) {
    roundTrip.acknowledged(send.una(), agenda.now()).ifPresent(timer::sample);
    timer.advanced();
    if (send.inFlight() > 0) {
      timer.restart();
    } else {
      timer.stop();
    }
    if (congestion.acknowledged(send.una(), send.una() - before, inFlight) && send.inFlight() > 0) {
      repeatFirst();
    }
  }

  /** Sends what window and congestion allow. */
  private void pump() {
    if (state != State.OPEN) {
      return;
    }
    Optional<Segment> segment = next();
    while (segment.isPresent()) {
      emitData(segment.get());
      segment = next();
    }
    if (send.inFlight() > 0) {
      timer.data();
    } else if (send.shut()) {
      timer.persist();
    } else {
      timer.stop();
    }
  }

  private Optional<Segment> next() {
    long highest = send.max();
    Optional<Segment> segment = send.poll(stack.buffers().segment(), congestion.window());
    if (segment.isPresent() && send.max() > highest) {
      roundTrip.sent(send.max(), agenda.now());
    } else if (segment.isPresent()) {
      roundTrip.repeated();
    }
    return segment;
  }

  private Segment repeatFirst() {
    roundTrip.repeated();
    Segment first = send.first(stack.buffers().segment());
    emitData(first);
    return first;
  }

  @Override
  public void repeat(RetryTimer.Mode mode) {
    switch (mode) {
      case OPENING -> emit(Segment.bare(Kind.SYN, send.una() - 1, 0, receive.window()));
      case ACCEPTING -> acknowledgeWith(Kind.SYN_ACK, send.una() - 1);
      case PERSIST -> probe();
      case LOSS_PROBE -> {
        roundTrip.repeated();
        emitData(send.last(stack.buffers().segment()));
      }
      case DATA -> {
        Segment first = repeatFirst();
        congestion.timeout(send.inFlight(), send.max(), first.length());
        send.goBackTo(first.end());
      }
      case IDLE -> throw new IllegalStateException("a timer that is not set expired");
    }
  }

  @Override
  public boolean zeroWindow() {
    return send.zeroWindow();
  }

  @Override
  public void giveUp(AbortReason reason) {
    halt();
    end.owner.aborted(reason);
  }

  private void probe() {
    acknowledgeWith(Kind.PROBE, send.una() - 1);
  }

  private void acknowledge() {
    acknowledgeWith(Kind.ACK, send.max());
  }

  private void acknowledgeWith(Kind kind, long seq) {
    emit(Segment.bare(kind, seq, receive.next(), receive.window()));
  }

  private void emitData(Segment segment) {
    emit(segment.translated(segment.seq(), receive.next(), receive.window()));
  }

  private void emit(Segment segment) {
    advertisedEdge = receive.next() + receive.window();
    end.trace.packet(agenda.now(), end.place, Action.SENT, segment);
    end.wire.accept(segment);
  }

  @Override
  public Optional<Read> read(int most) {
    Optional<Read> read = receive.read(most);
    long gain = receive.next() + receive.window() - advertisedEdge;
    Stack.Buffers buffers = stack.buffers();
    if (state == State.OPEN && gain >= Math.min(2L * buffers.segment(), buffers.receive() / 2)) {
      acknowledge();
    }
    return read;
  }

  /** Whether all that was written is acknowledged. */
  public boolean nothingHeld() {
    return send.held() == 0;
  }

  @Override
  public int room() {
    return state == State.OPEN ? (int) Math.max(0, stack.buffers().send() - send.held()) : 0;
  }

  @Override
  public void write(Payload payload, int length) {
    if (length > room() || length < 1 || send.closed()) {
      throw new IllegalStateException("a write of " + length + " bytes into a room of " + room());
    }
    send.write(payload, length);
    pump();
  }

  @Override
  public void close() {
    if (!send.closed()) {
      send.close();
      pump();
    }
  }

  /**
   * Where an end stands.
   *
   * @param place its name in the trace
   * @param trace who is told of its segments
   * @param wire takes what it sends
   * @param owner its application
   */
  public record End(Place place, PacketTrace trace, Consumer<Segment> wire, Owner owner) {}

  private enum State {
    CLOSED,
    LISTENING,
    OPENING,
    ACCEPTING,
    OPEN,
    ENDED
  }
}
