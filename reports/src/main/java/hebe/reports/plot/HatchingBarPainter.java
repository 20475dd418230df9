package hebe.reports.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.util.List;
import org.jfree.chart.renderer.category.BarPainter;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Fills bars, some with white diagonal lines over the colour. The lines are cut by arithmetic, not
 * by a texture, which SVG would hold as an image.
 */
final class HatchingBarPainter implements BarPainter {
  private static final double DISTANCE = 6;
  private static final BasicStroke THIN = new BasicStroke(1.6f);
  private static final BasicStroke EDGE = new BasicStroke(1f);

  private final List<Boolean> hatched;

  HatchingBarPainter(List<Boolean> hatched) {
    this.hatched = List.copyOf(hatched);
  }

  @Override
  public void paintBar(
      Graphics2D graphics,
      BarRenderer renderer,
      int row,
      int column,
      RectangularShape bar,
      RectangleEdge base) {
    Rectangle2D box = bar.getBounds2D();
    if (box.getWidth() <= 0 || box.getHeight() <= 0) {
      return;
    }
    graphics.setPaint(renderer.getItemPaint(row, column));
    graphics.fill(box);
    if (row < hatched.size() && hatched.get(row)) {
      hatch(graphics, box);
      graphics.setPaint(renderer.getItemPaint(row, column));
      graphics.setStroke(EDGE);
      graphics.draw(box);
    }
  }

  private static void hatch(Graphics2D graphics, Rectangle2D box) {
    graphics.setPaint(Color.WHITE);
    graphics.setStroke(THIN);
    double height = box.getHeight();
    for (int k = 1; k * DISTANCE < box.getWidth() + height; k++) {
      double foot = box.getMinX() - height + k * DISTANCE;
      double left = Math.max(foot, box.getMinX());
      double right = Math.min(foot + height, box.getMaxX());
      if (left < right) {
        graphics.draw(
            new Line2D.Double(
                left, box.getMaxY() - (left - foot), right, box.getMaxY() - (right - foot)));
      }
    }
  }

  @Override
  public void paintBarShadow(
      Graphics2D graphics,
      BarRenderer renderer,
      int row,
      int column,
      RectangularShape bar,
      RectangleEdge base,
      boolean pegged) {}
}
