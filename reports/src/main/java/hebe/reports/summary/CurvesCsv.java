package hebe.reports.summary;

import hebe.reports.number.Numbers;
import hebe.sim.result.Curve;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code curves.csv}: metrics over time, one line for each bin; the mean over the bin and the value
 * at its end, each with its interval. Times are in seconds since the start of a replication.
 */
public final class CurvesCsv {
  private CurvesCsv() {}

  /** The whole file. */
  public static String write(StudyResult study) {
    CsvTable table =
        new CsvTable(
            "policy",
            "point",
            "metric",
            "subject",
            "unit",
            "from [s]",
            "to [s]",
            "mean",
            "low",
            "high",
            "interval",
            "n",
            "end",
            "end low",
            "end high",
            "end interval",
            "end n");
    for (PolicyResult policy : study.policies()) {
      for (Curve curve : policy.curves()) {
        curve.points().forEach(bin -> table.row(fields(policy, curve, bin)));
      }
    }
    return table.text();
  }

  private static List<String> fields(PolicyResult policy, Curve curve, Curve.Point bin) {
    List<String> fields = new ArrayList<>();
    fields.add(policy.policy());
    fields.add(CsvTable.point(policy.point()));
    fields.add(curve.metric());
    fields.add(curve.subject());
    fields.add(curve.unit());
    fields.add(Numbers.exact(bin.fromSeconds()));
    fields.add(Numbers.exact(bin.toSeconds()));
    add(fields, bin.mean());
    add(fields, bin.atEnd());
    return fields;
  }

  private static void add(List<String> fields, Estimate estimate) {
    EstimateFields parts = EstimateFields.of(estimate);
    fields.add(parts.mean().orElse(""));
    fields.add(parts.low().orElse(""));
    fields.add(parts.high().orElse(""));
    fields.add(parts.interval());
    fields.add(Integer.toString(parts.count()));
  }
}
