package hebe.models.connection.server;

import hebe.models.connection.tcp.Agenda;
import hebe.models.connection.tcp.Payload;
import hebe.models.connection.tcp.Socket;
import java.util.Optional;
import java.util.function.Supplier;

/** The program at work: writes what is due, then reads on; one thing at a time. */
public final class ServerProcess {
  private static final int WRITE_BYTES = 16384;

  private final Service service;
  private final Socket socket;
  private final Supplier<Costs> costs;
  private final int life;
  private final Agenda.Alarm work;
  private Runnable pending = () -> {};
  private ApplicationState state;
  private boolean stopped;
  private boolean closed;

  /** A program in this state; costs are asked for before each piece of work. */
  public ServerProcess(
      Agenda agenda,
      Service service,
      Socket socket,
      Supplier<Costs> costs,
      ApplicationState state,
      int life) {
    this.service = service;
    this.socket = socket;
    this.costs = costs;
    this.life = life;
    this.state = state;
    work = agenda.alarm(this::worked);
  }

  /** What it knows. */
  public ApplicationState state() {
    return state;
  }

  /** Goes on as far as it can. */
  public void wake() {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = !stopped && !work.isSet() && step();
    }
  }

  /** Stops for ever: a crash, or a program that hangs. */
  public void stop() {
    stopped = true;
    work.cancel();
  }

  private boolean step() {
    long due = service.dueBytes(state.inputBytes()) - state.outputBytes();
    if (due > 0) {
      return write(due);
    }
    if (!state.inputEnded()) {
      Optional<Socket.Read> read = socket.read(service.mostAt(state.inputBytes()));
      read.ifPresent(this::take);
      return read.isPresent();
    }
    if (!closed) {
      closed = true;
      socket.close();
    }
    return false;
  }

  private boolean write(long due) {
    int length = (int) Math.min(Math.min(socket.room(), WRITE_BYTES), due);
    if (length > 0) {
      spend(costs.get().writeSeconds(length), () -> put(length));
    }
    return length > 0;
  }

  private void put(int length) {
    long offset = state.outputBytes();
    state = state.withOutput(offset + length);
    socket.write(new Payload(offset, state.history()), length);
  }

  private void take(Socket.Read read) {
    if (!read.end() && read.payload().offset() != state.inputBytes()) {
      throw new IllegalStateException(
          "the service read position "
              + read.payload().offset()
              + " of its input where "
              + state.inputBytes()
              + " was due");
    }
    spend(
        costs.get().readSeconds(read.length()),
        () -> state = state.afterRead(read.length(), service, life));
  }

  private void spend(double seconds, Runnable then) {
    if (seconds == 0) {
      then.run();
    } else {
      pending = then;
      work.set(seconds);
    }
  }

  private void worked() {
    pending.run();
    wake();
  }
}
