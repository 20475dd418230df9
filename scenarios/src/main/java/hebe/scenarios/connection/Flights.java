package hebe.scenarios.connection;

import hebe.models.connection.tcp.PacketTrace.Action;
import hebe.models.connection.tcp.PacketTrace.Place;
import hebe.models.connection.tcp.Segment;
import hebe.scenarios.connection.Seen.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Which arrival on the path belongs to which departure. */
final class Flights {
  private static final int NONE = -1;

  private final int[] partners;

  /**
   * Matches equal segments in their order.
   *
   * @param events all that was seen
   * @param outer where segments of the client arrive
   */
  Flights(List<Event> events, Place outer) {
    partners = new int[events.size()];
    Arrays.fill(partners, NONE);
    List<Flight> under = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (event.is(Place.CLIENT, Action.SENT) || event.is(outer, Action.SENT)) {
        under.add(new Flight(i, event.place() == Place.CLIENT, event.segment().orElseThrow()));
      } else if (ends(event, outer)) {
        end(i, event, under, outer);
      }
    }
  }

  private record Flight(int index, boolean up, Segment segment) {}

  private static boolean ends(Event event, Place outer) {
    return event.is(Place.CLIENT, Action.ARRIVED)
        || event.is(outer, Action.ARRIVED)
        || event.is(Place.UPLINK, Action.DROPPED)
        || event.is(Place.DOWNLINK, Action.DROPPED);
  }

  private void end(int index, Event event, List<Flight> under, Place outer) {
    boolean up = event.place() == outer || event.place() == Place.UPLINK;
    Segment segment = event.segment().orElseThrow();
    for (Flight flight : under) {
      if (flight.up == up && flight.segment.equals(segment)) {
        under.remove(flight);
        if (event.action().orElseThrow() == Action.ARRIVED) {
          partners[flight.index] = index;
          partners[index] = flight.index;
        }
        return;
      }
    }
  }

  /** Of a departure its arrival, of an arrival its departure; none of what is lost. */
  OptionalInt partner(int index) {
    return partners[index] == NONE ? OptionalInt.empty() : OptionalInt.of(partners[index]);
  }
}
