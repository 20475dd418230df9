package hebe.scenarios.connection;

import hebe.models.connection.tcp.PacketTrace.Action;
import hebe.models.connection.tcp.PacketTrace.Place;
import hebe.models.connection.tcp.Segment;
import hebe.reports.connection.Ladder;
import hebe.scenarios.connection.Seen.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** What was seen of a recovery as a ladder: the events around its turning points. */
public final class LadderBuilder {
  private static final int CLIENT = 0;
  private static final int WRAP = 1;
  private static final int HIDDEN = -1;

  private final Seen seen;
  private final boolean wrapped;
  private final int server;
  private final List<Event> events;
  private final Flights flights;
  private final int[] rows; // of each event
  private final List<Event> shown = new ArrayList<>();
  private final List<Ladder.Arrow> arrows = new ArrayList<>();
  private final List<Ladder.Note> notes = new ArrayList<>();
  private final List<Ladder.Omission> omissions = new ArrayList<>();

  private LadderBuilder(Seen seen) {
    this.seen = seen;
    wrapped = seen.request().mode() != ServerMode.PLAIN;
    server = wrapped ? WRAP + 1 : WRAP;
    events = LadderSpans.withEnds(seen, seen.events());
    flights = new Flights(events, outer());
    rows = new int[events.size()];
    Arrays.fill(rows, HIDDEN);
  }

  /** The ladder of a recovery. */
  public static Ladder of(Seen seen) {
    LadderBuilder builder = new LadderBuilder(seen);
    builder.choose();
    for (int i = 0; i < builder.events.size(); i++) {
      if (builder.rows[i] != HIDDEN) {
        builder.add(i, builder.events.get(i));
      }
    }
    return builder.ladder();
  }

  private Ladder ladder() {
    List<String> lanes =
        wrapped
            ? List.of("client", "wrap (south side)", "server", "log")
            : List.of("client", "server");
    return new Ladder(
        "What passes between client, server and log? " + seen.request().kind().label(),
        RecoveryTables.title(seen.request())
            + "; down for "
            + RecoveryTables.seconds(seen.request().outageSeconds()),
        lanes,
        shown.stream().map(Event::seconds).toList(),
        arrows,
        notes,
        new LadderSpans(shown, server).spans(),
        omissions);
  }

  /** Gives rows to the events that are shown. */
  private void choose() {
    List<Boolean> kept = new LadderWindow(seen, events).kept();
    int left = 0;
    for (int i = 0; i < events.size(); i++) {
      if (!kept.get(i)) {
        left++;
        continue;
      }
      if (left > 0 && !shown.isEmpty()) {
        omissions.add(new Ladder.Omission(shown.size(), left));
      }
      left = 0;
      rows[i] = shown.size();
      shown.add(events.get(i));
    }
  }

  private Place outer() {
    return wrapped ? Place.WRAP : Place.SERVER;
  }

  private void add(int index, Event event) {
    int row = rows[index];
    if (event.place() == Place.LOG) {
      log(row, event);
    } else if (event.segment().isEmpty()) {
      mark(row, event);
    } else if (event.is(Place.WRAP, Action.DROPPED)) {
      notes.add(new Ladder.Note(WRAP, row, "refused", true));
    } else if (event.place() == Place.CLIENT || event.place() == outer()) {
      path(index, event);
    } else if (event.place() == Place.SERVER) {
      boolean comes = event.action().orElseThrow() == Action.ARRIVED;
      Segment segment = event.segment().get();
      arrow(comes ? WRAP : server, row, comes ? server : WRAP, row, segment, look(segment));
    }
  }

  /** A departure with its arrival; an arrival alone only where its departure is not shown. */
  private void path(int index, Event event) {
    Segment segment = event.segment().orElseThrow();
    OptionalInt partner = flights.partner(index);
    int row = rows[index];
    int other = partner.isPresent() ? rows[partner.getAsInt()] : HIDDEN;
    boolean client = event.place() == Place.CLIENT;
    if (event.action().orElseThrow() == Action.SENT) {
      boolean arrives = partner.isPresent() || (client && meetsNext(event));
      Ladder.Look look = arrives ? look(segment) : Ladder.Look.LOST;
      int to = other == HIDDEN ? row : other;
      arrow(client ? CLIENT : WRAP, row, client ? WRAP : CLIENT, to, segment, look);
    } else if (other == HIDDEN) {
      arrow(client ? WRAP : CLIENT, row, client ? CLIENT : WRAP, row, segment, look(segment));
    }
  }

  /** Of plain TCP nobody tells that the next machine was met: only its answer is seen. */
  private boolean meetsNext(Event event) {
    ConnectionRequest request = seen.request();
    double arrives = event.seconds() + request.link().delaySeconds();
    return !wrapped && arrives >= request.atSeconds() + request.outageSeconds();
  }

  private void arrow(
      int fromLane, int fromRow, int toLane, int toRow, Segment segment, Ladder.Look look) {
    String label = SegmentText.of(segment, fromLane < toLane);
    arrows.add(new Ladder.Arrow(fromLane, fromRow, toLane, toRow, label, look));
  }

  private static Ladder.Look look(Segment segment) {
    return segment.kind() == Segment.Kind.DATA ? Ladder.Look.DATA : Ladder.Look.CONTROL;
  }

  private void log(int row, Event event) {
    boolean out = event.isMark("append");
    int log = server + 1;
    boolean wait = event.value() == 0;
    String bytes = event.value() + " B";
    String asks = wait ? "wait for the log" : "log " + bytes;
    String answers = wait ? "all is logged" : bytes + " logged";
    arrows.add(
        new Ladder.Arrow(
            out ? WRAP : log, row, out ? log : WRAP, row, out ? asks : answers, Ladder.Look.LOG));
  }

  private void mark(int row, Event event) {
    boolean failed = event.isMark("failed");
    notes.add(new Ladder.Note(server, row, words(event, failed), failed));
  }

  private String words(Event event, boolean failed) {
    if (failed) {
      return seen.request().mode() == ServerMode.UPGRADE ? "stopped" : "crash";
    }
    String next = wrapped ? "next machine: replay" : "next machine, knows nothing";
    return event.isMark("replay") ? next : "in service again";
  }
}
