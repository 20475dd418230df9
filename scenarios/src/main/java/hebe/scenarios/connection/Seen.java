package hebe.scenarios.connection;

import hebe.models.connection.ConnectionResult;
import hebe.models.connection.ConnectionSimulation;
import hebe.models.connection.tcp.PacketTrace;
import hebe.models.connection.tcp.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One recovery and all that was seen of it.
 *
 * @param request what was asked for
 * @param result what became of the connection
 * @param events in the order in which they happened
 */
public record Seen(ConnectionRequest request, ConnectionResult result, List<Event> events) {
  public Seen {
    events = List.copyOf(events);
  }

  /**
   * Something that the trace told.
   *
   * @param seconds when
   * @param place where
   * @param action of a segment; empty for a mark
   * @param segment which; empty for a mark
   * @param mark what else happened; empty text for a segment
   * @param value of the mark
   */
  record Event(
      double seconds,
      PacketTrace.Place place,
      Optional<PacketTrace.Action> action,
      Optional<Segment> segment,
      String mark,
      long value) {
    boolean is(PacketTrace.Place where, PacketTrace.Action what) {
      return place == where && action.filter(one -> one == what).isPresent();
    }

    boolean isMark(String what) {
      return mark.equals(what);
    }
  }

  /** Runs it. */
  public static Seen of(ConnectionRequest request) {
    List<Event> events = new ArrayList<>();
    PacketTrace trace =
        new PacketTrace() {
          @Override
          public void packet(double seconds, Place place, Action action, Segment segment) {
            events.add(new Event(seconds, place, Optional.of(action), Optional.of(segment), "", 0));
          }

          @Override
          public void mark(double seconds, Place place, String what, long value) {
            events.add(new Event(seconds, place, Optional.empty(), Optional.empty(), what, value));
          }
        };
    ConnectionResult result =
        new ConnectionSimulation(request.settings(), request.seed(), 0, trace, run -> {}).run();
    return new Seen(request, result, events);
  }

  /** When the connection was in service again; empty if it never was. */
  OptionalDouble normalSeconds() {
    return events.stream().filter(e -> e.isMark("normal")).mapToDouble(Event::seconds).findFirst();
  }

  /** Segments that the client sent from the failure until service, or until it lost. */
  long sentMeanwhile() {
    double end = normalSeconds().orElse(result.endSeconds());
    return events.stream()
        .filter(e -> e.is(PacketTrace.Place.CLIENT, PacketTrace.Action.SENT))
        .filter(e -> e.seconds() >= request.atSeconds() && e.seconds() < end)
        .count();
  }
}
