package hebe.models.connection.wrap;

import hebe.models.connection.tcp.Payload;
import hebe.models.connection.tcp.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The side of the wrap between the program and the server's TCP: it reports the length of every
 * read; after a failure it first gives the program the logged bytes in the logged lengths, then
 * what is in the log beyond the last read, then what comes through TCP, and swallows output that
 * the client has.
 */
final class NorthSide implements Socket {
  private final Socket tcp;
  private final IntConsumer readHappened;
  private final Runnable progressed;
  private final Deque<Integer> replay;
  private final Feed feed;
  private final long swallowTo;
  private long fed;
  private long produced;
  private long swallowed;
  private int replayed;

  /** Over a TCP that expects what follows the feed. */
  NorthSide(Socket tcp, Restart restart, IntConsumer readHappened, Runnable progressed) {
    this.tcp = tcp;
    this.readHappened = readHappened;
    this.progressed = progressed;
    replay = new ArrayDeque<>(restart.lengths());
    feed = restart.feed();
    swallowTo = restart.swallowTo();
    fed = restart.state().inputBytes();
    produced = restart.state().outputBytes();
  }

  /** Whether the program is past all logged reads and all output that is swallowed. */
  boolean caughtUp() {
    return replay.isEmpty() && produced >= swallowTo;
  }

  /** Bytes of output that were swallowed. */
  long swallowed() {
    return swallowed;
  }

  /** Reads that were given from the log again. */
  int replayed() {
    return replayed;
  }

  @Override
  public Optional<Read> read(int most) {
    if (!replay.isEmpty()) {
      int length = replay.removeFirst();
      replayed++;
      if (length > most) {
        throw new IllegalStateException("a logged read is longer than the program asks for");
      }
      return Optional.of(length == 0 ? Read.END : fromLog(length));
    }
    progressed.run();
    Optional<Read> read = fed < feed.end() ? Optional.of(beyondReads(most)) : tcp.read(most);
    read.ifPresent(one -> readHappened.accept(one.length()));
    return read;
  }

  private Read beyondReads(int most) {
    if (fed == feed.dataEnd()) {
      fed = feed.end();
      return Read.END;
    }
    return fromLog((int) Math.min(most, feed.dataEnd() - fed));
  }

  private Read fromLog(int length) {
    fed += length;
    return new Read(new Payload(fed - length, 0), length);
  }

  @Override
  public int room() {
    long below = swallowTo - produced;
    return below > 0 ? (int) Math.min(Integer.MAX_VALUE, below) : tcp.room();
  }

  @Override
  public void write(Payload payload, int length) {
    boolean known = produced < swallowTo;
    produced += length;
    if (known) {
      swallowed += length;
    } else {
      tcp.write(payload, length);
    }
    progressed.run();
  }

  @Override
  public void close() {
    if (produced < swallowTo) {
      produced++; // the client has the end of the stream, which takes one number
      progressed.run();
    } else {
      progressed.run();
      tcp.close();
    }
  }

  /**
   * What of the input is in the log when the next life begins.
   *
   * @param dataEnd one past the last byte
   * @param end the position that the new TCP expects: dataEnd, or one more with the end of the
   *     stream
   */
  record Feed(long dataEnd, long end) {}
}
