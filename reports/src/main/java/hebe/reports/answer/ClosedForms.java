package hebe.reports.answer;

import hebe.sim.result.Scaling;
import hebe.sim.result.StudyResult;
import java.util.List;

/** What closed forms beside simulated points say, in words. */
final class ClosedForms {
  private ClosedForms() {}

  /** One sentence for each picture of a closed form; its lines say themselves what they show. */
  static List<String> sentences(StudyResult study) {
    return study.scalings().stream()
        .filter(Scaling::simulated)
        .map(
            scaling ->
                "Closed form, "
                    + scaling.title()
                    + " ("
                    + scaling.xLabel()
                    + "): "
                    + String.join("; ", scaling.series().stream().map(s -> s.name()).toList())
                    + ".")
        .toList();
  }
}
