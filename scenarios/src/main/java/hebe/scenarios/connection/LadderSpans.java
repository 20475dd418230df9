package hebe.scenarios.connection;

import hebe.models.connection.tcp.PacketTrace.Place;
import hebe.reports.connection.Ladder;
import hebe.scenarios.connection.Seen.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When the server of a ladder is down, and when it repeats. */
final class LadderSpans {
  private final List<Event> shown;
  private final int lane;

  LadderSpans(List<Event> shown, int lane) {
    this.shown = shown;
    this.lane = lane;
  }

  /** Of plain TCP nobody tells of the server's end and return; they are as asked for. */
  static List<Event> withEnds(Seen seen, List<Event> events) {
    if (seen.request().mode() != ServerMode.PLAIN) {
      return events;
    }
    double failed = seen.request().atSeconds();
    List<Event> all = new ArrayList<>(events);
    insert(all, failed, "failed");
    insert(all, failed + seen.request().outageSeconds(), "replay");
    return all;
  }

  private static void insert(List<Event> events, double seconds, String mark) {
    int place = 0;
    while (place < events.size() && events.get(place).seconds() < seconds) {
      place++;
    }
    events.add(
        place, new Event(seconds, Place.SERVER, Optional.empty(), Optional.empty(), mark, 0));
  }

  List<Ladder.Span> spans() {
    List<Ladder.Span> spans = new ArrayList<>();
    int failed = -1;
    int ready = -1;
    for (int row = 0; row < shown.size(); row++) {
      Event event = shown.get(row);
      if (event.isMark("failed")) {
        failed = row;
      } else if (event.isMark("replay") && failed >= 0) {
        spans.add(new Ladder.Span(lane, failed, row, true));
        failed = -1;
        ready = row;
      } else if (event.isMark("normal") && ready >= 0) {
        spans.add(new Ladder.Span(lane, ready, row, false));
      }
    }
    if (failed >= 0) {
      spans.add(new Ladder.Span(lane, failed, shown.size() - 1, true));
    }
    return spans;
  }
}
