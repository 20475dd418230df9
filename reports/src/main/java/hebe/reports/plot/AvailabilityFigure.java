package hebe.reports.plot;

import hebe.reports.answer.Findings;
import hebe.reports.answer.Ranking;
import hebe.reports.number.AxisFormat;
import hebe.reports.number.AxisTicks;
import hebe.reports.number.DurationUnit;
import hebe.reports.number.EstimateText;
import hebe.sim.result.Curve;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Availability over time: one stepped line for each policy, with the band of its intervals. */
final class AvailabilityFigure {
  private static final int MOST_LINES = 16;
  private static final int MOST_IN_ONE_PANEL = 4;
  private static final int PANEL_HEIGHT = 82;
  private static final String CAPTION =
      "Each step is the mean availability over one interval of time. Where bands do not overlap the"
          + " policies differ; where they do, look at the paired differences, which are sharper. The"
          + " vertical axis does not begin at zero.";
  private static final float BAND_OPACITY = 0.22f;

  private AvailabilityFigure() {}

  /** One policy's curve and its place in the scenario, which fixes its colour. */
  private record Line(PolicyResult policy, Curve curve, int index) {}

  static Optional<Figure> of(StudyResult study) {
    String subject = Findings.mainSubject(study);
    List<Line> all = lines(study, subject);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<Line> lines = all.stream().limit(MOST_LINES).toList();
    boolean panels = lines.size() > MOST_IN_ONE_PANEL;
    String title = "How available are the services over time?";
    String subtitle =
        "Mean over each interval of time, subject "
            + subject
            + (hasBands(lines) ? "; bands: intervals of the mean" : "")
            + (lines.size() < all.size()
                ? "; the best " + lines.size() + " of " + all.size() + " policies"
                : "");
    Plot plot = panels ? panels(study, lines) : plot(study, lines);
    int longestLabel =
        panels ? 0 : lines.stream().mapToInt(line -> label(line).length()).max().orElse(0);
    int height =
        panels
            ? 130 + PANEL_HEIGHT * lines.size()
            : Style.HEIGHT + (longestLabel > 24 ? 24 * (lines.size() - 1) : 0);
    return Optional.of(
        new Figure(
            "availability-over-time",
            title,
            CAPTION,
            Style.WIDTH,
            height,
            Style.chart(title, subtitle, plot, !panels)));
  }

  private static List<Line> lines(StudyResult study, String subject) {
    List<Line> lines = new ArrayList<>();
    for (Ranking.Place place : Ranking.of(study).places()) {
      for (Curve curve : place.policy().curves()) {
        boolean wanted =
            curve.metric().equals(Findings.AVAILABILITY) && curve.subject().equals(subject);
        if (wanted && !curve.points().isEmpty()) {
          lines.add(new Line(place.policy(), curve, study.policies().indexOf(place.policy())));
        }
      }
    }
    return lines;
  }

  private static boolean hasBands(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.curve().points().stream())
        .anyMatch(bin -> EstimateText.halfWidth(bin.mean()) > 0);
  }

  private static XYPlot plot(StudyResult study, List<Line> lines) {
    DurationUnit unit = unit(study);
    XYPlot plot = panel(lines, unit, availabilityAxis(lines, unit, 6), Line::index);
    plot.setDomainAxis(timeAxis(study, unit));
    return plot;
  }

  /** One panel for each policy, all with the same axes: many lines in one panel hide each other. */
  private static CombinedDomainXYPlot panels(StudyResult study, List<Line> lines) {
    DurationUnit unit = unit(study);
    CombinedDomainXYPlot all = new CombinedDomainXYPlot(timeAxis(study, unit));
    all.setGap(14);
    for (Line line : lines) {
      NumberAxis axis = availabilityAxis(lines, unit, 3);
      axis.setLabel("[%]");
      XYPlot panel = panel(List.of(line), unit, axis, any -> 0);
      TextTitle name = new TextTitle(Style.shortened(label(line), 80), Style.SMALL);
      name.setPaint(Style.INK);
      name.setBackgroundPaint(Color.WHITE);
      panel.addAnnotation(new XYTitleAnnotation(0.01, 0.99, name, RectangleAnchor.TOP_LEFT));
      all.add(panel);
    }
    return all;
  }

  private static XYPlot panel(
      List<Line> lines, DurationUnit unit, NumberAxis axis, ToIntFunction<Line> look) {
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setAlpha(BAND_OPACITY);
    for (int i = 0; i < lines.size(); i++) {
      data.addSeries(series(lines.get(i), unit));
      int index = look.applyAsInt(lines.get(i));
      renderer.setSeriesPaint(i, Style.colour(index));
      renderer.setSeriesFillPaint(i, Style.colour(index));
      renderer.setSeriesStroke(i, Style.line(index));
    }
    XYPlot plot = new XYPlot(data, null, axis, renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(Style.GRID);
    plot.setDomainGridlinePaint(Style.GRID);
    return plot;
  }

  private static DurationUnit unit(StudyResult study) {
    DurationUnit fitting = DurationUnit.fitting(study.horizonSeconds());
    boolean brief = study.horizonSeconds() < 2 * DurationUnit.YEAR.seconds();
    return fitting == DurationUnit.YEAR && brief ? DurationUnit.DAY : fitting;
  }

  private static NumberAxis timeAxis(StudyResult study, DurationUnit unit) {
    double horizon = unit.of(study.horizonSeconds());
    AxisTicks ticks = AxisTicks.covering(0, horizon, 12);
    return Style.numbers("time since the start [" + unit.label() + "]", 0, horizon, ticks);
  }

  private static String label(Line line) {
    return Findings.label(line.policy());
  }

  private static YIntervalSeries series(Line line, DurationUnit unit) {
    YIntervalSeries series = new YIntervalSeries(label(line), false, true);
    for (Curve.Point bin : line.curve().points()) {
      if (EstimateText.mean(bin.mean()).isPresent()) {
        add(series, unit.of(bin.fromSeconds()), bin.mean());
        add(series, unit.of(bin.toSeconds()), bin.mean());
      }
    }
    return series;
  }

  private static void add(YIntervalSeries series, double x, Estimate estimate) {
    double mean = EstimateText.mean(estimate).getAsDouble();
    if (estimate instanceof Estimate.Interval interval) {
      series.add(x, mean, Math.max(0, interval.low()), Math.min(1, interval.high()));
    } else {
      series.add(x, mean, mean, mean);
    }
  }

  private static NumberAxis availabilityAxis(List<Line> lines, DurationUnit unit, int steps) {
    double low = 1;
    double high = 0;
    for (Line line : lines) {
      YIntervalSeries series = series(line, unit);
      for (int item = 0; item < series.getItemCount(); item++) {
        low = Math.min(low, series.getYLowValue(item));
        high = Math.max(high, series.getYHighValue(item));
      }
    }
    if (!(low < high)) {
      high = 1;
      low = low < 1 ? 1 - 2 * (1 - low) : 0.999;
    }
    AxisTicks ticks = AxisTicks.covering(low, high, steps);
    double headroom = (steps > 3 ? 0.03 : 0.25) * (ticks.high() - ticks.low());
    AxisFormat percent = new AxisFormat(100, Math.max(0, ticks.decimals() - 2), "");
    double top = Math.min(1, ticks.high()) + headroom;
    return Style.numbers("availability [%]", Math.max(0, ticks.low()), top, ticks, percent);
  }
}
