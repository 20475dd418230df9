package hebe.scenarios.build;

import hebe.reports.number.EstimateText;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import hebe.sim.exact.Approximate;
import hebe.sim.exact.Approximation;
import hebe.sim.law.fit.PhaseFit;
import hebe.sim.result.Metric;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Approximate values, what they rest on, and how far they may be off. */
public final class ApproximateTables {
  private static final int DIGITS = 10;
  private static final int ERROR_DIGITS = 2;

  private ApproximateTables() {}

  /** Every value with the other order's and the estimated error. */
  public static DataTable values(String scenario, ApproximateStudy study) {
    List<List<String>> rows = new ArrayList<>();
    study
        .solved()
        .forEach(
            (policy, operation) ->
                operation
                    .values()
                    .forEach(
                        (metric, found) ->
                            rows.add(
                                List.of(
                                    policy,
                                    Integer.toString(operation.states()),
                                    metric.subject(),
                                    metric.name(),
                                    metric.unit(),
                                    Numbers.significant(found.value(), DIGITS),
                                    error(found),
                                    Numbers.significant(found.extrapolated(), DIGITS)))));
    return new DataTable(
        scenario + ", approximate over the horizon, fits of up to " + study.order() + " phases",
        List.of(
            "policy",
            "states",
            "subject",
            "metric",
            "unit",
            "approximate",
            "estimated error",
            "extrapolated"),
        rows);
  }

  /** The unavailabilities beside the simulated ones. */
  public static DataTable beside(StudyResult simulated, ApproximateStudy study) {
    List<List<String>> rows = new ArrayList<>();
    for (PolicyResult policy : simulated.policies()) {
      for (Metric metric : policy.metrics()) {
        if (study.solved().containsKey(policy.label())
            && metric.id().name().equals("unavailability")
            && study.solved().get(policy.label()).values().containsKey(metric.id())) {
          Approximate found = study.solved().get(policy.label()).values().get(metric.id());
          rows.add(
              List.of(
                  policy.label(),
                  metric.id().subject(),
                  EstimateText.unavailability(metric.estimate()),
                  Numbers.significant(found.value(), DIGITS),
                  error(found)));
        }
      }
    }
    return new DataTable(
        "Unavailability, simulated and approximate, fits of up to " + study.order() + " phases",
        List.of("policy", "subject", "simulated", "approximate", "estimated error"),
        rows);
  }

  /** The fits, each once for a policy, with their errors. */
  public static DataTable fits(ApproximateStudy study) {
    List<List<String>> rows = new ArrayList<>();
    study
        .solved()
        .forEach(
            (policy, operation) ->
                byLaw(operation.fits()).forEach((fit, users) -> rows.add(row(policy, users, fit))));
    return new DataTable(
        "Laws that were fitted",
        List.of(
            "policy", "transition", "law", "phases", "mean error", "variance error", "cdf error"),
        rows);
  }

  private static Map<PhaseFit, List<String>> byLaw(List<Approximation.Fit> fits) {
    Map<PhaseFit, List<String>> users = new LinkedHashMap<>();
    for (Approximation.Fit fit : fits) {
      users.computeIfAbsent(fit.fit(), unused -> new ArrayList<>()).add(fit.transition());
    }
    return users;
  }

  private static List<String> row(String policy, List<String> users, PhaseFit fit) {
    String more = users.size() == 1 ? "" : " and " + (users.size() - 1) + " more";
    return List.of(
        policy,
        users.get(0) + more,
        fit.law().describe(),
        Integer.toString(fit.phases()),
        percent(fit.meanError()),
        fit.varianceError().isPresent()
            ? percent(fit.varianceError().getAsDouble())
            : "mean^2 / " + fit.phases() + " instead of 0",
        Numbers.fixed(fit.cdfDistance(), 4));
  }

  private static String percent(double share) {
    return Numbers.signed(100 * share, 1) + " %";
  }

  private static String error(Approximate found) {
    double error = found.estimatedError();
    return error == 0 ? "0" : Numbers.scientific(error, ERROR_DIGITS);
  }
}
