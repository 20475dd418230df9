package hebe.reports.plot;

import hebe.reports.number.AxisTicks;
import hebe.sim.result.StudyResult;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Metrics against a swept value: one line for each policy, with the bars of its intervals. */
final class SweepFigures {
  private static final Shape DOT = new Ellipse2D.Double(-3, -3, 6, 6);
  private static final Stroke THIN = new BasicStroke(1f);
  private static final Stroke DASHED =
      new BasicStroke(
          1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {7f, 4f}, 0f);
  private static final String CAPTION =
      "Points are means over the replications, bars their intervals; lines join them. A policy that"
          + " does not have the swept value is a dashed level. All points met the same random events,"
          + " so neighbours differ less than their bars suggest: look at the paired differences. The"
          + " vertical axis does not begin at zero.";

  private SweepFigures() {}

  /** A picture for each swept value and each metric that the study has. */
  static List<Figure> of(StudyResult study) {
    List<Figure> figures = new ArrayList<>();
    for (String axis : SweepLines.axes(study)) {
      for (SweptMetric metric : SweptMetric.of(study)) {
        figure(SweepLines.of(study, axis, metric), metric).ifPresent(figures::add);
      }
    }
    return figures;
  }

  private static Optional<Figure> figure(SweepLines lines, SweptMetric metric) {
    if (lines.lines().isEmpty()) {
      return Optional.empty();
    }
    String title = "How does the " + metric.noun() + " depend on " + lines.axis() + "?";
    String subtitle =
        "Subject "
            + metric.subject()
            + "; bars: intervals of the mean"
            + (lines.exact().isEmpty() ? "" : "; thin lines without bars: exact")
            + (lines.omitted() == 0
                ? ""
                : "; " + lines.omitted() + " more lines are in metrics.csv");
    String label = metric.noun() + " [" + metric.unit() + "]";
    return Optional.of(
        new Figure(
            "sweep-" + metric.metric() + "-" + lines.axis(),
            title,
            CAPTION,
            Style.WIDTH,
            Style.HEIGHT,
            Style.chart(title, subtitle, plot(lines, label), true)));
  }

  private static XYPlot plot(SweepLines lines, String label) {
    XYPlot plot =
        new XYPlot(simulated(lines), xAxis(lines), yAxis(lines, label), simulatedLook(lines));
    plot.setDataset(1, exact(lines));
    plot.setRenderer(1, exactLook(lines));
    plot.setDomainGridlinePaint(Style.GRID);
    plot.setRangeGridlinePaint(Style.GRID);
    return plot;
  }

  private static NumberAxis xAxis(SweepLines lines) {
    double low = lines.xs().get(0);
    double high = lines.xs().get(lines.xs().size() - 1);
    String label = lines.axis() + (lines.unit().equals("1") ? "" : " [" + lines.unit() + "]");
    if (lines.logarithmic()) {
      return new DecadesAxis(label + ", even ratios", low, high);
    }
    AxisTicks ticks = AxisTicks.covering(low, high, 12);
    double pad = 0.03 * (ticks.high() - ticks.low());
    return Style.numbers(label, ticks.low() - pad, ticks.high() + pad, ticks);
  }

  private static NumberAxis yAxis(SweepLines lines, String label) {
    double[] values =
        DoubleStream.concat(
                lines.lines().stream()
                    .flatMap(line -> line.points().stream())
                    .flatMapToDouble(point -> DoubleStream.of(point.low(), point.high())),
                lines.exact().stream()
                    .flatMap(line -> line.points().stream())
                    .mapToDouble(SweepLines.Point::y))
            .toArray();
    double low = DoubleStream.of(values).min().getAsDouble();
    double high = DoubleStream.of(values).max().getAsDouble();
    AxisTicks ticks = AxisTicks.covering(low, high, 7);
    return Style.numbers(label, ticks.low(), ticks.high(), ticks);
  }

  private static XYIntervalSeriesCollection simulated(SweepLines lines) {
    XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
    for (SweepLines.Line line : lines.lines()) {
      XYIntervalSeries series = new XYIntervalSeries(line.name());
      for (SweepLines.Point point : line.points()) {
        double x = lines.place(point.x());
        series.add(x, x, x, point.y(), point.low(), point.high());
      }
      all.addSeries(series);
    }
    return all;
  }

  private static XYErrorRenderer simulatedLook(SweepLines lines) {
    XYErrorRenderer look = new XYErrorRenderer();
    look.setDrawXError(false);
    look.setErrorStroke(THIN);
    look.setDefaultLinesVisible(true);
    for (int i = 0; i < lines.lines().size(); i++) {
      SweepLines.Line line = lines.lines().get(i);
      look.setSeriesPaint(i, Style.colour(line.look()));
      look.setSeriesStroke(i, line.level() ? DASHED : Style.line(line.look()));
      look.setSeriesShape(i, DOT);
      look.setSeriesShapesVisible(i, !line.level());
    }
    return look;
  }

  private static XYSeriesCollection exact(SweepLines lines) {
    XYSeriesCollection all = new XYSeriesCollection();
    for (SweepLines.Line line : lines.exact()) {
      XYSeries series = new XYSeries(line.name(), false, true);
      line.points().forEach(point -> series.add(lines.place(point.x()), point.y()));
      all.addSeries(series);
    }
    return all;
  }

  private static XYLineAndShapeRenderer exactLook(SweepLines lines) {
    XYLineAndShapeRenderer look = new XYLineAndShapeRenderer(true, false);
    for (int i = 0; i < lines.exact().size(); i++) {
      look.setSeriesPaint(i, Style.INK);
      look.setSeriesStroke(i, lines.exact().get(i).level() ? DASHED : THIN);
    }
    return look;
  }
}
