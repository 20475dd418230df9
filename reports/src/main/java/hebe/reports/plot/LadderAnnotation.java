package hebe.reports.plot;

import hebe.reports.connection.Ladder;
import hebe.reports.number.Numbers;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.TextAnchor;

/** Draws the lanes, rows and arrows of a ladder; labels stand above the begin of their arrows. */
final class LadderAnnotation extends AbstractXYAnnotation {
  static final int ROW_HEIGHT = 17;

  @Serial private static final long serialVersionUID = 1L;
  private static final double TIME_WIDTH = 86;
  private static final double SIDE = 70;
  private static final double HEAD = 26;
  private static final double SPAN_HALF_WIDTH = 7;
  private static final double TIP = 6;

  @SuppressWarnings("serial") // charts are drawn, never serialized
  private final Ladder ladder;

  LadderAnnotation(Ladder ladder) {
    this.ladder = ladder;
  }

  static Color colour(Ladder.Look look) {
    return switch (look) {
      case DATA -> Style.CALM;
      case CONTROL -> Style.FAINT_INK;
      case LOG -> new Color(0x009E73);
      case LOST -> Style.WARNING;
    };
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis across,
      ValueAxis down,
      int rendererIndex,
      PlotRenderingInfo info) {
    graphics.setFont(Style.SMALL);
    ladder.spans().forEach(span -> span(graphics, area, span));
    lanes(graphics, area);
    times(graphics, area);
    ladder.arrows().forEach(arrow -> line(graphics, area, arrow));
    ladder.arrows().forEach(arrow -> label(graphics, area, arrow));
    ladder.notes().forEach(note -> note(graphics, area, note));
  }

  private double x(Rectangle2D area, int lane) {
    double left = area.getMinX() + TIME_WIDTH + SIDE;
    double right = area.getMaxX() - SIDE;
    return left + lane * (right - left) / (ladder.lanes().size() - 1);
  }

  private double y(Rectangle2D area, int row) {
    long gaps = ladder.omissions().stream().filter(gap -> gap.beforeRow() <= row).count();
    return area.getMinY() + HEAD + ROW_HEIGHT * (row + gaps + 0.8);
  }

  private void lanes(Graphics2D graphics, Rectangle2D area) {
    for (int lane = 0; lane < ladder.lanes().size(); lane++) {
      double x = x(area, lane);
      graphics.setPaint(Style.INK);
      TextUtils.drawAlignedString(
          ladder.lanes().get(lane),
          graphics,
          (float) x,
          (float) (area.getMinY() + HEAD / 2),
          TextAnchor.CENTER);
      graphics.setStroke(new BasicStroke(1f));
      graphics.draw(new Line2D.Double(x, area.getMinY() + HEAD, x, area.getMaxY()));
    }
  }

  private void times(Graphics2D graphics, Rectangle2D area) {
    graphics.setPaint(Style.FAINT_INK);
    String last = "";
    for (int row = 0; row < ladder.rowSeconds().size(); row++) {
      String text = Numbers.fixed(ladder.rowSeconds().get(row), 4) + " s";
      if (!text.equals(last)) {
        write(graphics, text, area.getMinX() + TIME_WIDTH - 8, y(area, row));
      }
      last = text;
    }
    for (Ladder.Omission gap : ladder.omissions()) {
      String text = "… " + gap.count() + " more";
      write(graphics, text, area.getMinX() + TIME_WIDTH - 8, y(area, gap.beforeRow()) - ROW_HEIGHT);
    }
  }

  private static void write(Graphics2D graphics, String text, double right, double y) {
    TextUtils.drawAlignedString(text, graphics, (float) right, (float) y, TextAnchor.CENTER_RIGHT);
  }

  private void span(Graphics2D graphics, Rectangle2D area, Ladder.Span span) {
    double top = y(area, span.fromRow());
    double bottom = y(area, span.toRow());
    graphics.setPaint(span.bad() ? Style.WARNING_TINT : Style.CALM_TINT);
    graphics.fill(
        new Rectangle2D.Double(
            x(area, span.lane()) - SPAN_HALF_WIDTH, top, 2 * SPAN_HALF_WIDTH, bottom - top));
  }

  private void line(Graphics2D graphics, Rectangle2D area, Ladder.Arrow arrow) {
    boolean lost = arrow.look() == Ladder.Look.LOST;
    double fromX = x(area, arrow.fromLane());
    double toX = x(area, arrow.toLane());
    double fromY = y(area, arrow.fromRow());
    double toY = y(area, arrow.toRow());
    if (lost) {
      toX = fromX + 0.85 * (toX - fromX);
    }
    graphics.setPaint(colour(arrow.look()));
    graphics.setStroke(new BasicStroke(arrow.look() == Ladder.Look.LOG ? 0.9f : 1.3f));
    graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
    if (lost) {
      cross(graphics, toX, toY);
    } else {
      tip(graphics, fromX, fromY, toX, toY);
    }
  }

  private static void cross(Graphics2D graphics, double x, double y) {
    graphics.setStroke(new BasicStroke(1.8f));
    graphics.draw(new Line2D.Double(x - 4, y - 4, x + 4, y + 4));
    graphics.draw(new Line2D.Double(x - 4, y + 4, x + 4, y - 4));
  }

  private static void tip(Graphics2D graphics, double fromX, double fromY, double x, double y) {
    double length = Math.hypot(x - fromX, y - fromY);
    double alongX = (x - fromX) / length;
    double alongY = (y - fromY) / length;
    Path2D.Double tip = new Path2D.Double();
    tip.moveTo(x, y);
    tip.lineTo(x - TIP * alongX - TIP / 2 * alongY, y - TIP * alongY + TIP / 2 * alongX);
    tip.lineTo(x - TIP * alongX + TIP / 2 * alongY, y - TIP * alongY - TIP / 2 * alongX);
    tip.closePath();
    graphics.fill(tip);
  }

  private void label(Graphics2D graphics, Rectangle2D area, Ladder.Arrow arrow) {
    if (arrow.label().isEmpty()) {
      return;
    }
    boolean right = arrow.toLane() > arrow.fromLane();
    double x = x(area, arrow.fromLane()) + (right ? 12 : -12);
    TextAnchor anchor = right ? TextAnchor.BOTTOM_LEFT : TextAnchor.BOTTOM_RIGHT;
    text(graphics, arrow.label(), x, y(area, arrow.fromRow()) - 1, anchor, colour(arrow.look()));
  }

  private void note(Graphics2D graphics, Rectangle2D area, Ladder.Note note) {
    double x = x(area, note.lane());
    double y = y(area, note.row());
    graphics.setPaint(note.bad() ? Style.WARNING : Style.CALM);
    graphics.fill(new Rectangle2D.Double(x - 5, y - 5, 10, 10));
    graphics.setFont(Style.SMALL.deriveFont(Font.BOLD));
    Color ink = note.bad() ? Style.WARNING : Style.INK;
    boolean last = note.lane() == ladder.lanes().size() - 1;
    TextAnchor anchor = last ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
    text(graphics, note.text(), last ? x - 11 : x + 11, y, anchor, ink);
    graphics.setFont(Style.SMALL);
  }

  /** A text on white, so that lines behind it do not strike it through. */
  private static void text(
      Graphics2D graphics, String text, double x, double y, TextAnchor anchor, Color ink) {
    Rectangle2D box =
        TextUtils.calcAlignedStringBounds(text, graphics, (float) x, (float) y, anchor);
    graphics.setPaint(new Color(255, 255, 255, 210));
    graphics.fill(box);
    graphics.setPaint(ink);
    TextUtils.drawAlignedString(text, graphics, (float) x, (float) y, anchor);
  }
}
