package hebe.reports.summary;

import hebe.reports.connection.Curves;
import hebe.reports.connection.Ladder;
import hebe.reports.number.Numbers;
import java.util.List;

/** The data of pictures of connections. */
public final class ConnectionCsv {
  private ConnectionCsv() {}

  /** A line for each computed and each simulated point. */
  public static String write(Curves curves) {
    CsvTable table = new CsvTable("line", "how", curves.x().label(), curves.y().label());
    for (Curves.Line line : curves.lines()) {
      line.computed().forEach(point -> table.row(row(line, "closed form", point)));
      line.simulated().forEach(point -> table.row(row(line, "simulated", point)));
    }
    return table.text();
  }

  private static List<String> row(Curves.Line line, String how, Curves.Point point) {
    return List.of(line.name(), how, Numbers.exact(point.x()), Numbers.exact(point.y()));
  }

  /** A line for each arrow, then for each note and each state. */
  public static String write(Ladder ladder) {
    CsvTable table = new CsvTable("from", "at [s]", "to", "until [s]", "what", "look");
    for (Ladder.Arrow arrow : ladder.arrows()) {
      table.row(
          List.of(
              ladder.lanes().get(arrow.fromLane()),
              at(ladder, arrow.fromRow()),
              ladder.lanes().get(arrow.toLane()),
              at(ladder, arrow.toRow()),
              arrow.label(),
              arrow.look().name().toLowerCase(java.util.Locale.ROOT)));
    }
    for (Ladder.Note note : ladder.notes()) {
      String lane = ladder.lanes().get(note.lane());
      table.row(List.of(lane, at(ladder, note.row()), lane, "", note.text(), "note"));
    }
    for (Ladder.Span span : ladder.spans()) {
      String lane = ladder.lanes().get(span.lane());
      table.row(
          List.of(
              lane,
              at(ladder, span.fromRow()),
              lane,
              at(ladder, span.toRow()),
              span.bad() ? "down" : "replay",
              "state"));
    }
    return table.text();
  }

  private static String at(Ladder ladder, int row) {
    return Numbers.exact(ladder.rowSeconds().get(row));
  }
}
