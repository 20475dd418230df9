package hebe.models.connection.server;

import hebe.models.connection.tcp.Socket;
import hebe.models.connection.tcp.TcpEndpoint;
import java.util.function.Consumer;

/** One life of the service's machine: its TCP and its program, until both stop. */
public final class ServerLife implements Socket.Owner {
  private final int number;
  private final TcpEndpoint tcp;
  private final ServerProcess process;
  private final Consumer<Socket.AbortReason> aborted;
  private boolean halted;

  /** A life with this number. */
  public ServerLife(int number, Builder builder, Consumer<Socket.AbortReason> aborted) {
    this.number = number;
    this.aborted = aborted;
    tcp = builder.tcp(this);
    process = builder.process(tcp, number);
  }

  /** Its number; the first is 0. */
  public int number() {
    return number;
  }

  /** Its TCP. */
  public TcpEndpoint tcp() {
    return tcp;
  }

  /** Its program. */
  public ServerProcess process() {
    return process;
  }

  /** Whether it has stopped. */
  public boolean halted() {
    return halted;
  }

  /** Stops at once and says nothing more. */
  public void halt() {
    halted = true;
    tcp.halt();
    process.stop();
  }

  @Override
  public void opened() {
    process.wake();
  }

  @Override
  public void readable() {
    process.wake();
  }

  @Override
  public void writable() {
    process.wake();
  }

  @Override
  public void aborted(Socket.AbortReason reason) {
    process.stop();
    aborted.accept(reason);
  }

  /** Makes the parts of a life. */
  public interface Builder {
    /** Its TCP, which tells this owner. */
    TcpEndpoint tcp(Socket.Owner owner);

    /** Its program on top of that TCP. */
    ServerProcess process(TcpEndpoint tcp, int number);
  }
}
