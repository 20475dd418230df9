package hebe.reports.plot;

import hebe.reports.number.Numbers;
import hebe.sim.result.Timeline;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * The bars of a timeline. A phase's name stands in its bar if it fits; names that do not follow
 * behind the bars where there is room, in order, or else stand before the first one; where there is
 * no room at all they are left out. The time for which a service is down stands at the right edge;
 * phases of rows without a service carry their length.
 */
final class BarsAnnotation extends AbstractXYAnnotation {
  @Serial private static final long serialVersionUID = 1L;
  private static final double HALF_HEIGHT = 9;
  private static final double PADDING = 4;
  private static final double LEAST_WIDTH = 1.5;

  @SuppressWarnings("serial") // charts are drawn, never serialized
  private final List<Timeline.Row> rows;

  BarsAnnotation(List<Timeline.Row> rows) {
    this.rows = List.copyOf(rows);
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis time,
      ValueAxis names,
      int rendererIndex,
      PlotRenderingInfo info) {
    graphics.setFont(Style.SMALL);
    for (int row = 0; row < rows.size(); row++) {
      double y = names.valueToJava2D(row, area, RectangleEdge.LEFT);
      List<Timeline.Bar> bars = rows.get(row).bars();
      List<Rectangle2D> boxes =
          bars.stream().<Rectangle2D>map(bar -> box(bar, time, area, y)).toList();
      for (int i = 0; i < boxes.size(); i++) {
        bar(graphics, bars.get(i), boxes.get(i));
      }
      double edge = area.getMaxX() - down(graphics, bars, area, y);
      names(graphics, bars, boxes, area.getMinX(), edge);
    }
  }

  private static Rectangle2D box(Timeline.Bar bar, ValueAxis time, Rectangle2D area, double y) {
    double from = time.valueToJava2D(bar.fromSeconds(), area, RectangleEdge.BOTTOM);
    double to = time.valueToJava2D(bar.toSeconds(), area, RectangleEdge.BOTTOM);
    double width = Math.max(LEAST_WIDTH, to - from);
    return new Rectangle2D.Double(from, y - HALF_HEIGHT, width, 2 * HALF_HEIGHT);
  }

  private static void bar(Graphics2D graphics, Timeline.Bar bar, Rectangle2D box) {
    graphics.setPaint(bar.serviceDown() ? Style.WARNING_TINT : Style.CALM_TINT);
    graphics.fill(box);
    graphics.setPaint(bar.serviceDown() ? Style.WARNING : Style.CALM);
    graphics.setStroke(new BasicStroke(1f));
    graphics.draw(box);
  }

  /** Writes how long the service is down; returns the width taken. */
  private static double down(
      Graphics2D graphics, List<Timeline.Bar> bars, Rectangle2D area, double y) {
    double downSeconds =
        bars.stream()
            .filter(Timeline.Bar::serviceDown)
            .mapToDouble(bar -> bar.toSeconds() - bar.fromSeconds())
            .sum();
    if (downSeconds <= 0) {
      return 0;
    }
    String text = "down " + seconds(downSeconds);
    graphics.setPaint(Style.INK);
    TextUtils.drawAlignedString(
        text, graphics, (float) area.getMaxX() - 2, (float) y, TextAnchor.CENTER_RIGHT);
    return width(graphics, text) + 2 * PADDING;
  }

  private static void names(
      Graphics2D graphics,
      List<Timeline.Bar> bars,
      List<Rectangle2D> boxes,
      double left,
      double edge) {
    boolean lengths = bars.stream().noneMatch(Timeline.Bar::serviceDown);
    List<String> waiting = new ArrayList<>();
    graphics.setPaint(Style.INK);
    for (int i = 0; i < boxes.size(); i++) {
      Rectangle2D box = boxes.get(i);
      double bySeconds = bars.get(i).toSeconds() - bars.get(i).fromSeconds();
      String name = bars.get(i).phase() + (lengths ? " " + seconds(bySeconds) : "");
      if (width(graphics, name) + 2 * PADDING <= box.getWidth()) {
        write(graphics, name, box.getCenterX(), box, TextAnchor.CENTER);
      } else {
        waiting.add(name);
      }
      double free = (i + 1 < boxes.size() ? boxes.get(i + 1).getMinX() : edge) - box.getMaxX();
      String behind = String.join(", ", waiting);
      if (!waiting.isEmpty() && width(graphics, behind) + 2 * PADDING <= free) {
        write(graphics, behind, box.getMaxX() + PADDING, box, TextAnchor.CENTER_LEFT);
        waiting.clear();
      }
    }
    String rest = String.join(", ", waiting);
    if (!waiting.isEmpty()
        && width(graphics, rest) + 2 * PADDING <= boxes.get(0).getMinX() - left) {
      double x = boxes.get(0).getMinX() - PADDING;
      write(graphics, rest, x, boxes.get(0), TextAnchor.CENTER_RIGHT);
    }
  }

  private static void write(
      Graphics2D graphics, String text, double x, Rectangle2D box, TextAnchor anchor) {
    TextUtils.drawAlignedString(text, graphics, (float) x, (float) box.getCenterY(), anchor);
  }

  /** Three significant digits, at most milliseconds. */
  private static String seconds(double lengthSeconds) {
    if (lengthSeconds < 0.0005) {
      return "0 s";
    }
    int decimals = Numbers.decimals(lengthSeconds, 3);
    return Numbers.fixed(lengthSeconds, Math.max(0, Math.min(3, decimals))) + " s";
  }

  private static double width(Graphics2D graphics, String text) {
    return graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
  }
}
