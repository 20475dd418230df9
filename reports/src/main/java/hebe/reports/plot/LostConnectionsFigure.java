package hebe.reports.plot;

import hebe.reports.answer.Causes;
import hebe.reports.answer.ClientSentences;
import hebe.reports.answer.Findings;
import hebe.reports.number.AxisTicks;
import hebe.reports.number.EstimateText;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;

/** Connections that a guest loses in a year under each policy, stacked by cause. */
final class LostConnectionsFigure {
  private LostConnectionsFigure() {}

  /** The figure; empty where no connection is lost. */
  static Optional<Figure> of(StudyResult study) {
    List<PolicyResult> policies = ClientSentences.fewestLost(study);
    double most =
        policies.stream()
            .map(LostConnectionsFigure::lost)
            .mapToDouble(e -> EstimateText.mean(e).orElse(0) + EstimateText.halfWidth(e))
            .max()
            .orElse(0);
    if (most <= 0) {
      return Optional.empty();
    }
    List<Causes.Named> causes = Causes.of(study, Findings.CONNECTIONS_LOST, Findings.ALL);
    String title = "Why are connections lost?";
    String subtitle =
        "Connections lost per guest and year by cause"
            + (causes.stream().anyMatch(cause -> cause.kind() == Causes.Kind.PLANNED)
                ? "; planned causes are hatched"
                : "")
            + (policies.stream().anyMatch(p -> EstimateText.halfWidth(lost(p)) > 0)
                ? "; whisker: interval of the total"
                : "");
    String caption =
        "One bar for each policy, the fewest lost first; the mean over all guests with clients. The"
            + " number behind a bar is the total, and the whisker its interval.";
    boolean longNames = policies.stream().anyMatch(policy -> policy.label().length() > 40);
    int height =
        150 + 24 * ((causes.size() + 2) / 3) + Math.max(2, policies.size()) * (longNames ? 62 : 52);
    return Optional.of(
        new Figure(
            "connections-lost-by-cause",
            title,
            caption,
            Style.WIDTH,
            height,
            Style.chart(title, subtitle, plot(policies, causes, most), true)));
  }

  private static CategoryPlot plot(
      List<PolicyResult> policies, List<Causes.Named> causes, double most) {
    CategoryPlot plot =
        new CategoryPlot(
            data(policies, causes),
            CausesFigure.policyAxis(),
            Style.numbers(
                "connections lost [per guest and year]",
                0,
                most * CausesFigure.ROOM_FOR_TOTALS,
                AxisTicks.covering(0, most, 10)),
            CausesFigure.renderer(causes));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setRangeGridlinePaint(Style.GRID);
    plot.addAnnotation(
        new TotalsAnnotation(
            policies.stream()
                .map(
                    p ->
                        TotalsAnnotation.Total.of(p.label(), lost(p), EstimateText.of(lost(p), "")))
                .toList()));
    return plot;
  }

  private static DefaultCategoryDataset data(
      List<PolicyResult> policies, List<Causes.Named> causes) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (PolicyResult policy : policies) {
      for (Causes.Named cause : causes) {
        double part =
            Findings.part(policy, Findings.CONNECTIONS_LOST, Findings.ALL, cause.name())
                .map(estimate -> EstimateText.mean(estimate).orElse(0))
                .orElse(0.0);
        data.addValue(part, cause.label(), policy.label());
      }
    }
    return data;
  }

  private static Estimate lost(PolicyResult policy) {
    return Findings.total(policy, Findings.CONNECTIONS_LOST, Findings.ALL)
        .orElse(new Estimate.NoData());
  }
}
