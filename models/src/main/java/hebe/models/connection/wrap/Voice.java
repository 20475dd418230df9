package hebe.models.connection.wrap;

import hebe.models.connection.server.Machine;
import hebe.models.connection.tcp.PacketTrace.Action;
import hebe.models.connection.tcp.PacketTrace.Place;
import hebe.models.connection.tcp.Segment;
import hebe.models.connection.tcp.Segment.Kind;
import java.util.function.Consumer;

/**
 * What a wrap says to the client: never an acknowledgement of what is not in the log while the log
 * works, never an earlier right edge but where the policy shuts the window.
 */
final class Voice {
  private final Machine machine;
  private final DownPolicy policy;
  private final Numbers numbers;
  private final ConnectionLog log;
  private final LogChannel channel;
  private final Consumer<Segment> toClient;
  private final OutputHistory history = new OutputHistory();
  private int corruptions;

  Voice(
      Machine machine,
      DownPolicy policy,
      Numbers numbers,
      ConnectionLog log,
      LogChannel channel,
      Consumer<Segment> toClient) {
    this.machine = machine;
    this.policy = policy;
    this.numbers = numbers;
    this.log = log;
    this.channel = channel;
    this.toClient = toClient;
  }

  /** The first number of the client that is not in the log. */
  long stableNumber() {
    return numbers.clientNumber(log.stable());
  }

  /** Whether more can be acknowledged than was. */
  boolean owesAck() {
    return numbers.ackWire() < ackNow();
  }

  private long ackNow() {
    long stable = channel.failed() ? numbers.serverAck() : stableNumber();
    return Math.max(numbers.ackWire(), Math.min(numbers.serverAck(), stable));
  }

  void ack() {
    say(Segment.bare(Kind.ACK, numbers.sentSeq(), ackNow(), window(ackNow())));
  }

  void synAck() {
    say(Segment.bare(Kind.SYN_ACK, numbers.serverInitial(), ackNow(), window(ackNow())));
  }

  /** What the policy has for a client whose server is down. */
  void down() {
    long ack = policy.logs() ? Math.max(numbers.ackWire(), stableNumber()) : numbers.ackWire();
    boolean open = policy == DownPolicy.LOGGED_OPEN;
    say(Segment.bare(Kind.ACK, numbers.sentSeq(), ack, open ? window(ack) : 0));
  }

  /** A segment of the server, under this number. */
  void pass(Segment segment, long seq) {
    if (segment.kind() == Kind.DATA && !history.matches(segment.payload(), segment.length())) {
      corruptions++;
    }
    say(segment.translated(seq, ackNow(), window(ackNow())));
  }

  /** A reset: from a server that knows nothing of this connection. */
  void reset(Segment answered) {
    toClient.accept(Segment.bare(Kind.RST, answered.ack(), answered.end(), 0));
  }

  /** Segments that differed from what was sent at their place before. */
  int corruptions() {
    return corruptions;
  }

  private long window(long ack) {
    return Math.max(0, numbers.edge() - ack);
  }

  private void say(Segment segment) {
    numbers.sent(segment);
    machine.trace().packet(machine.agenda().now(), Place.WRAP, Action.SENT, segment);
    toClient.accept(segment);
  }
}
