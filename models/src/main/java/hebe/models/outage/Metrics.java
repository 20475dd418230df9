package hebe.models.outage;

import hebe.sim.result.Cause;
import hebe.sim.result.MetricId;
import hebe.sim.study.Measure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/**
 * The metrics of dependability, in the fixed order of the result files: for each group
 * availability, unavailability, downtime and outages per year in all and by cause, mean outage,
 * downtime per rejuvenation of the VMM, and, where it is known, capacity and overhead.
 *
 * <p>A metric of a group is the mean over its members; a year has 365 days. Definitions:
 * docs/models.md#metrics.
 */
public final class Metrics {
  /** Seconds in a year of 365 days. */
  public static final double YEAR_SECONDS = 365 * 86_400.0;

  private static final double ROUNDING = 1e-12;

  private final Subjects subjects;
  private final List<Cause> causes;
  private final Set<Cause> hostCauses;
  private final Set<Cause> otherCauses;
  private final Capacities capacities;

  /**
   * The metrics of these subjects.
   *
   * @param causes all causes of outages
   * @param hostCauses those that begin outages of a host
   * @param otherCauses those of them that rejuvenate no VMM although they are planned
   * @param capacities what the members of the groups get done
   */
  public Metrics(
      Subjects subjects,
      Collection<Cause> causes,
      Set<Cause> hostCauses,
      Set<Cause> otherCauses,
      Capacities capacities) {
    this.otherCauses = otherCauses;
    this.subjects = subjects;
    this.capacities = capacities;
    this.causes =
        named(causes).stream()
            .sorted(Comparator.comparing(Cause::planned).reversed().thenComparing(Cause::name))
            .toList();
    this.hostCauses = hostCauses;
  }

  /** One for each name, the first: they may differ in what is lost. */
  private static Collection<Cause> named(Collection<Cause> causes) {
    Map<String, Cause> named = new LinkedHashMap<>();
    causes.forEach(cause -> named.putIfAbsent(cause.name(), cause));
    return named.values();
  }

  /** The names of all causes. */
  public List<String> causes() {
    return causes.stream().map(Cause::name).toList();
  }

  /** What is measured, in order. */
  public List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    for (String group : subjects.groups()) {
      measures.add(Measure.mean(MetricId.total("availability", group, "1")));
      measures.add(Measure.mean(MetricId.total("unavailability", group, "1")));
      measures.add(Measure.mean(MetricId.total("downtime-per-year", group, "s/year")));
      causesOf(group)
          .forEach(cause -> measures.add(byCause("downtime-per-year", group, cause, "s/year")));
      measures.add(Measure.mean(MetricId.total("outages-per-year", group, "1/year")));
      causesOf(group)
          .forEach(cause -> measures.add(byCause("outages-per-year", group, cause, "1/year")));
      measures.add(Measure.ratio(MetricId.total("mean-outage", group, "s")));
      measures.add(Measure.ratio(MetricId.total("downtime-per-rejuvenation", group, "s")));
      if (capacities.knows(group, subjects)) {
        measures.add(Measure.mean(MetricId.total(Capacities.CAPACITY, group, "1")));
        measures.add(Measure.ratio(MetricId.total(Capacities.OVERHEAD, group, "1")));
      }
    }
    return measures;
  }

  /**
   * The values of one replication, in the order of {@link #measures}: a numerator and a denominator
   * each.
   *
   * @param earned what each reward of the model earned
   */
  public List<Measure.Value> values(
      OutageTotals totals, IntToDoubleFunction earned, double horizonSeconds) {
    return values(group -> totals.of(subjects.members(group), causes()), earned, horizonSeconds);
  }

  /**
   * The values that belong to some outages, in the order of {@link #measures}.
   *
   * @param of the outages of a group; expectations give expected numerators and denominators
   * @param earned what each reward of the model earned meanwhile
   * @param seconds the time that they were counted over
   */
  public List<Measure.Value> values(
      Function<String, GroupOutages> of, IntToDoubleFunction earned, double seconds) {
    List<Measure.Value> values = new ArrayList<>();
    for (String group : subjects.groups()) {
      GroupOutages outages = of.apply(group);
      double time = seconds * subjects.members(group).size();
      double years = time / YEAR_SECONDS;
      double down = outages.all().seconds();
      values.add(Measure.Value.of(1 - down / time));
      values.add(Measure.Value.of(down / time));
      values.add(Measure.Value.of(down / years));
      causesOf(group)
          .forEach(cause -> values.add(Measure.Value.of(outages.by(cause).seconds() / years)));
      values.add(Measure.Value.of(outages.all().count() / years));
      causesOf(group)
          .forEach(cause -> values.add(Measure.Value.of(outages.by(cause).count() / years)));
      values.add(new Measure.Value(down, outages.all().count()));
      values.add(perRejuvenation(outages));
      if (capacities.knows(group, subjects)) {
        double done = capacities.doneSeconds(group, subjects, earned);
        double up = time - down;
        values.add(Measure.Value.of(done / time));
        values.add(new Measure.Value(lost(up, done), up));
      }
    }
    return values;
  }

  /** What was not done; what the rounding of two sums leaves of nothing is nothing. */
  private static double lost(double up, double done) {
    double lost = up - done;
    return Math.abs(lost) <= ROUNDING * up ? 0 : lost;
  }

  /** Downtime and number of the outages that rejuvenations of the VMM begin. */
  private Measure.Value perRejuvenation(GroupOutages outages) {
    OutageTotals.Part sum = new OutageTotals.Part(0, 0);
    for (Cause cause : causes) {
      if (cause.planned() && hostCauses.contains(cause) && !otherCauses.contains(cause)) {
        sum = sum.plus(outages.by(cause));
      }
    }
    return new Measure.Value(sum.seconds(), sum.count());
  }

  private List<Cause> causesOf(String group) {
    return subjects.ofHosts(group) ? causes.stream().filter(hostCauses::contains).toList() : causes;
  }

  private static Measure byCause(String name, String group, Cause cause, String unit) {
    return Measure.mean(MetricId.byCause(name, group, cause.name(), unit));
  }
}
