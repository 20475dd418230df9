package hebe.reports.summary;

import hebe.reports.number.Numbers;
import hebe.sim.result.Outage;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import java.util.List;

/**
 * {@code outages.csv}: every outage of each policy's traced replication, in order of time. Times
 * are in seconds since its start. {@code lasting} says that the outage had not ended at the
 * horizon; {@code lost} lists what was lost in its course, separated by semicolons.
 */
public final class OutagesCsv {
  private OutagesCsv() {}

  /** The whole file. */
  public static String write(StudyResult study) {
    CsvTable table =
        new CsvTable(
            "policy",
            "point",
            "subject",
            "start [s]",
            "end [s]",
            "length [s]",
            "cause",
            "planned",
            "lost",
            "lasting");
    for (PolicyResult policy : study.policies()) {
      policy.outages().forEach(outage -> table.row(fields(policy, outage)));
    }
    return table.text();
  }

  private static List<String> fields(PolicyResult policy, Outage outage) {
    return List.of(
        policy.policy(),
        CsvTable.point(policy.point()),
        outage.subject(),
        Numbers.exact(outage.startSeconds()),
        Numbers.exact(outage.endSeconds()),
        Numbers.exact(outage.seconds()),
        outage.cause().name(),
        Boolean.toString(outage.cause().planned()),
        String.join("; ", outage.lost()),
        Boolean.toString(outage.lasting()));
  }
}
