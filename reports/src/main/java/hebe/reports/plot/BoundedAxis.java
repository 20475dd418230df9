package hebe.reports.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;

/** An axis with marks up to a bound only: what lies beyond is room for text. */
final class BoundedAxis extends NumberAxis {
  @Serial private static final long serialVersionUID = 1L;

  private final double lastMark;

  BoundedAxis(String label, double lastMark) {
    super(label);
    this.lastMark = lastMark * (1 + Math.signum(lastMark) * 1e-9);
  }

  @Override
  @SuppressWarnings("rawtypes") // as JFreeChart declares it
  protected List refreshTicksHorizontal(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
    List<Object> kept = new ArrayList<>();
    for (Object tick : super.refreshTicksHorizontal(graphics, area, edge)) {
      if (!(tick instanceof ValueTick value) || value.getValue() <= lastMark) {
        kept.add(tick);
      }
    }
    return kept;
  }
}
