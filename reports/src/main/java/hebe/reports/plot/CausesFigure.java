package hebe.reports.plot;

import hebe.reports.answer.Causes;
import hebe.reports.answer.CommonUnit;
import hebe.reports.answer.Findings;
import hebe.reports.answer.Ranking;
import hebe.reports.number.AxisTicks;
import hebe.reports.number.DurationUnit;
import hebe.reports.number.EstimateText;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.data.category.DefaultCategoryDataset;

/** Downtime per year of each policy, stacked by cause. */
final class CausesFigure {
  /** What the causes leave of the total; a study that splits its downtime leaves nothing. */
  private static final String REST = "not split by cause";

  /** How far the axis goes, in lengths of the longest bar. */
  static final double ROOM_FOR_TOTALS = 1.3;

  /** Share of the total below which a rest is rounding. */
  private static final double LEAST_REST = 1e-6;

  private CausesFigure() {}

  static Optional<Figure> of(StudyResult study) {
    Ranking ranking = Ranking.of(study);
    double longest =
        ranking.places().stream().mapToDouble(place -> reach(place.downtime())).max().orElse(0);
    if (longest <= 0) {
      return Optional.empty();
    }
    List<Causes.Named> causes = Causes.of(study, ranking.subject());
    CommonUnit common =
        CommonUnit.of(ranking.places().stream().map(p -> Optional.of(p.downtime())).toList());
    CategoryPlot plot = plot(ranking, causes, common, longest);
    String title = "Where does the downtime come from?";
    String subtitle =
        "Downtime per year by cause, subject "
            + ranking.subject()
            + (causes.stream().anyMatch(cause -> cause.kind() == Causes.Kind.PLANNED)
                ? "; planned causes are hatched"
                : "")
            + (ranking.places().stream().anyMatch(p -> EstimateText.halfWidth(p.downtime()) > 0)
                ? "; whisker: interval of the total"
                : "");
    String caption =
        "One bar for each policy, best first. Hatched parts are downtime that somebody planned, solid"
            + " parts failures; the number behind a bar is the total, and the whisker its interval.";
    JFreeChart chart = Style.chart(title, subtitle, plot, true);
    int legendLines = (causes.size() + 2) / 3;
    boolean longNames = ranking.places().stream().anyMatch(place -> place.label().length() > 40);
    int rowHeight = longNames ? 62 : 52;
    int height = 150 + 24 * legendLines + Math.max(2, ranking.places().size()) * rowHeight;
    return Optional.of(new Figure("downtime-by-cause", title, caption, Style.WIDTH, height, chart));
  }

  private static double reach(Estimate total) {
    return EstimateText.mean(total).orElse(0) + EstimateText.halfWidth(total);
  }

  private static CategoryPlot plot(
      Ranking ranking, List<Causes.Named> causes, CommonUnit common, double longest) {
    DurationUnit unit = common.unit();
    double high = unit.of(longest) * ROOM_FOR_TOTALS;
    CategoryPlot plot =
        new CategoryPlot(
            data(ranking, causes, unit),
            policyAxis(),
            Style.numbers(
                "downtime [" + unit.label() + " per year]",
                0,
                high,
                AxisTicks.covering(0, unit.of(longest), 10)),
            renderer(causes));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(org.jfree.chart.axis.AxisLocation.BOTTOM_OR_LEFT);
    plot.setRangeGridlinePaint(Style.GRID);
    List<TotalsAnnotation.Total> totals = new ArrayList<>();
    for (Ranking.Place place : ranking.places()) {
      totals.add(
          TotalsAnnotation.Total.of(
              place.label(),
              common.in(place.downtime()),
              EstimateText.of(common.in(place.downtime()), common.label())));
    }
    plot.addAnnotation(new TotalsAnnotation(totals));
    return plot;
  }

  private static DefaultCategoryDataset data(
      Ranking ranking, List<Causes.Named> causes, DurationUnit unit) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (Ranking.Place place : ranking.places()) {
      double rest = EstimateText.mean(place.downtime()).orElse(0);
      for (Causes.Named cause : causes) {
        double part =
            Findings.part(
                    place.policy(), Findings.DOWNTIME_PER_YEAR, ranking.subject(), cause.name())
                .map(estimate -> EstimateText.mean(estimate).orElse(0))
                .orElse(0.0);
        data.addValue(unit.of(part), cause.label(), place.label());
        rest -= part;
      }
      if (rest > LEAST_REST * EstimateText.mean(place.downtime()).orElse(0)) {
        data.addValue(unit.of(rest), REST, place.label());
      }
    }
    return data;
  }

  /** The axis with the names of the policies. */
  static CategoryAxis policyAxis() {
    CategoryAxis policies = new CategoryAxis();
    Style.axis(policies);
    policies.setTickLabelFont(Style.LABEL);
    policies.setMaximumCategoryLabelLines(3);
    policies.setMaximumCategoryLabelWidthRatio(0.3f);
    policies.setCategoryMargin(0.35);
    policies.setLowerMargin(0.04);
    policies.setUpperMargin(0.04);
    return policies;
  }

  /** Bars with a colour for each cause, hatched where it is planned. */
  static StackedBarRenderer renderer(List<Causes.Named> causes) {
    StackedBarRenderer renderer = new StackedBarRenderer();
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setMaximumBarWidth(0.14);
    List<Boolean> hatched = new ArrayList<>();
    for (int i = 0; i < causes.size(); i++) {
      renderer.setSeriesPaint(i, Style.area(i));
      hatched.add(causes.get(i).kind() == Causes.Kind.PLANNED);
    }
    renderer.setSeriesPaint(causes.size(), Style.GRID);
    renderer.setBarPainter(new HatchingBarPainter(hatched));
    return renderer;
  }
}
