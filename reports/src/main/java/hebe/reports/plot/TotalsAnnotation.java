package hebe.reports.plot;

import hebe.reports.number.EstimateText;
import hebe.sim.stat.Estimate;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;
import org.jfree.chart.annotations.AbstractAnnotation;
import org.jfree.chart.annotations.CategoryAnnotation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** Behind each horizontal bar: the interval of its total as a whisker, and the total as text. */
final class TotalsAnnotation extends AbstractAnnotation implements CategoryAnnotation {
  @Serial private static final long serialVersionUID = 1L;
  private static final double CAP = 5;
  private static final double GAP = 8;

  /** A total in the unit of the axis with its range, and its text. */
  record Total(String category, double value, double low, double high, String text) {
    /** The total of an estimate. */
    static Total of(String category, Estimate value, String text) {
      double mean = EstimateText.mean(value).orElse(0);
      return value instanceof Estimate.Interval interval
          ? new Total(category, mean, interval.low(), interval.high(), text)
          : new Total(category, mean, mean, mean, text);
    }
  }

  @SuppressWarnings("serial") // charts are drawn, never serialized
  private final List<Total> totals;

  TotalsAnnotation(List<Total> totals) {
    this.totals = List.copyOf(totals);
  }

  @Override
  public void draw(
      Graphics2D graphics,
      CategoryPlot plot,
      Rectangle2D area,
      CategoryAxis categories,
      ValueAxis values) {
    graphics.setPaint(Style.INK);
    graphics.setFont(Style.TICK);
    for (Total total : totals) {
      double y =
          categories.getCategoryMiddle(
              total.category(), plot.getCategories(), area, RectangleEdge.LEFT);
      double high = values.valueToJava2D(total.high(), area, RectangleEdge.BOTTOM);
      if (total.low() < total.high()) {
        double low = values.valueToJava2D(total.low(), area, RectangleEdge.BOTTOM);
        whisker(graphics, low, high, y);
      }
      double x = high + GAP;
      TextUtils.drawAlignedString(
          total.text(), graphics, (float) x, (float) y, TextAnchor.CENTER_LEFT);
    }
  }

  /** Dark over white, so that it shows on bars of any colour. */
  private static void whisker(Graphics2D graphics, double low, double high, double y) {
    Path2D path = new Path2D.Double();
    path.moveTo(low, y - CAP);
    path.lineTo(low, y + CAP);
    path.moveTo(low, y);
    path.lineTo(high, y);
    path.moveTo(high, y - CAP);
    path.lineTo(high, y + CAP);
    graphics.setPaint(Color.WHITE);
    graphics.setStroke(new BasicStroke(4f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
    graphics.draw(path);
    graphics.setPaint(Style.INK);
    graphics.setStroke(new BasicStroke(1.6f));
    graphics.draw(path);
  }
}
