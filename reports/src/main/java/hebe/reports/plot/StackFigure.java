package hebe.reports.plot;

import hebe.reports.breakdown.Stack;
import hebe.reports.number.AxisTicks;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.data.category.DefaultCategoryDataset;

/** What things that take time consist of: horizontal bars, stacked by part. */
public final class StackFigure {
  private static final String OTHERS = "others";
  private static final int MOST_PARTS = 6;
  private static final double ROOM_FOR_TOTALS = 1.2;
  private static final int BAR_HEIGHT = 44;

  private StackFigure() {}

  /** The picture. */
  public static Figure of(Stack stack) {
    List<String> parts = parts(stack);
    String caption =
        "One bar for each time, its parts one after the other. The whisker is what the ranges of"
            + " the terms leave the whole; it may leave the picture's bars far behind.";
    int height = 170 + 24 * ((parts.size() + 3) / 3) + stack.bars().size() * BAR_HEIGHT;
    return new Figure(
        stack.name(),
        "What does the time go to?",
        caption,
        Style.WIDTH,
        height,
        Style.chart("What does the time go to?", stack.title(), plot(stack, parts), true));
  }

  /** The parts that take most, in the order in which they are drawn. */
  private static List<String> parts(Stack stack) {
    Map<String, Double> most = new LinkedHashMap<>();
    stack.bars().forEach(bar -> bar.parts().forEach((part, v) -> most.merge(part, v, Math::max)));
    return most.entrySet().stream()
        .filter(part -> part.getValue() > 0)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_PARTS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static CategoryPlot plot(Stack stack, List<String> parts) {
    double longest = stack.bars().stream().mapToDouble(b -> b.total().high()).max().orElseThrow();
    CategoryAxis things = new CategoryAxis();
    Style.axis(things);
    things.setTickLabelFont(Style.LABEL);
    things.setMaximumCategoryLabelLines(2);
    things.setMaximumCategoryLabelWidthRatio(0.3f);
    things.setCategoryMargin(0.35);
    things.setLowerMargin(0.04);
    things.setUpperMargin(0.04);
    CategoryPlot plot =
        new CategoryPlot(
            data(stack, parts),
            things,
            Style.numbers(
                "time [" + stack.unit() + "]",
                0,
                longest * ROOM_FOR_TOTALS,
                AxisTicks.covering(0, longest, 8)),
            renderer(parts.size()));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setRangeGridlinePaint(Style.GRID);
    plot.addAnnotation(new TotalsAnnotation(totals(stack)));
    return plot;
  }

  private static List<TotalsAnnotation.Total> totals(Stack stack) {
    return stack.bars().stream()
        .map(
            bar ->
                new TotalsAnnotation.Total(
                    bar.label(),
                    bar.total().value(),
                    bar.total().low(),
                    bar.total().high(),
                    bar.total().text()))
        .toList();
  }

  private static DefaultCategoryDataset data(Stack stack, List<String> parts) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (Stack.Bar bar : stack.bars()) {
      parts.forEach(part -> data.addValue(bar.parts().getOrDefault(part, 0.0), part, bar.label()));
      double others = bar.total().value();
      for (String part : parts) {
        others -= bar.parts().getOrDefault(part, 0.0);
      }
      data.addValue(Math.max(0, others), OTHERS, bar.label());
    }
    return data;
  }

  private static StackedBarRenderer renderer(int parts) {
    StackedBarRenderer renderer = new StackedBarRenderer();
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setMaximumBarWidth(0.14);
    renderer.setBarPainter(new HatchingBarPainter(List.of()));
    for (int i = 0; i < parts; i++) {
      renderer.setSeriesPaint(i, Style.area(i));
    }
    renderer.setSeriesPaint(parts, Style.GRID);
    return renderer;
  }
}
