package hebe.reports.plot;

import hebe.reports.answer.Findings;
import hebe.reports.answer.Work;
import hebe.reports.number.EstimateText;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the vertical axis of a sweep's picture shows.
 *
 * @param unit as the picture shows it
 * @param one of this unit in the unit of the metric
 */
record SweptMetric(String metric, String subject, String unit, double one) {
  /** Those that a study has. */
  static List<SweptMetric> of(StudyResult study) {
    List<SweptMetric> all = new ArrayList<>();
    for (String metric :
        List.of(
            Findings.UNAVAILABILITY,
            Findings.COST_PER_YEAR,
            Findings.CAPACITY,
            Findings.OVERHEAD)) {
      Findings.unit(study, metric)
          .ifPresent(unit -> all.add(new SweptMetric(metric, Findings.ALL, unit, 1)));
    }
    for (String group : Work.groups(study)) {
      all.add(new SweptMetric(Work.DONE, group, Work.UNIT.label() + "/year", Work.UNIT.seconds()));
    }
    return all;
  }

  /** In words. */
  String noun() {
    return metric.replace('-', ' ');
  }

  Optional<Estimate> of(PolicyResult result) {
    return Findings.total(result, metric, subject)
        .map(found -> one == 1 ? found : EstimateText.times(found, 1 / one));
  }

  /** The exact value over the horizon or, where it is not known, in the long run. */
  OptionalDouble known(PolicyResult result) {
    if (!subject.equals(Findings.ALL)) {
      return OptionalDouble.empty();
    }
    OptionalDouble exact = Findings.exact(result, metric);
    return exact.isPresent() ? exact : Findings.longRun(result, metric);
  }
}
