package hebe.scenarios.connection;

import hebe.models.connection.server.Machine;
import hebe.models.connection.tcp.Segment;
import java.util.Locale;

/** A segment in a few words; numbers count from the begin of the stream. */
final class SegmentText {
  /** The initial number of the client in all runs. */
  private static final long CLIENT_INITIAL = 10_000;

  private static final long FIRST = Machine.initialNumber(0);
  private static final long STEP = Machine.initialNumber(1) - FIRST;

  private SegmentText() {}

  static String of(Segment segment, boolean fromClient) {
    long seq = fromClient ? client(segment.seq()) : server(segment.seq());
    String ack = "ack " + (fromClient ? server(segment.ack()) : client(segment.ack()));
    String shut = segment.window() == 0 ? ", window 0" : "";
    return switch (segment.kind()) {
      case DATA -> "data " + seq + "+" + segment.length();
      case ACK -> ack + shut;
      case PROBE -> "probe";
      case SYN -> "SYN " + seq;
      case SYN_ACK -> "SYN-ACK, " + ack;
      case FIN, RST -> segment.kind().name().toUpperCase(Locale.ROOT);
    };
  }

  private static long client(long number) {
    return number - CLIENT_INITIAL;
  }

  /** Each life of the server counts from its own initial number. */
  private static long server(long number) {
    return number < FIRST ? number : (number - FIRST) % STEP;
  }
}
