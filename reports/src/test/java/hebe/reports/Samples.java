package hebe.reports;

import hebe.sim.result.Cause;
import hebe.sim.result.Comparison;
import hebe.sim.result.Curve;
import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.result.Outage;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.Scaling;
import hebe.sim.result.StudyResult;
import hebe.sim.result.SweepValue;
import hebe.sim.result.Timeline;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Results made by hand, close to what the main study gives. */
public final class Samples {
  public static final double YEAR = 365 * 86_400.0;
  private static final double WEEK = 7 * 86_400.0;

  private Samples() {}

  /** Whether the estimates of a sample have intervals. */
  public enum Noise {
    RANDOM,
    NONE,
    SINGLE
  }

  /** One policy: seconds of planned and unplanned downtime per year, by cause. */
  public record Shape(String name, Map<String, Double> downtime, double perRejuvenation) {}

  /** Warm, saved and cold reboots with failures. */
  public static StudyResult main() {
    return study(
        Noise.RANDOM,
        List.of(
            shape("warm", "warm-reboot", 546, 1747, 42),
            shape("saved", "saved-reboot", 5_870, 1747, 451),
            shape("cold", "cold-reboot", 3_130, 1529, 241)));
  }

  public static Shape shape(
      String name, String reboot, double rebootSeconds, double guestSeconds, double each) {
    Map<String, Double> downtime = new java.util.LinkedHashMap<>();
    downtime.put("hardware-failure", 620.0);
    downtime.put("vmm-crash", 410.0);
    downtime.put("guest-crash", 95.0);
    downtime.put("service-crash", 33.0);
    downtime.put("guest-rejuvenation", guestSeconds);
    downtime.put(reboot, rebootSeconds);
    return new Shape(name, downtime, each);
  }

  public static StudyResult study(Noise noise, List<Shape> shapes) {
    List<PolicyResult> policies = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      policies.add(policy(noise, shapes.get(i), i));
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      for (int j = i + 1; j < shapes.size(); j++) {
        double difference = total(shapes.get(i)) - total(shapes.get(j));
        comparisons.add(
            new Comparison(
                MetricId.total("downtime-per-year", "all", "s/year"),
                shapes.get(i).name(),
                shapes.get(j).name(),
                estimate(noise, difference, 60 + 5 * i, Estimate.Method.PAIRED_STUDENT)));
      }
    }
    return new StudyResult(
        "Warm, saved or cold",
        "Eleven 1 GiB guests on one host; guests rejuvenated weekly, the VMM every four weeks.",
        "0f3a5c7e9b1d2f4a6c8e0b2d4f6a8c0e1f3a5c7e9b1d2f4a6c8e0b2d4f6a8c0e",
        2007,
        0.95,
        10 * YEAR,
        policies,
        comparisons,
        List.of(scaling()));
  }

  private static double total(Shape shape) {
    return shape.downtime().values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Estimate estimate(
      Noise noise, double mean, double halfWidth, Estimate.Method method) {
    return switch (noise) {
      case RANDOM ->
          new Estimate.Interval(mean, mean - halfWidth, mean + halfWidth, 0.95, method, 40);
      case NONE -> new Estimate.Deterministic(mean, 1);
      case SINGLE -> new Estimate.NoInterval(mean, 1);
    };
  }

  private static PolicyResult policy(Noise noise, Shape shape, int index) {
    double total = total(shape);
    List<Metric> metrics = new ArrayList<>();
    for (String subject : List.of("web", "all")) {
      double u = total / YEAR;
      metrics.add(metric(MetricId.total("availability", subject, "1"), noise, 1 - u, 0.01 * u));
      metrics.add(metric(MetricId.total("unavailability", subject, "1"), noise, u, 0.01 * u));
      metrics.add(
          metric(
              MetricId.total("downtime-per-year", subject, "s/year"), noise, total, 0.01 * total));
      shape
          .downtime()
          .forEach(
              (cause, seconds) ->
                  metrics.add(
                      metric(
                          MetricId.byCause("downtime-per-year", subject, cause, "s/year"),
                          noise,
                          seconds,
                          0.03 * seconds)));
      metrics.add(metric(MetricId.total("outages-per-year", subject, "1/year"), noise, 66.4, 0.31));
      metrics.add(
          metric(
              MetricId.total("mean-outage", subject, "s"),
              noise,
              total / 66.4,
              0.011 * total / 66.4));
      metrics.add(
          metric(
              MetricId.total("downtime-per-rejuvenation", subject, "s"),
              Noise.NONE,
              shape.perRejuvenation(),
              0));
    }
    return new PolicyResult(
        shape.name(),
        Map.of(),
        noise == Noise.RANDOM ? 40 : 1,
        metrics,
        List.of(curve(noise, total, index)),
        outages(shape),
        List.of(timeline(shape.name(), shape.perRejuvenation())));
  }

  private static Metric metric(MetricId id, Noise noise, double mean, double halfWidth) {
    return new Metric(
        id, estimate(noise, mean, halfWidth, Estimate.Method.STUDENT), OptionalDouble.empty());
  }

  private static Curve curve(Noise noise, double total, int index) {
    double u = total / YEAR;
    List<Curve.Point> points = new ArrayList<>();
    for (int bin = 0; bin < 60; bin++) {
      double wobble = 1 + 0.15 * StrictMath.sin(2.3 * bin + index) * (noise == Noise.NONE ? 0 : 1);
      Estimate mean = estimate(noise, 1 - u * wobble, 0.12 * u, Estimate.Method.STUDENT);
      points.add(
          new Curve.Point(bin * YEAR / 6, (bin + 1) * YEAR / 6, mean, new Estimate.NoData()));
    }
    return new Curve("availability", "all", "1", points);
  }

  private static List<Outage> outages(Shape shape) {
    List<Outage> outages = new ArrayList<>();
    int week = 1;
    for (String cause : shape.downtime().keySet()) {
      if (!cause.equals("service-crash")) {
        boolean planned = cause.endsWith("reboot") || cause.endsWith("rejuvenation");
        List<String> lost = cause.equals("warm-reboot") ? List.of() : List.of("page cache");
        Cause why = new Cause(cause, planned, lost);
        double start = week * WEEK;
        outages.add(new Outage("host/web-" + week, start, start + 33.5, why, lost, false));
      }
      week++;
    }
    return outages;
  }

  /**
   * One reboot of the VMM under eleven guests, of which the service is down for so many seconds.
   */
  public static Timeline timeline(String name, double down) {
    List<Timeline.Row> rows = new ArrayList<>();
    double begin = 0.35 * down;
    double reload = begin + 0.25 * down;
    double boot = reload + 0.3 * down;
    rows.add(
        new Timeline.Row(
            "hardware",
            name.startsWith("warm")
                ? List.of()
                : List.of(
                    new Timeline.Bar("POST", begin, begin + 0.1 * down, false),
                    new Timeline.Bar("memory scrub", begin + 0.1 * down, reload, false))));
    rows.add(
        new Timeline.Row(
            "vmm",
            List.of(
                new Timeline.Bar("shutdown", begin - 1, begin, false),
                new Timeline.Bar("quick reload", reload, reload + 0.1 * down, false))));
    rows.add(
        new Timeline.Row(
            "dom0",
            List.of(
                new Timeline.Bar("dom0 shutdown", 0, begin - 1, false),
                new Timeline.Bar("dom0 boot", reload + 0.1 * down, boot, false))));
    for (int guest = 1; guest <= 11; guest++) {
      double suspended = begin - 0.05 * down + 0.04;
      double back = boot + 0.01 * down * guest;
      rows.add(
          new Timeline.Row(
              "host/web-" + guest,
              List.of(
                  new Timeline.Bar("suspend", suspended - 0.04, suspended, true),
                  new Timeline.Bar("frozen in memory", suspended, back, true),
                  new Timeline.Bar("resume", back, back + 0.02 * down, true))));
    }
    return new Timeline(name + "-reboot, 11 guests", rows);
  }

  private static Scaling scaling() {
    List<Scaling.Series> series = new ArrayList<>();
    double[][] lines = {{42, -0.1}, {90, 31}, {157, 8}};
    String[] names = {"warm", "saved", "cold"};
    for (int s = 0; s < names.length; s++) {
      List<Scaling.Point> points = new ArrayList<>();
      for (int n = 1; n <= 11; n++) {
        points.add(new Scaling.Point(n, lines[s][0] + lines[s][1] * n));
      }
      series.add(new Scaling.Series(names[s], points));
    }
    return new Scaling(
        "Downtime of one VMM rejuvenation",
        "guests of 1 GiB",
        "service downtime [s]",
        series,
        List.of(
            new Scaling.Published("warm-11", "warm", 11, 42, 39, 45, false),
            new Scaling.Published("saved-11", "saved", 11, 429, 365, 493, false),
            new Scaling.Published("cold-11", "cold", 11, 241, 205, 277, false),
            new Scaling.Published("cold-1", "cold", 1, 170, 160, 180, true)));
  }

  /** The smallest study that shows every kind of estimate. */
  public static StudyResult tiny() {
    Estimate.Interval interval =
        new Estimate.Interval(0.99993, 0.99992, 0.99994, 0.95, Estimate.Method.STUDENT, 40);
    List<Metric> metrics =
        List.of(
            new Metric(
                MetricId.total("availability", "web", "1"), interval, OptionalDouble.of(0.999931)),
            new Metric(
                new MetricId("downtime-per-year", "web", Optional.of("vmm-crash"), "s/year"),
                new Estimate.Deterministic(41.6, 40),
                OptionalDouble.empty()),
            new Metric(
                MetricId.total("outages-per-year", "web", "1/year"),
                new Estimate.NoInterval(1.0 / 3, 1),
                OptionalDouble.empty()),
            new Metric(
                MetricId.total("mean-outage", "web", "s"),
                new Estimate.NoData(),
                OptionalDouble.empty()));
    Map<String, SweepValue> point = Map.of("hosts[0].guests.count", new SweepValue("11", 11, "1"));
    List<Curve> curves =
        List.of(
            new Curve(
                "availability",
                "web",
                "1",
                List.of(new Curve.Point(0, 86_400, interval, new Estimate.NoInterval(1, 1)))));
    Cause cause = new Cause("vmm-crash", false, List.of("page cache"));
    List<Outage> outages =
        List.of(new Outage("host/web-1", 1e6, 1e6 + 41.5, cause, List.of("a, b", "c"), true));
    return new StudyResult(
        "A \"tiny\" study",
        "",
        "ab12",
        2007,
        0.95,
        YEAR,
        List.of(new PolicyResult("warm", point, 40, metrics, curves, outages, List.of())),
        List.of(
            new Comparison(
                MetricId.total("availability", "web", "1"),
                "warm",
                "cold",
                new Estimate.Interval(8e-5, 6e-5, 1e-4, 0.95, Estimate.Method.PAIRED_STUDENT, 40))),
        List.of());
  }
}
