package hebe.reports.plot;

import hebe.reports.number.EstimateText;
import hebe.sim.stat.Estimate;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** One row for each difference: its interval, its mean, its text; and the zero line. */
final class DifferencesAnnotation extends AbstractXYAnnotation {
  @Serial private static final long serialVersionUID = 1L;
  private static final double CAP = 8;
  private static final double RADIUS = 4;
  private static final double LINE = 20;

  /** A difference in the unit of the axis; its name if that stands above it; its text. */
  record Difference(Estimate value, String name, String text, boolean significant) {}

  @SuppressWarnings("serial") // charts are drawn, never serialized
  private final List<Difference> rows;

  DifferencesAnnotation(List<Difference> rows) {
    this.rows = List.copyOf(rows);
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis values,
      ValueAxis names,
      int rendererIndex,
      PlotRenderingInfo info) {
    double zero = values.valueToJava2D(0, area, RectangleEdge.BOTTOM);
    graphics.setPaint(Style.FAINT_INK);
    graphics.setStroke(new BasicStroke(1.4f));
    graphics.draw(new Line2D.Double(zero, area.getMinY(), zero, area.getMaxY()));
    for (int row = 0; row < rows.size(); row++) {
      Difference difference = rows.get(row);
      double middle = names.valueToJava2D(row, area, RectangleEdge.LEFT);
      double y = difference.name().isEmpty() ? middle : middle + LINE / 2;
      name(graphics, difference.name(), area, y - LINE);
      marker(graphics, difference, area, values, y);
      graphics.setPaint(Style.INK);
      graphics.setFont(Style.TICK);
      TextUtils.drawAlignedString(
          difference.text(),
          graphics,
          (float) area.getMaxX() - 4,
          (float) y,
          TextAnchor.CENTER_RIGHT);
    }
  }

  /** Writes the name on white, so that the lines behind do not cross it. */
  private static void name(Graphics2D graphics, String name, Rectangle2D area, double y) {
    if (name.isEmpty()) {
      return;
    }
    graphics.setFont(Style.TICK);
    double width = graphics.getFontMetrics().getStringBounds(name, graphics).getWidth();
    graphics.setPaint(Color.WHITE);
    graphics.fill(new Rectangle2D.Double(area.getMinX() + 2, y - LINE / 2, width + 6, LINE));
    graphics.setPaint(Style.FAINT_INK);
    TextUtils.drawAlignedString(
        name, graphics, (float) area.getMinX() + 4, (float) y, TextAnchor.CENTER_LEFT);
  }

  private static void marker(
      Graphics2D graphics, Difference difference, Rectangle2D area, ValueAxis values, double y) {
    graphics.setPaint(Style.CALM);
    graphics.setStroke(new BasicStroke(2.2f));
    if (difference.value() instanceof Estimate.Interval interval) {
      double low = values.valueToJava2D(interval.low(), area, RectangleEdge.BOTTOM);
      double high = values.valueToJava2D(interval.high(), area, RectangleEdge.BOTTOM);
      graphics.draw(new Line2D.Double(low, y, high, y));
      graphics.draw(new Line2D.Double(low, y - CAP, low, y + CAP));
      graphics.draw(new Line2D.Double(high, y - CAP, high, y + CAP));
    }
    double mean = EstimateText.mean(difference.value()).orElse(0);
    double x = values.valueToJava2D(mean, area, RectangleEdge.BOTTOM);
    Ellipse2D dot = new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
    graphics.setPaint(difference.significant() ? Style.CALM : Color.WHITE);
    graphics.fill(dot);
    graphics.setPaint(Style.CALM);
    graphics.draw(dot);
  }
}
