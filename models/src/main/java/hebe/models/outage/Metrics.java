package hebe.models.outage;

import hebe.sim.result.Cause;
import hebe.sim.result.MetricId;
import hebe.sim.study.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * The metrics of dependability, in the fixed order of the result files: for each group availability, unavailability, downtime and
 * outages per year in all and by cause, mean outage, and downtime per rejuvenation.
 *
 * <p>A metric of a group is the mean over its members; a year has 365 days. Definitions: docs/models.md#metrics.
 */
public final class Metrics {
  /** Seconds in a year of 365 days. */
  public static final double YEAR_SECONDS = 365 * 86_400.0;

  private final Subjects subjects;
  private final List<Cause> causes;

  /** The metrics of these subjects under these causes. */
  public Metrics(Subjects subjects, List<Cause> causes) {
    this.subjects = subjects;
    this.causes = List.copyOf(causes);
  }

  /** What is measured, in order. */
  public List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    for (String group : subjects.groups()) {
      measures.add(Measure.mean(MetricId.total("availability", group, "1")));
      measures.add(Measure.mean(MetricId.total("unavailability", group, "1")));
      measures.add(Measure.mean(MetricId.total("downtime-per-year", group, "s/year")));
      causes.forEach(cause -> measures.add(Measure.mean(MetricId.byCause("downtime-per-year", group, cause.name(), "s/year"))));
      measures.add(Measure.mean(MetricId.total("outages-per-year", group, "1/year")));
      causes.forEach(cause -> measures.add(Measure.mean(MetricId.byCause("outages-per-year", group, cause.name(), "1/year"))));
      measures.add(Measure.ratio(MetricId.total("mean-outage", group, "s")));
      planned().forEach(cause -> measures.add(Measure.ratio(MetricId.byCause("downtime-per-rejuvenation", group, cause.name(), "s"))));
    }
    return measures;
  }

  /** The values of one replication, in the order of {@link #measures}: a numerator and a denominator each. */
  public List<Measure.Value> values(OutageTotals totals, double horizonSeconds) {
    List<Measure.Value> values = new ArrayList<>();
    for (String group : subjects.groups()) {
      List<Integer> members = subjects.members(group);
      double time = horizonSeconds * members.size();
      double years = time / YEAR_SECONDS;
      double down = members.stream().mapToDouble(totals::downSeconds).sum();
      double outages = members.stream().mapToDouble(totals::outages).sum();
      values.add(Measure.Value.of(1 - down / time));
      values.add(Measure.Value.of(down / time));
      values.add(Measure.Value.of(down / years));
      causes.forEach(cause -> values.add(Measure.Value.of(part(totals, members, cause).seconds() / years)));
      values.add(Measure.Value.of(outages / years));
      causes.forEach(cause -> values.add(Measure.Value.of(part(totals, members, cause).count() / years)));
      values.add(new Measure.Value(down, outages));
      for (Cause cause : planned()) {
        OutageTotals.Part part = part(totals, members, cause);
        values.add(new Measure.Value(part.seconds(), part.count()));
      }
    }
    return values;
  }

  private List<Cause> planned() {
    return causes.stream().filter(Cause::planned).toList();
  }

  private static OutageTotals.Part part(OutageTotals totals, List<Integer> members, Cause cause) {
    OutageTotals.Part sum = new OutageTotals.Part(0, 0);
    for (int member : members) {
      sum = sum.plus(totals.part(member, cause.name()));
    }
    return sum;
  }
}
