package hebe.reports.plot;

import java.util.List;
import org.jfree.chart.axis.SymbolAxis;

/** A vertical axis of names, the first on top, at 0, 1, 2... */
final class Rows {
  private Rows() {}

  static SymbolAxis axis(List<String> names) {
    SymbolAxis axis = new SymbolAxis(null, names.toArray(String[]::new));
    Style.axis(axis);
    axis.setInverted(true);
    axis.setGridBandsVisible(false);
    axis.setTickMarksVisible(false);
    axis.setRange(-0.6, names.size() - 0.4);
    return axis;
  }
}
