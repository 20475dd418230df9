package hebe.models.connection.wrap;

import hebe.models.connection.server.ApplicationState;
import hebe.models.connection.server.Service;
import hebe.models.connection.tcp.Ranges;
import hebe.models.connection.tcp.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the log holds of one connection: the input from the truncation point on, the lengths of the
 * reads, and the state that the program had at the truncation point.
 *
 * <p>Positions are offsets in the client's stream, from 0; the end of the stream takes one. Bytes
 * in = bytes freed + bytes held, always.
 */
public final class ConnectionLog {
  private final LogChannel channel;
  private final LogSettings settings;
  private final Service service;
  private final Ranges sent = new Ranges();
  private final Ranges confirmed = new Ranges();
  private final List<ReadRecord> reads = new ArrayList<>();
  private ApplicationState start = ApplicationState.START;
  private OptionalLong end = OptionalLong.empty();
  private long outputHeldByClient;
  private boolean closed;
  private final Account account = new Account();

  /** An empty log. */
  public ConnectionLog(LogChannel channel, LogSettings settings, Service service) {
    this.channel = channel;
    this.settings = settings;
    this.service = service;
  }

  /** Logs the initial numbers. */
  public void open(Runnable confirmation) {
    channel.append(
        settings.fixedBytes(),
        () -> {
          account.in(settings.fixedBytes() - account.in()); // again, if the first server is gone
          confirmation.run();
        });
  }

  /** Logs what is new in a segment whose first number stands at this position. */
  public void input(long position, Segment segment, Runnable confirmation) {
    long to = position + segment.length();
    if (sent.covers(position, to)) {
      return;
    }
    if (segment.kind() == Segment.Kind.DATA && segment.payload().offset() != position) {
      throw new IllegalStateException(
          "byte " + segment.payload().offset() + " of the client came as byte " + position);
    }
    sent.add(position, to);
    channel.append(
        segment.length(),
        () -> {
          account.in(confirmed.missing(position, to));
          confirmed.add(position, to);
          if (segment.kind() == Segment.Kind.FIN) {
            end = OptionalLong.of(position);
          }
          confirmation.run();
        });
  }

  /** Logs the length of a read; 0 is the end. */
  public void read(int length, double nowSeconds, Runnable confirmation) {
    channel.append(
        settings.readRecordBytes(),
        () -> {
          account.in(settings.readRecordBytes());
          reads.add(new ReadRecord(length, nowSeconds));
          truncate(outputHeldByClient);
          confirmation.run();
        });
  }

  /** The client has so many bytes of the output: what they needed can go. */
  public void acknowledged(long outputBytes) {
    outputHeldByClient = outputBytes;
    truncate(outputBytes);
  }

  /** Calls back once all that was appended before is confirmed. */
  public void drained(Runnable then) {
    channel.append(0, then);
  }

  /** The first position that is not in the log. */
  public long stable() {
    return confirmed.firstMissing(0);
  }

  /**
   * Forgets what lies beyond a gap: the next TCP is told that it expects the gap, and would never
   * see what is known to be logged behind it. The client still has these bytes.
   */
  public void forgetBeyondGap() {
    long before = confirmed.size();
    sent.cut(stable());
    confirmed.cut(stable());
    account.free(before - confirmed.size());
    if (end.isPresent() && end.getAsLong() >= stable()) {
      end = OptionalLong.empty();
    }
  }

  /** Where the client's stream ends, if its end is in the log. */
  public OptionalLong end() {
    return end;
  }

  /** The reads from the truncation point on. */
  public List<ReadRecord> reads() {
    return java.util.Collections.unmodifiableList(reads);
  }

  /** The program's state at the truncation point. */
  public ApplicationState start() {
    return start;
  }

  /** The program's state after the first {@code count} of {@link #reads}. */
  public ApplicationState stateAfter(int count, int life) {
    ApplicationState state = start;
    for (ReadRecord read : reads.subList(0, count)) {
      state = state.afterRead(read.length(), service, life);
    }
    return state;
  }

  /** Frees all: the connection is over. */
  public void close() {
    closed = true;
    account.free(account.held());
  }

  /** What is held, counted anew: state, input from the truncation point on, records of reads. */
  public long recount() {
    if (account.in() == 0 || closed) {
      return 0;
    }
    long input = confirmed.size() - start.inputBytes();
    return settings.fixedBytes() + input + (long) reads.size() * settings.readRecordBytes();
  }

  /** What went in, what was freed, what is held. */
  public Account account() {
    return account;
  }

  /**
   * Truncates at the last boundary that the program has read up to and all whose output the client
   * has.
   */
  private void truncate(long outputBytes) {
    if (!settings.truncates() || service.responseBytes() == 0) {
      return;
    }
    long position = start.inputBytes();
    long boundary = position;
    int reached = 0;
    for (int i = 0; i < reads.size(); i++) {
      position += reads.get(i).length();
      boolean atBoundary = position % service.boundaryBytes() == 0 && reads.get(i).length() > 0;
      if (atBoundary && service.dueBytes(position) <= outputBytes) {
        boundary = position;
        reached = i + 1;
      }
    }
    if (reached > 0) {
      account.free(boundary - start.inputBytes() + (long) reached * settings.readRecordBytes());
      reads.subList(0, reached).clear();
      start = ApplicationState.atBoundary(boundary, service.dueBytes(boundary));
    }
  }

  /**
   * A read of the program.
   *
   * @param length its bytes; 0 for the end of the stream
   * @param atSeconds when it happened
   */
  public record ReadRecord(int length, double atSeconds) {}

  /** Bytes of the log. */
  public static final class Account {
    private long in;
    private long freed;
    private long peak;

    private void in(long bytes) {
      in += bytes;
      peak = Math.max(peak, held());
    }

    private void free(long bytes) {
      freed += bytes;
    }

    /** All that ever went in. */
    public long in() {
      return in;
    }

    /** All that was freed. */
    public long freed() {
      return freed;
    }

    /** What is there now. */
    public long held() {
      return in - freed;
    }

    /** The most that ever was. */
    public long peak() {
      return peak;
    }
  }
}
