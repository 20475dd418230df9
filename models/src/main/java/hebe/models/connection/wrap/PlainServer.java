package hebe.models.connection.wrap;

import hebe.models.connection.server.ApplicationState;
import hebe.models.connection.server.Machine;
import hebe.models.connection.server.ServerLife;
import hebe.models.connection.server.ServerProcess;
import hebe.models.connection.tcp.Segment;
import hebe.models.connection.tcp.Segment.Kind;
import hebe.models.connection.tcp.Socket;
import hebe.models.connection.tcp.TcpEndpoint;
import java.util.function.Consumer;

/**
 * A server without a wrap: while its machine is down nobody answers, and the next machine knows
 * nothing of the connections of the last one and resets them.
 */
public final class PlainServer implements ServerSide {
  private final Consumer<Segment> toClient;
  private final ServerLife life;
  private final long initial;
  private boolean successor;

  /** A server that waits for a client. */
  public PlainServer(Machine machine, Consumer<Segment> toClient) {
    this.toClient = toClient;
    initial = Machine.initialNumber(0);
    ServerLife.Builder parts =
        new ServerLife.Builder() {
          @Override
          public TcpEndpoint tcp(Socket.Owner owner) {
            return machine.tcp(toClient, owner);
          }

          @Override
          public ServerProcess process(TcpEndpoint tcp, int number) {
            return new ServerProcess(
                machine.agenda(),
                machine.service(),
                tcp,
                machine.service()::costs,
                ApplicationState.START,
                number);
          }
        };
    life = new ServerLife(0, parts, reason -> {});
    life.tcp().listen(initial);
  }

  @Override
  public void arrive(Segment segment) {
    if (!life.halted()) {
      life.tcp().arrive(segment);
    } else if (successor && segment.kind() != Kind.RST) {
      toClient.accept(Segment.bare(Kind.RST, segment.ack(), segment.end(), 0));
    }
  }

  @Override
  public void serverFailed() {
    life.halt();
    successor = false;
  }

  @Override
  public void programHangs() {
    life.process().stop();
  }

  @Override
  public void serverReady(Replay replay) {
    successor = true;
  }

  @Override
  public void logFailed() {}

  @Override
  public long acknowledgedOutput() {
    return Math.max(0, life.tcp().unacknowledged() - initial - 1);
  }
}
