package hebe.scenarios.connection;

import hebe.models.connection.tcp.PacketTrace.Action;
import hebe.models.connection.tcp.PacketTrace.Place;
import hebe.scenarios.connection.Seen.Event;
import java.util.ArrayList;
import java.util.List;

/** Which events of a recovery a picture has room for: those around its turning points. */
final class LadderWindow {
  private static final int BEFORE_FAILURE = 10;
  private static final int AFTER_FAILURE = 8;
  private static final int RETRIES = 14;
  private static final int BEFORE_SERVICE = 5;
  private static final int AFTER_SERVICE = 16;

  private final List<Event> events;
  private final double lostSeconds;

  LadderWindow(Seen seen, List<Event> events) {
    this.events = events;
    lostSeconds =
        seen.result().lost().isPresent() ? seen.result().endSeconds() : Double.POSITIVE_INFINITY;
  }

  /** Whether each event is shown. */
  List<Boolean> kept() {
    int failure = first("failed", 0);
    int ready = first("replay", failure);
    int service = first("normal", ready);
    boolean[] kept = new boolean[events.size()];
    around(kept, failure, BEFORE_FAILURE, AFTER_FAILURE);
    around(kept, ready, 2, BEFORE_SERVICE);
    around(kept, service, BEFORE_SERVICE, AFTER_SERVICE);
    around(kept, end(), BEFORE_SERVICE, BEFORE_SERVICE);
    clientBetween(kept, failure, service);
    List<Boolean> all = new ArrayList<>();
    for (int i = 0; i < kept.length; i++) {
      all.add(kept[i] && drawn(events.get(i)));
    }
    return all;
  }

  /** What the path loses shows at the departure. */
  private static boolean drawn(Event event) {
    return event.place() != Place.UPLINK
        && event.place() != Place.DOWNLINK
        && !event.isMark("nothing to recover");
  }

  private int first(String mark, int from) {
    for (int i = from; i < events.size(); i++) {
      if (events.get(i).isMark(mark)) {
        return i;
      }
    }
    return events.size();
  }

  private int end() {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).seconds() >= lostSeconds) {
        return i;
      }
    }
    return events.size();
  }

  private static void around(boolean[] kept, int place, int before, int after) {
    if (place < kept.length) {
      for (int i = Math.max(0, place - before); i < Math.min(kept.length, place + after); i++) {
        kept[i] = true;
      }
    }
  }

  /** The last of what the client says while nobody serves, and what it hears. */
  private void clientBetween(boolean[] kept, int from, int to) {
    int left = RETRIES;
    for (int i = Math.min(to, events.size()) - 1; i > from && left > 0; i--) {
      Event event = events.get(i);
      boolean path = event.place() == Place.CLIENT || event.place() == Place.WRAP;
      if (path && event.action().isPresent() && !kept[i]) {
        kept[i] = true;
        left -= event.is(Place.CLIENT, Action.SENT) ? 1 : 0;
      }
    }
  }
}
