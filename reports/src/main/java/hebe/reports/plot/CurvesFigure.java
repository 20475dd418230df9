package hebe.reports.plot;

import hebe.reports.connection.Curves;
import hebe.reports.number.AxisTicks;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Lines from a closed form with simulated points on them. */
public final class CurvesFigure {
  private static final Shape DOT = new Ellipse2D.Double(-3.5, -3.5, 7, 7);
  private static final int POINTS = 1;
  private static final int ENDS = 2;
  private static final int MARKS = 7;

  private CurvesFigure() {}

  /** The picture. */
  public static Figure of(Curves curves) {
    XYPlot plot =
        new XYPlot(
            set(curves, Curves.Line::computed),
            axis(curves, curves.x(), Curves.Point::x, false),
            axis(curves, curves.y(), Curves.Point::y, true),
            look(curves, true));
    plot.setDataset(POINTS, set(curves, Curves.Line::simulated));
    plot.setRenderer(POINTS, look(curves, false));
    plot.setDataset(ENDS, set(curves, CurvesFigure::end));
    plot.setRenderer(ENDS, ends(curves));
    plot.setDomainGridlinePaint(Style.GRID);
    plot.setRangeGridlinePaint(Style.GRID);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setFixedLegendItems(legend(curves, plot));
    return new Figure(
        curves.name(),
        curves.title(),
        curves.caption(),
        Style.WIDTH,
        Style.HEIGHT,
        Style.chart(curves.title(), curves.subtitle(), plot, true));
  }

  private static List<Curves.Point> end(Curves.Line line) {
    int count = line.computed().size();
    return line.ends() && count > 0 ? line.computed().subList(count - 1, count) : List.of();
  }

  private static NumberAxis axis(
      Curves curves, Curves.Axis axis, ToDoubleFunction<Curves.Point> value, boolean upright) {
    double[] values =
        curves.lines().stream()
            .flatMap(line -> Stream.concat(line.computed().stream(), line.simulated().stream()))
            .mapToDouble(value)
            .toArray();
    double low = DoubleStream.of(values).min().orElse(0);
    double high = DoubleStream.of(values).max().orElse(1);
    if (axis.logarithmic()) {
      return upright
          ? new DecadesAxis(axis.label(), low, high, false)
          : new DecadesAxis(axis.label(), low, high);
    }
    AxisTicks ticks = AxisTicks.covering(Math.min(0, low), high, MARKS);
    double pad = 0.03 * (ticks.high() - ticks.low());
    return Style.numbers(axis.label(), ticks.low() - pad, ticks.high() + pad, ticks);
  }

  private static XYSeriesCollection set(
      Curves curves, Function<Curves.Line, List<Curves.Point>> points) {
    XYSeriesCollection set = new XYSeriesCollection();
    for (Curves.Line line : curves.lines()) {
      XYSeries series = new XYSeries(line.name(), false, true);
      points
          .apply(line)
          .forEach(point -> series.add(place(curves.x(), point.x()), place(curves.y(), point.y())));
      set.addSeries(series);
    }
    return set;
  }

  private static double place(Curves.Axis axis, double value) {
    return axis.logarithmic() ? StrictMath.log10(value) : value;
  }

  private static XYLineAndShapeRenderer look(Curves curves, boolean lines) {
    XYLineAndShapeRenderer look = new XYLineAndShapeRenderer(lines, !lines);
    look.setDrawSeriesLineAsPath(true);
    look.setUseFillPaint(true);
    for (int i = 0; i < curves.lines().size(); i++) {
      look.setSeriesPaint(i, Style.colour(i));
      look.setSeriesStroke(i, stroke(i));
      look.setSeriesShape(i, DOT);
      look.setSeriesFillPaint(i, Color.WHITE);
      look.setSeriesOutlinePaint(i, Style.colour(i));
    }
    return look;
  }

  /** Lines that lie on each other are told apart by their width. */
  private static Stroke stroke(int index) {
    return new BasicStroke(
        Math.max(1.6f, 5f - 1.2f * index), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  }

  private static XYLineAndShapeRenderer ends(Curves curves) {
    XYLineAndShapeRenderer look = new XYLineAndShapeRenderer(false, true);
    for (int i = 0; i < curves.lines().size(); i++) {
      look.setSeriesPaint(i, Style.INK);
      look.setSeriesShape(i, cross());
      look.setSeriesShapesFilled(i, false);
      look.setSeriesOutlineStroke(i, new BasicStroke(2f));
    }
    look.setUseOutlinePaint(false);
    return look;
  }

  private static Shape cross() {
    Path2D.Double cross = new Path2D.Double();
    cross.moveTo(-5, -5);
    cross.lineTo(5, 5);
    cross.moveTo(-5, 5);
    cross.lineTo(5, -5);
    return cross;
  }

  private static LegendItemCollection legend(Curves curves, XYPlot plot) {
    LegendItemCollection items = new LegendItemCollection();
    for (int i = 0; i < curves.lines().size(); i++) {
      items.add(plot.getRenderer(0).getLegendItem(0, i));
    }
    boolean simulated = curves.lines().stream().anyMatch(line -> !line.simulated().isEmpty());
    if (simulated) {
      items.add(item("simulated", DOT));
    }
    if (curves.lines().stream().anyMatch(Curves.Line::ends)) {
      items.add(item("lost beyond", cross()));
    }
    return items;
  }

  private static LegendItem item(String label, Shape shape) {
    return new LegendItem(
        label, null, null, null, shape, Color.WHITE, new BasicStroke(1.5f), Style.INK);
  }
}
