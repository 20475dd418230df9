package hebe.models.connection.wrap;

import hebe.models.connection.server.Machine;
import hebe.models.connection.server.ServerLife;
import hebe.models.connection.server.ServerProcess;
import hebe.models.connection.tcp.Segment;
import hebe.models.connection.tcp.Socket;
import hebe.models.connection.tcp.TcpEndpoint;
import java.util.Optional;

/** The lives of the server behind one wrap, one at a time. */
final class Lives {
  private final Machine machine;
  private final Listener listener;
  private Optional<ServerLife> life = Optional.empty();
  private Optional<NorthSide> north = Optional.empty();
  private int begun;
  private long swallowed;
  private int replayed;

  Lives(Machine machine, Listener listener) {
    this.machine = machine;
    this.listener = listener;
  }

  /** Ends the present life and begins the next, which listens. */
  ServerLife begin(Restart restart) {
    halt();
    int number = begun++;
    Parts parts = new Parts(restart);
    ServerLife next = new ServerLife(number, parts, reason -> listener.serverGaveUp());
    life = Optional.of(next);
    next.tcp().listen(Machine.initialNumber(number));
    return next;
  }

  void halt() {
    life.ifPresent(ServerLife::halt);
    north.ifPresent(
        side -> {
          swallowed += side.swallowed();
          replayed += side.replayed();
        });
    life = Optional.empty();
    north = Optional.empty();
  }

  Optional<ServerLife> present() {
    return life;
  }

  boolean is(ServerLife other) {
    return life.filter(present -> present == other).isPresent();
  }

  boolean caughtUp() {
    return north.filter(NorthSide::caughtUp).isPresent();
  }

  /** Bytes of output that were produced again and swallowed, in all lives. */
  long swallowedBytes() {
    return swallowed + north.map(NorthSide::swallowed).orElse(0L);
  }

  /** Reads that were repeated, in all lives. */
  int replayedReads() {
    return replayed + north.map(NorthSide::replayed).orElse(0);
  }

  private final class Parts implements ServerLife.Builder {
    private final Restart restart;

    Parts(Restart restart) {
      this.restart = restart;
    }

    @Override
    public TcpEndpoint tcp(Socket.Owner owner) {
      return machine.tcp(listener::fromServer, owner);
    }

    @Override
    public ServerProcess process(TcpEndpoint tcp, int number) {
      NorthSide side = new NorthSide(tcp, restart, listener::serverRead, listener::progressed);
      north = Optional.of(side);
      return new ServerProcess(
          machine.agenda(),
          machine.service(),
          side,
          () -> listener.repeating() ? machine.replayCosts() : machine.service().costs(),
          restart.state(),
          number);
    }
  }

  /** What the present life tells its wrap. */
  interface Listener {
    /** A segment leaves its TCP. */
    void fromServer(Segment segment);

    /** Its program has read so many bytes, which were not logged before. */
    void serverRead(int length);

    /** Its program got on. */
    void progressed();

    /** Whether it repeats what was logged. */
    boolean repeating();

    /** Its TCP holds the client for gone. */
    void serverGaveUp();
  }
}
