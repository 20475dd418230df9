package hebe.reports.connection;

import java.util.List;

/**
 * Packets over time between lanes: one row for each event, in the order in which they happen, so
 * that a millisecond and an hour both can be read.
 *
 * @param title the question that it answers
 * @param subtitle the circumstances
 * @param lanes names, from left to right
 * @param rowSeconds when each row happens; never decreasing
 * @param arrows what goes from lane to lane
 * @param notes what happens in a lane
 * @param spans states of lanes
 * @param omissions where rows are left out
 */
public record Ladder(
    String title,
    String subtitle,
    List<String> lanes,
    List<Double> rowSeconds,
    List<Arrow> arrows,
    List<Note> notes,
    List<Span> spans,
    List<Omission> omissions) {
  public Ladder {
    lanes = List.copyOf(lanes);
    rowSeconds = List.copyOf(rowSeconds);
    arrows = List.copyOf(arrows);
    notes = List.copyOf(notes);
    spans = List.copyOf(spans);
    omissions = List.copyOf(omissions);
    for (int i = 1; i < rowSeconds.size(); i++) {
      if (rowSeconds.get(i) < rowSeconds.get(i - 1)) {
        throw new IllegalArgumentException("row " + i + " is before the one above it");
      }
    }
  }

  /**
   * Something that leaves a lane and comes to another.
   *
   * @param fromLane where it leaves
   * @param fromRow when
   * @param toLane where it comes
   * @param toRow when; of what is lost, the row in which it leaves
   * @param label what it is
   * @param look how it is drawn
   */
  public record Arrow(int fromLane, int fromRow, int toLane, int toRow, String label, Look look) {}

  /** How an arrow is drawn. */
  public enum Look {
    /** Bytes. */
    DATA,
    /** Acknowledgements, handshakes and ends. */
    CONTROL,
    /** Entries of a log and their confirmations. */
    LOG,
    /** It does not arrive. */
    LOST
  }

  /**
   * Something that happens in a lane.
   *
   * @param lane where
   * @param row when
   * @param text what
   * @param bad whether it is a failure
   */
  public record Note(int lane, int row, String text, boolean bad) {}

  /**
   * A state of a lane.
   *
   * @param lane which
   * @param fromRow its first row
   * @param toRow its last row
   * @param bad whether the lane is down; otherwise it gets back to where it was
   */
  public record Span(int lane, int fromRow, int toRow, boolean bad) {}

  /**
   * Rows left out.
   *
   * @param beforeRow they were before this row
   * @param count how many
   */
  public record Omission(int beforeRow, int count) {}
}
