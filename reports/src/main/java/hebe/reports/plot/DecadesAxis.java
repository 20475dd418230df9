package hebe.reports.plot;

import hebe.reports.number.Numbers;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis of decimal logarithms, with marks at 1, 2 and 5 times powers of ten. */
final class DecadesAxis extends NumberAxis {
  @Serial private static final long serialVersionUID = 1L;
  private static final int[] DIGITS = {1, 2, 5};

  private final boolean fine;

  /** An axis from one number above 0 to another, with a little room at both ends. */
  DecadesAxis(String label, double low, double high) {
    this(label, low, high, true);
  }

  /** The same with all marks, or with those at powers of ten alone, for more decades. */
  DecadesAxis(String label, double low, double high, boolean fine) {
    super(label);
    this.fine = fine;
    Style.axis(this);
    double first = StrictMath.log10(low);
    double last = StrictMath.log10(high);
    double pad = 0.03 * (last - first);
    setAutoRangeIncludesZero(false);
    setRange(first - pad, last + pad);
  }

  @Override
  @SuppressWarnings("rawtypes") // as JFreeChart declares it
  protected List refreshTicksHorizontal(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
    return ticks(TextAnchor.TOP_CENTER);
  }

  @Override
  @SuppressWarnings("rawtypes") // as JFreeChart declares it
  protected List refreshTicksVertical(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
    return ticks(TextAnchor.CENTER_RIGHT);
  }

  private List<Object> ticks(TextAnchor anchor) {
    List<Object> ticks = new ArrayList<>();
    int first = (int) StrictMath.floor(getRange().getLowerBound());
    for (int decade = first; decade <= getRange().getUpperBound(); decade++) {
      for (int digit : DIGITS) {
        double value = digit * StrictMath.pow(10, decade);
        double place = StrictMath.log10(value);
        if (getRange().contains(place) && (fine || digit == 1)) {
          String text = Numbers.significant(value, 1);
          ticks.add(new NumberTick(place, text, anchor, anchor, 0));
        }
      }
    }
    return ticks;
  }
}
