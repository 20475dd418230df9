package hebe.models.connection.server;

import hebe.models.connection.tcp.Agenda;
import hebe.models.connection.tcp.PacketTrace;
import hebe.models.connection.tcp.PacketTrace.Place;
import hebe.models.connection.tcp.Segment;
import hebe.models.connection.tcp.Socket;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.tcp.TcpEndpoint;
import java.util.function.Consumer;

/**
 * What all lives of a server have in common.
 *
 * @param agenda the clock
 * @param stack its TCP
 * @param service its program
 * @param replayCosts of the program's work while it repeats what was logged
 * @param trace who is told
 */
public record Machine(
    Agenda agenda, Stack stack, Service service, Costs replayCosts, PacketTrace trace) {
  private static final long FIRST_INITIAL = 500_000;
  private static final long INITIAL_STEP = 7_000_003;

  /** A TCP of a life. */
  public TcpEndpoint tcp(Consumer<Segment> wire, Socket.Owner owner) {
    return new TcpEndpoint(agenda, stack, new TcpEndpoint.End(Place.SERVER, trace, wire, owner));
  }

  /** The initial number of a life's TCP: another one each time. */
  public static long initialNumber(int life) {
    return FIRST_INITIAL + INITIAL_STEP * life;
  }
}
