package hebe.models.connection.tcp;

import hebe.models.catalog.Published;
import hebe.models.connection.tcp.PacketTrace.Action;
import hebe.models.connection.tcp.PacketTrace.Place;
import hebe.sim.random.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Two ends and the path between them, without a wrap. */
final class Wire implements PacketTrace {
  static final Stack LINUX = Stacks.load(Published.ftTcp()).stack("linux");

  final Agenda agenda = new Agenda(() -> {});
  final TcpEndpoint client;
  final TcpEndpoint server;
  final List<Double> clientSends = new ArrayList<>();
  final Party clientOwner = new Party();
  final Party serverOwner = new Party();
  boolean cut;

  Wire(Stack stack, LinkSettings settings, long seed) {
    Streams streams = new Streams(seed, 0, 2);
    streams.open(0, "up");
    streams.open(1, "down");
    client =
        new TcpEndpoint(
            agenda, stack, new TcpEndpoint.End(Place.CLIENT, this, s -> up(s), clientOwner));
    server =
        new TcpEndpoint(
            agenda, stack, new TcpEndpoint.End(Place.SERVER, this, s -> down(s), serverOwner));
    up =
        new Link(
            agenda, settings, () -> streams.nextUniform(0), Place.UPLINK, this, this::toServer);
    down =
        new Link(
            agenda, settings, () -> streams.nextUniform(1), Place.DOWNLINK, this, this::toClient);
    clientOwner.socket = client;
    serverOwner.socket = server;
    server.listen(9000);
  }

  private final Link up;
  private final Link down;

  private void up(Segment segment) {
    up.send(segment);
  }

  private void down(Segment segment) {
    down.send(segment);
  }

  private void toServer(Segment segment) {
    if (!cut) {
      server.arrive(segment);
    }
  }

  private void toClient(Segment segment) {
    if (!cut) {
      client.arrive(segment);
    }
  }

  @Override
  public void packet(double timeSeconds, Place place, Action action, Segment segment) {
    if (place == Place.CLIENT && action == Action.SENT) {
      clientSends.add(timeSeconds);
    }
  }

  static RtoRule known(double seconds) {
    return new RtoRule(1, 0, 0.2, 120, OptionalDouble.of(seconds));
  }

  /** An application that reads all and writes what it is told as there is room. */
  static final class Party implements Socket.Owner {
    Socket socket;
    long toWrite;
    long written;
    long readBytes;
    boolean paused;
    boolean inOrder = true;
    boolean ended;
    final List<Socket.AbortReason> aborts = new ArrayList<>();

    @Override
    public void opened() {
      writable();
    }

    @Override
    public void readable() {
      while (!paused) {
        var read = socket.read(1000);
        if (read.isEmpty()) {
          return;
        }
        inOrder &= read.get().end() || read.get().payload().offset() == readBytes;
        ended |= read.get().end();
        readBytes += read.get().length();
      }
    }

    @Override
    public void writable() {
      int length = (int) Math.min(socket.room(), toWrite - written);
      if (length > 0) {
        written += length;
        socket.write(new Payload(written - length, 7), length);
      }
      if (written == toWrite && toWrite > 0) {
        socket.close();
      }
    }

    @Override
    public void aborted(Socket.AbortReason reason) {
      aborts.add(reason);
    }
  }
}
