package hebe.reports.plot;

import hebe.reports.answer.Findings;
import hebe.reports.number.AxisTicks;
import hebe.sim.result.Scaling;
import hebe.sim.result.StudyResult;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Predicted lines over a number, with the published points beside them. */
final class ScalingFigures {
  private static final Shape DOT = new Ellipse2D.Double(-5, -5, 10, 10);

  private ScalingFigures() {}

  static List<Figure> of(StudyResult study) {
    List<Figure> figures = new ArrayList<>();
    for (Scaling scaling : study.scalings()) {
      if (scaling.series().stream().anyMatch(series -> !series.points().isEmpty())) {
        figures.add(figure(study, scaling));
      }
    }
    return figures;
  }

  private static Figure figure(StudyResult study, Scaling scaling) {
    if (scaling.simulated()) {
      return simulated(study, scaling);
    }
    String title = scaling.title() + ": prediction and publication";
    String subtitle =
        scaling.published().isEmpty()
            ? "Lines: predicted; there are no published points"
            : "Lines: predicted; points: published, whisker: accepted band";
    String caption =
        "Lines are computed from the scenario and are not fitted to the points. A line through a"
            + " point's whisker agrees with it. Hollow points are figures that could not be verified"
            + " against their source; they prove nothing.";
    return new Figure(
        "scaling-" + scaling.title(),
        title,
        caption,
        Style.WIDTH,
        Style.HEIGHT,
        Style.chart(title, subtitle, plot(study, scaling), true));
  }

  private static Figure simulated(StudyResult study, Scaling scaling) {
    String caption =
        "Lines are closed forms; points are simulated, each with its confidence interval. They are"
            + " computed apart: a line through a point's whisker agrees with it.";
    return new Figure(
        "scaling-" + scaling.title(),
        scaling.title(),
        caption,
        Style.WIDTH,
        Style.HEIGHT,
        Style.chart(
            scaling.title(), "Lines: closed form; points: simulated", plot(study, scaling), true));
  }

  private static XYPlot plot(StudyResult study, Scaling scaling) {
    double[] xs = xs(scaling).toArray();
    double lowX = DoubleStream.of(xs).min().getAsDouble();
    double highX = DoubleStream.of(xs).max().getAsDouble();
    AxisTicks ticksX = AxisTicks.covering(lowX, highX, 12);
    double pad = 0.03 * (ticksX.high() - ticksX.low());
    double lowY = Math.min(0, ys(scaling).min().getAsDouble());
    AxisTicks ticksY = AxisTicks.covering(lowY, ys(scaling).max().getAsDouble(), 7);
    XYPlot plot =
        new XYPlot(
            lines(scaling),
            Style.numbers(scaling.xLabel(), ticksX.low() - pad, ticksX.high() + pad, ticksX),
            Style.numbers(scaling.yLabel(), ticksY.low(), ticksY.high(), ticksY),
            lineRenderer(study, scaling));
    plot.setDataset(1, points(scaling));
    plot.setRenderer(1, pointRenderer(study, scaling));
    plot.setDomainGridlinePaint(Style.GRID);
    plot.setRangeGridlinePaint(Style.GRID);
    plot.setFixedLegendItems(legend(plot, scaling));
    return plot;
  }

  private static DoubleStream xs(Scaling scaling) {
    return DoubleStream.concat(
        scaling.series().stream().flatMap(s -> s.points().stream()).mapToDouble(p -> p.x()),
        scaling.published().stream().mapToDouble(p -> p.x()));
  }

  private static DoubleStream ys(Scaling scaling) {
    return DoubleStream.concat(
        scaling.series().stream().flatMap(s -> s.points().stream()).mapToDouble(p -> p.y()),
        scaling.published().stream().flatMapToDouble(p -> DoubleStream.of(p.low(), p.high())));
  }

  private static XYSeriesCollection lines(Scaling scaling) {
    XYSeriesCollection lines = new XYSeriesCollection();
    for (Scaling.Series series : scaling.series()) {
      XYSeries line = new XYSeries(series.name(), false, true);
      series.points().forEach(point -> line.add(point.x(), point.y()));
      lines.addSeries(line);
    }
    return lines;
  }

  private static XYIntervalSeriesCollection points(Scaling scaling) {
    XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
    for (Scaling.Published point : scaling.published()) {
      XYIntervalSeries one = new XYIntervalSeries(point.id());
      one.add(point.x(), point.x(), point.x(), point.y(), point.low(), point.high());
      all.addSeries(one);
    }
    return all;
  }

  private static XYLineAndShapeRenderer lineRenderer(StudyResult study, Scaling scaling) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    for (int i = 0; i < scaling.series().size(); i++) {
      int index = index(study, scaling, scaling.series().get(i).name());
      renderer.setSeriesPaint(i, Style.colour(index));
      renderer.setSeriesStroke(i, Style.line(index));
    }
    return renderer;
  }

  private static XYErrorRenderer pointRenderer(StudyResult study, Scaling scaling) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setErrorStroke(Style.line(0));
    renderer.setUseFillPaint(true);
    for (int i = 0; i < scaling.published().size(); i++) {
      Scaling.Published point = scaling.published().get(i);
      Color colour = Style.colour(index(study, scaling, point.series()));
      renderer.setSeriesPaint(i, colour);
      renderer.setSeriesShape(i, DOT);
      renderer.setSeriesFillPaint(i, point.verified() ? colour : Color.WHITE);
      renderer.setSeriesOutlinePaint(i, colour);
      renderer.setSeriesOutlineStroke(i, Style.line(0));
    }
    renderer.setUseOutlinePaint(true);
    renderer.setDrawOutlines(true);
    return renderer;
  }

  /** The place of a series among the policies if it is named like one, which fixes its colour. */
  private static int index(StudyResult study, Scaling scaling, String series) {
    List<String> policies = study.policies().stream().map(Findings::label).toList();
    List<String> names = scaling.series().stream().map(Scaling.Series::name).toList();
    List<String> order = policies.containsAll(names) ? policies : names;
    return Math.max(0, order.indexOf(series));
  }

  private static LegendItemCollection legend(XYPlot plot, Scaling scaling) {
    LegendItemCollection items = new LegendItemCollection();
    for (int i = 0; i < scaling.series().size(); i++) {
      items.add(plot.getRenderer(0).getLegendItem(0, i));
    }
    if (scaling.published().stream().anyMatch(Scaling.Published::verified)) {
      items.add(dot(scaling.simulated() ? "simulated" : "published", Style.FAINT_INK));
    }
    if (scaling.published().stream().anyMatch(point -> !point.verified())) {
      items.add(dot("published, unverified", Color.WHITE));
    }
    return items;
  }

  private static LegendItem dot(String label, Color fill) {
    return new LegendItem(label, null, null, null, DOT, fill, Style.line(0), Style.FAINT_INK);
  }
}
