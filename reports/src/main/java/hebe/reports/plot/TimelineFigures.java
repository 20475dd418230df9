package hebe.reports.plot;

import hebe.reports.answer.Findings;
import hebe.reports.number.AxisTicks;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.result.Timeline;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;

/** One rejuvenation of each policy as rows of bars; all figures share one time scale. */
final class TimelineFigures {
  private static final double ROOM_FOR_DOWNTIME = 1.17;

  private TimelineFigures() {}

  static List<Figure> of(StudyResult study) {
    double end = study.policies().stream().mapToDouble(TimelineFigures::end).max().orElse(0);
    List<Figure> figures = new ArrayList<>();
    for (PolicyResult policy : study.policies()) {
      for (Timeline timeline : policy.timelines()) {
        if (end > 0 && !timeline.rows().isEmpty()) {
          figures.add(figure(policy, timeline, end));
        }
      }
    }
    return figures;
  }

  private static double end(PolicyResult policy) {
    return policy.timelines().stream()
        .flatMap(TimelineFigures::bars)
        .mapToDouble(Timeline.Bar::toSeconds)
        .max()
        .orElse(0);
  }

  private static Stream<Timeline.Bar> bars(Timeline timeline) {
    return timeline.rows().stream().flatMap(row -> row.bars().stream());
  }

  private static Figure figure(PolicyResult policy, Timeline timeline, double endSeconds) {
    String label = Findings.label(policy);
    String title = "What happens in one rejuvenation? Policy " + Style.shortened(label, 44);
    String subtitle = timeline.title() + "; all timelines of the study have the same scale";
    XYPlot plot = new XYPlot();
    double high = endSeconds * ROOM_FOR_DOWNTIME;
    AxisTicks ticks = AxisTicks.covering(0, endSeconds, 10);
    plot.setDomainAxis(Style.numbers("time since the start [s]", 0, high, ticks));
    plot.setRangeAxis(
        Rows.axis(timeline.rows().stream().map(row -> Style.shortened(row.actor(), 24)).toList()));
    plot.setDomainGridlinePaint(Style.GRID);
    plot.setRangeGridlinesVisible(false);
    plot.addAnnotation(new BarsAnnotation(timeline.rows()));
    plot.setFixedLegendItems(legend());
    JFreeChart chart = Style.chart(title, subtitle, plot, true);
    String caption =
        "One row for each actor; time runs to the right, on the same scale for all policies. The"
            + " service of a guest is down during the orange bars; how long in all stands to the"
            + " right. Names that do not fit into their bars stand behind or before them, in order, if there is"
            + " room.";
    return new Figure(
        "timeline-" + label, title, caption, Style.WIDTH, 150 + 27 * timeline.rows().size(), chart);
  }

  private static LegendItemCollection legend() {
    LegendItemCollection items = new LegendItemCollection();
    items.add(item("service down", Style.WARNING_TINT, Style.WARNING));
    items.add(item("other phases", Style.CALM_TINT, Style.CALM));
    return items;
  }

  private static LegendItem item(String label, Color fill, Color edge) {
    return new LegendItem(
        label, null, null, null, new Rectangle2D.Double(-8, -5, 16, 10), fill, Style.line(0), edge);
  }
}
