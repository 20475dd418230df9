package hebe.scenarios.build;

import hebe.models.timing.Bounds;
import hebe.models.timing.CostModel;
import hebe.models.timing.HostClock;
import hebe.models.timing.Microarchitecture;
import hebe.models.timing.Mode;
import hebe.models.timing.SlowDown;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.Workload;
import hebe.reports.breakdown.Breakdown;
import hebe.reports.number.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Slow-downs of workloads, in closed form.
 *
 * @param points those that are known, workload by workload
 * @param gaps which are not, and what they lack, in lines
 */
public record TimingStudy(List<Point> points, List<String> gaps) {
  public TimingStudy {
    points = List.copyOf(points);
    gaps = List.copyOf(gaps);
  }

  /**
   * One slow-down.
   *
   * @param workload what the guest does
   * @param mode how it runs
   * @param cpu the processor
   * @param clock its clock
   * @param costs of its events
   * @param slowDown the result
   */
  public record Point(
      Workload workload,
      Mode mode,
      Microarchitecture cpu,
      HostClock clock,
      CostModel costs,
      SlowDown slowDown) {}

  /** Computes what is asked for, as far as the costs are known. */
  public static TimingStudy of(TimingData data, List<TimingRequest> requests) {
    List<Point> points = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    requests.forEach(request -> add(data, request, points, gaps));
    return new TimingStudy(points, gaps.stream().distinct().toList());
  }

  private static void add(
      TimingData data, TimingRequest request, List<Point> points, List<String> gaps) {
    for (Workload workload : request.workloads()) {
      for (String name : request.cpus()) {
        Microarchitecture cpu = data.costs().microarchitectures().get(name);
        OptionalDouble hertz =
            request.clockHertz().isPresent() ? request.clockHertz() : cpu.nominalHertz();
        if (hertz.isEmpty()) {
          gaps.add("no slow-down on " + name + ": no part is named, so its clock is not known");
          continue;
        }
        HostClock clock = new HostClock(hertz.getAsDouble());
        for (Mode mode : modes(data, request, cpu)) {
          CostModel costs = costs(data, request, name, mode);
          List<TrapEvent> lacking = SlowDown.lacking(workload, costs);
          if (lacking.isEmpty()) {
            SlowDown slowDown = SlowDown.of(workload, costs, clock);
            if (possible(slowDown)) {
              points.add(new Point(workload, mode, cpu, clock, costs, slowDown));
            } else {
              gaps.add(
                  "no slow-down of "
                      + workload.name()
                      + " in mode "
                      + mode.label()
                      + " on "
                      + name
                      + ": at this clock its events take longer than its native work");
            }
          } else {
            gaps.add(gap(workload, mode, name, lacking, request.verifiedOnly()));
          }
        }
      }
    }
  }

  /**
   * Whether some time is left: where events are cheaper than native ones, a rate that no processor
   * can reach would leave none.
   */
  static boolean possible(SlowDown slowDown) {
    return slowDown.factor().low() > 0;
  }

  /** The modes that the processor can have. */
  private static List<Mode> modes(TimingData data, TimingRequest request, Microarchitecture cpu) {
    List<Mode> asked = request.modes().isEmpty() ? data.costs().modes(cpu.name()) : request.modes();
    return asked.stream().filter(cpu::supports).toList();
  }

  private static CostModel costs(TimingData data, TimingRequest request, String cpu, Mode mode) {
    CostModel all = new CostModel(data.costs(), data.rules(), cpu, mode);
    CostModel chosen =
        request.mitigations().map(era -> all.withMitigations(era, Bounds.ZERO)).orElse(all);
    return request.verifiedOnly() ? chosen.verifiedOnly() : chosen;
  }

  private static String gap(
      Workload workload, Mode mode, String cpu, List<TrapEvent> lacking, boolean verified) {
    return "no slow-down of "
        + workload.name()
        + " in mode "
        + mode.label()
        + " on "
        + cpu
        + ": no "
        + (verified ? "verified " : "")
        + "cost is known of "
        + String.join(", ", lacking.stream().map(TrapEvent::label).toList());
  }

  /** The points as neutral rows; at least one must be known. */
  public Breakdown breakdown() {
    boolean workloads = points.stream().map(p -> p.workload().name()).distinct().count() > 1;
    boolean modes = points.stream().map(Point::mode).distinct().count() > 1;
    boolean cpus = points.stream().map(p -> p.cpu().name()).distinct().count() > 1;
    List<Breakdown.Bar> bars = new ArrayList<>();
    for (Point point : points) {
      List<String> varying = new ArrayList<>();
      add(varying, workloads, point.workload().name());
      add(varying, modes || !(workloads || cpus), point.mode().label());
      add(varying, cpus, point.cpu().name());
      bars.add(
          Breakdowns.bar(
              String.join(", ", varying),
              point.cpu().name(),
              point.mode(),
              point.clock(),
              point.workload(),
              point.slowDown()));
    }
    Point first = points.get(0);
    List<String> fixed = new ArrayList<>();
    add(fixed, !workloads, first.workload().name());
    add(fixed, !modes && (workloads || cpus), "mode " + first.mode().label());
    add(fixed, !cpus, first.cpu().name() + " at " + gigahertz(first.clock()));
    String title = fixed.isEmpty() ? "Slow-down" : "Slow-down: " + String.join(", ", fixed);
    return new Breakdown(title, bars);
  }

  private static void add(List<String> words, boolean wanted, String word) {
    if (wanted) {
      words.add(word);
    }
  }

  private static String gigahertz(HostClock clock) {
    return Numbers.significant(clock.hertz() / 1e9, 4) + " GHz";
  }
}
