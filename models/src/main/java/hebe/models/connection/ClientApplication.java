package hebe.models.connection;

import hebe.models.connection.server.Service;
import hebe.models.connection.tcp.Agenda;
import hebe.models.connection.tcp.Payload;
import hebe.models.connection.tcp.Socket;
import hebe.models.connection.tcp.TcpEndpoint;
import java.util.Optional;
import java.util.function.Consumer;

/** The program on the client's side; it checks that what it reads is what was written, in order. */
final class ClientApplication implements Socket.Owner {
  private static final int READ_BYTES = 65536;

  private final Agenda agenda;
  private final Workload workload;
  private final Service service;
  private final StallMeter meter;
  private final Consumer<Optional<Socket.AbortReason>> over;
  private final Agenda.Alarm pace;
  private final Agenda.Alarm patience;
  private Optional<TcpEndpoint> tcp = Optional.empty();
  private int exchange; // the one at hand, or the number of exchanges
  private long written;
  private long received;
  private boolean ended;
  private boolean thinks;

  ClientApplication(
      Agenda agenda,
      Workload workload,
      Service service,
      StallMeter meter,
      Consumer<Optional<Socket.AbortReason>> over) {
    this.agenda = agenda;
    this.workload = workload;
    this.service = service;
    this.meter = meter;
    this.over = over;
    pace = agenda.alarm(this::write);
    patience = agenda.alarm(this::losePatience);
  }

  void connect(TcpEndpoint endpoint, long initial) {
    tcp = Optional.of(endpoint);
    progress(false);
    endpoint.connect(initial);
  }

  private void losePatience() {
    ended = true;
    tcp.orElseThrow().reset(Socket.AbortReason.APPLICATION_TIMED_OUT);
  }

  /** Bytes of responses so far. */
  long received() {
    return received;
  }

  /** Responses that came whole. */
  int responses() {
    return service.responseBytes() == 0 ? exchange : (int) (received / service.responseBytes());
  }

  private void progress(boolean newBytes) {
    meter.progress(agenda.now(), newBytes);
    renewPatience();
  }

  /** Its time-out begins, if it waits for the server; thinking and pausing are no waiting. */
  private void renewPatience() {
    if (workload.timeoutSeconds().isPresent() && waits()) {
      patience.set(workload.timeoutSeconds().getAsDouble());
    } else {
      patience.cancel();
    }
  }

  private boolean waits() {
    boolean more = exchange < workload.exchanges();
    boolean pauses =
        more
            && workload.writeEverySeconds() > 0
            && written > exchange * service.requestBytes()
            && written < (exchange + 1L) * service.requestBytes()
            && tcp.orElseThrow().nothingHeld();
    return !ended && !thinks && !pauses && (more || workload.closes());
  }

  @Override
  public void opened() {
    progress(false);
    begin();
  }

  private void begin() {
    meter.waits(agenda.now());
    thinks = false;
    renewPatience();
    if (exchange < workload.exchanges()) {
      write();
    } else if (workload.closes()) {
      tcp.orElseThrow().close();
    }
  }

  private void write() {
    Socket socket = tcp.orElseThrow();
    long left = (exchange + 1L) * service.requestBytes() - written;
    int length = (int) Math.min(Math.min(left, workload.writeBytes()), socket.room());
    boolean paced = workload.writeEverySeconds() > 0;
    if (exchange < workload.exchanges() && length > 0) {
      boolean first = tcp.orElseThrow().nothingHeld();
      written += length;
      socket.write(new Payload(written - length, 0), length);
      if (first) {
        renewPatience();
      }
    }
    if (paced && left > length && exchange < workload.exchanges()) {
      pace.set(workload.writeEverySeconds());
    }
    if (left == length && service.responseBytes() == 0) {
      next();
    }
  }

  private void next() {
    exchange++;
    thinks = workload.thinkSeconds() > 0 && exchange < workload.exchanges();
    progress(false);
    if (thinks) {
      agenda.after(workload.thinkSeconds(), this::begin);
    } else {
      begin();
    }
  }

  @Override
  public void writable() {
    progress(false);
    boolean more = written < (exchange + 1L) * service.requestBytes();
    if (exchange < workload.exchanges() && workload.writeEverySeconds() == 0 && more) {
      write();
    }
  }

  @Override
  public void readable() {
    Optional<Socket.Read> read = tcp.orElseThrow().read(READ_BYTES);
    while (read.isPresent()) {
      take(read.get());
      read = tcp.orElseThrow().read(READ_BYTES);
    }
  }

  private void take(Socket.Read read) {
    if (read.end()) {
      ended = true;
      patience.cancel();
      over.accept(Optional.empty());
      return;
    }
    if (read.payload().offset() != received) {
      throw new IllegalStateException(
          "the client read position "
              + read.payload().offset()
              + " where "
              + received
              + " was due");
    }
    received += read.length();
    progress(true);
    while (exchange < workload.exchanges()
        && received >= (exchange + 1L) * service.responseBytes()
        && service.responseBytes() > 0
        && written >= (exchange + 1L) * service.requestBytes()) {
      next();
    }
  }

  @Override
  public void aborted(Socket.AbortReason reason) {
    ended = true;
    pace.cancel();
    patience.cancel();
    over.accept(Optional.of(reason));
  }
}
