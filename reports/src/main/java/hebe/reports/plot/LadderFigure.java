package hebe.reports.plot;

import hebe.reports.connection.Ladder;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** Packets over time: a lane for each party, a row for each event. */
public final class LadderFigure {
  private static final int WIDTH = 1000;
  private static final int FRAME_HEIGHT = 160;
  private static final String CAPTION =
      "Each row is one event, in the order in which they happen; the times stand to the left. An"
          + " arrow leaves in one row and arrives in a later one; it lies flat where its other end is"
          + " left out. Numbers of bytes count from the begin"
          + " of the stream, on the lane of the server from the begin of its present life. The server is"
          + " down in the orange rows and repeats what was logged in the blue ones.";

  private LadderFigure() {}

  /** The picture. */
  public static Figure of(Ladder ladder) {
    XYPlot plot = new XYPlot();
    plot.setDomainAxis(hidden());
    plot.setRangeAxis(hidden());
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.addAnnotation(new LadderAnnotation(ladder));
    plot.setFixedLegendItems(legend());
    JFreeChart chart = Style.chart(ladder.title(), ladder.subtitle(), plot, true);
    int height =
        FRAME_HEIGHT
            + LadderAnnotation.ROW_HEIGHT
                * (ladder.rowSeconds().size() + ladder.omissions().size());
    return new Figure("recovery", ladder.title(), CAPTION, WIDTH, height, chart);
  }

  private static NumberAxis hidden() {
    NumberAxis axis = new NumberAxis();
    axis.setVisible(false);
    return axis;
  }

  private static LegendItemCollection legend() {
    LegendItemCollection items = new LegendItemCollection();
    items.add(item("data", LadderAnnotation.colour(Ladder.Look.DATA)));
    items.add(item("other segments", LadderAnnotation.colour(Ladder.Look.CONTROL)));
    items.add(item("log", LadderAnnotation.colour(Ladder.Look.LOG)));
    items.add(item("lost or refused", LadderAnnotation.colour(Ladder.Look.LOST)));
    items.add(item("server down", Style.WARNING_TINT));
    items.add(item("replay", Style.CALM_TINT));
    return items;
  }

  private static LegendItem item(String label, Color fill) {
    return new LegendItem(
        label, null, null, null, new Rectangle2D.Double(-8, -4, 16, 8), fill, Style.line(0), fill);
  }
}
