package hebe.reports.plot;

import hebe.reports.breakdown.Breakdown;
import hebe.reports.number.AxisTicks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.data.category.DefaultCategoryDataset;

/** Run time per native time of each circumstance, stacked by what it goes to. */
public final class BreakdownFigure {
  private static final String NATIVE = "native work";
  private static final String OTHERS = "others";
  private static final int MOST_CAUSES = 9;
  private static final double ROOM_FOR_TOTALS = 1.3;
  private static final int BAR_HEIGHT = 44;

  private BreakdownFigure() {}

  /** The picture; it needs at least one bar. */
  public static Figure of(Breakdown breakdown) {
    List<String> causes = causes(breakdown);
    String title = "Where does the time go?";
    boolean ranges = breakdown.bars().stream().anyMatch(b -> !b.slowDown().range().isEmpty());
    String subtitle = breakdown.title() + (ranges ? "; whisker: range of the slow-down" : "");
    String caption =
        "One bar for each circumstance: native work, and what each kind of event adds to it. The"
            + " number behind a bar is the slow-down, and the whisker what the ranges of costs and"
            + " rates leave it.";
    int legendLines = (causes.size() + 4) / 4;
    int height = 150 + 24 * legendLines + Math.max(2, breakdown.bars().size()) * BAR_HEIGHT;
    return new Figure(
        "timing",
        title,
        caption,
        Style.WIDTH,
        height,
        Style.chart(title, subtitle, plot(breakdown, causes), true));
  }

  /** The causes that take most, in the order in which they are drawn. */
  private static List<String> causes(Breakdown breakdown) {
    Map<String, Double> most = new LinkedHashMap<>();
    for (Breakdown.Bar bar : breakdown.bars()) {
      bar.parts()
          .forEach(
              part -> most.merge(part.cause(), Math.abs(part.extraSeconds().value()), Math::max));
    }
    return most.entrySet().stream()
        .filter(cause -> cause.getValue() > 0)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_CAUSES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static CategoryPlot plot(Breakdown breakdown, List<String> causes) {
    double longest =
        breakdown.bars().stream().mapToDouble(bar -> bar.slowDown().high()).max().orElseThrow();
    double least =
        Math.min(0, breakdown.bars().stream().mapToDouble(BreakdownFigure::below).min().orElse(0));
    CategoryAxis circumstances = new CategoryAxis();
    Style.axis(circumstances);
    circumstances.setTickLabelFont(Style.LABEL);
    circumstances.setMaximumCategoryLabelLines(3);
    circumstances.setMaximumCategoryLabelWidthRatio(0.3f);
    circumstances.setCategoryMargin(0.35);
    circumstances.setLowerMargin(0.04);
    circumstances.setUpperMargin(0.04);
    CategoryPlot plot =
        new CategoryPlot(
            data(breakdown, causes),
            circumstances,
            Style.numbers(
                "time per native time [1]",
                least,
                longest * ROOM_FOR_TOTALS,
                AxisTicks.covering(least, longest, 10)),
            renderer(causes));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setRangeGridlinePaint(Style.GRID);
    plot.addAnnotation(new TotalsAnnotation(totals(breakdown)));
    return plot;
  }

  /** What is cheaper than native stands left of 0. */
  private static double below(Breakdown.Bar bar) {
    return bar.parts().stream().mapToDouble(p -> Math.min(0, p.extraSeconds().value())).sum();
  }

  private static List<TotalsAnnotation.Total> totals(Breakdown breakdown) {
    List<TotalsAnnotation.Total> totals = new ArrayList<>();
    for (Breakdown.Bar bar : breakdown.bars()) {
      totals.add(
          new TotalsAnnotation.Total(
              bar.label(),
              bar.slowDown().value(),
              bar.slowDown().low(),
              bar.slowDown().high(),
              bar.slowDown().text()));
    }
    return totals;
  }

  private static DefaultCategoryDataset data(Breakdown breakdown, List<String> causes) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (Breakdown.Bar bar : breakdown.bars()) {
      data.addValue(1, NATIVE, bar.label());
      Map<String, Double> seconds =
          bar.parts().stream()
              .collect(
                  Collectors.toMap(
                      part -> causes.contains(part.cause()) ? part.cause() : OTHERS,
                      part -> part.extraSeconds().value(),
                      Double::sum));
      causes.forEach(cause -> data.addValue(seconds.getOrDefault(cause, 0.0), cause, bar.label()));
      double others = seconds.getOrDefault(OTHERS, 0.0);
      if (others != 0) {
        data.addValue(others, OTHERS, bar.label());
      }
    }
    return data;
  }

  private static StackedBarRenderer renderer(List<String> causes) {
    StackedBarRenderer renderer = new StackedBarRenderer();
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setMaximumBarWidth(0.14);
    renderer.setBarPainter(new HatchingBarPainter(List.of()));
    renderer.setSeriesPaint(0, Style.GRID);
    for (int i = 0; i <= causes.size(); i++) {
      renderer.setSeriesPaint(i + 1, Style.area(i));
    }
    return renderer;
  }
}
