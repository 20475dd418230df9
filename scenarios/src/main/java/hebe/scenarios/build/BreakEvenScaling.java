package hebe.scenarios.build;

import hebe.models.failure.LayerFailures;
import hebe.models.fleet.HostGroup;
import hebe.models.modes.BreakEven;
import hebe.models.modes.Occasion;
import hebe.models.modes.SelfVirtualization;
import hebe.models.policy.ModePolicy;
import hebe.models.recovery.PlanSimulation;
import hebe.models.recovery.Plans;
import hebe.sim.law.DelayLaw;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.Scaling;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The break-even of putting a VMM under a system only when it is needed: the share of work that
 * this gains against a VMM that is always there, over the stays per day. The line is the closed
 * form {@link BreakEven}, the points are simulated. For hosts whose one occasion is an update, of
 * which only the VMM may crash.
 */
public final class BreakEvenScaling {
  private static final int POINTS = 100;
  private static final List<Double> FACTORS = List.of(1.0, 0.5, 2.0);

  private final Scenario scenario;
  private final StudyResult study;

  private BreakEvenScaling(Scenario scenario, StudyResult study) {
    this.scenario = scenario;
    this.study = study;
  }

  /** The pictures of a study; none where the closed form does not hold or no points are there. */
  public static List<Scaling> of(Scenario scenario, StudyResult study) {
    return new BreakEvenScaling(scenario, study).all();
  }

  private List<Scaling> all() {
    List<Scaling> all = new ArrayList<>();
    boolean onlyVmm =
        !scenario.failures().guest().fails() && scenario.failures().hardware().crash().isEmpty();
    for (HostGroup host : scenario.datacenter().hosts()) {
      host.selfVirtualization()
          .filter(system -> onlyVmm)
          .flatMap(system -> form(host, system))
          .map(form -> scaling(host, form))
          .filter(scaling -> !scaling.published().isEmpty())
          .ifPresent(all::add);
    }
    return all;
  }

  private Optional<BreakEven> form(HostGroup host, SelfVirtualization system) {
    LayerFailures vmm = scenario.failures().vmm();
    if (system.occasions().size() != 1
        || !(system.occasions().get(0) instanceof Occasion.Update update)
        || update.stop().meanSeconds() > 0
        || vmm.aging().lastStage() > 0
        || vmm.aging().resource().isPresent()
        || system.switching().repeats()) {
      return Optional.empty();
    }
    double boot = PlanSimulation.run(Plans.restart(host.host()), host.host()).hostReadySeconds();
    double outage =
        vmm.detection().meanSeconds() + vmm.repair().map(DelayLaw::meanSeconds).orElse(boot);
    return Optional.of(
        new BreakEven(
            system.switching().attach().meanSeconds(),
            system.switching().detach().meanSeconds(),
            update.lasts().meanSeconds(),
            1 - system.virtualShare(),
            1 - system.nativeShare(),
            vmm.crash().map(law -> 1 / law.meanSeconds()).orElse(0.0),
            outage));
  }

  private Scaling scaling(HostGroup host, BreakEven form) {
    List<Scaling.Published> points = points(host.name(), form);
    double most =
        Math.min(
            form.mostStaysPerDay(),
            Math.max(
                1.5 * form.staysPerDay(),
                points.stream().mapToDouble(Scaling.Published::x).max().orElse(0)));
    List<Scaling.Series> series = new ArrayList<>();
    for (double factor : FACTORS) {
      double overhead = factor * form.overhead();
      if (overhead < 1) {
        series.add(series(with(form, overhead), most));
      }
    }
    return new Scaling(
        "break-even of " + host.name(),
        "stays on the VMM per day",
        "work gained over always virtual [%]",
        series,
        points,
        true);
  }

  private static BreakEven with(BreakEven form, double overhead) {
    return new BreakEven(
        form.attachSeconds(),
        form.detachSeconds(),
        form.staySeconds(),
        overhead,
        form.tax(),
        form.crashesPerSecond(),
        form.outageSeconds());
  }

  private static Scaling.Series series(BreakEven form, double most) {
    List<Scaling.Point> points = new ArrayList<>();
    for (int i = 1; i <= POINTS; i++) {
      double stays = Math.min(most, form.mostStaysPerDay()) * i / POINTS;
      points.add(new Scaling.Point(stays, 100 * form.gain(stays)));
    }
    return new Scaling.Series(name(form), points);
  }

  private static String name(BreakEven form) {
    double crossing = form.staysPerDay();
    return "overhead "
        + Shown.number(100 * form.overhead())
        + " %, "
        + (crossing < form.mostStaysPerDay() * (1 - 1e-9)
            ? "even at " + Shown.number(crossing) + " per day"
            : "always pays");
  }

  /** One point for each sweep point at which both policies were simulated. */
  private List<Scaling.Published> points(String host, BreakEven form) {
    Map<Map<String, ?>, PolicyResult> virtual = new LinkedHashMap<>();
    for (PolicyResult result : study.policies()) {
      if (mode(result) instanceof ModePolicy.AlwaysVirtual) {
        virtual.put(result.point(), result);
      }
    }
    List<Scaling.Published> points = new ArrayList<>();
    for (PolicyResult result : study.policies()) {
      if (mode(result) instanceof ModePolicy.WhenNeeded && virtual.containsKey(result.point())) {
        point(host, form, result, virtual.get(result.point())).ifPresent(points::add);
      }
    }
    return points;
  }

  private ModePolicy mode(PolicyResult result) {
    return scenario.policyList().stream()
        .filter(policy -> policy.name().equals(result.policy()))
        .findFirst()
        .orElseThrow()
        .mode();
  }

  private Optional<Scaling.Published> point(
      String host, BreakEven form, PolicyResult needed, PolicyResult always) {
    Optional<Estimate.Interval> toggles = interval(needed, "toggles-per-year", host);
    Optional<Estimate.Interval> done = interval(needed, "capacity", host);
    Optional<Estimate.Interval> virtual = interval(always, "capacity", host);
    if (toggles.isEmpty() || done.isEmpty() || virtual.isEmpty()) {
      return Optional.empty();
    }
    // Every crash of the VMM on the way costs one more attach.
    double stays = toggles.get().mean() / 365 / (1 + form.crashesPerSecond() * form.staySeconds());
    double gain = done.get().mean() - virtual.get().mean();
    double half =
        (done.get().high() - done.get().low() + virtual.get().high() - virtual.get().low()) / 2;
    return Optional.of(
        new Scaling.Published(
            needed.label(),
            name(form),
            stays,
            100 * gain,
            100 * (gain - half),
            100 * (gain + half),
            true));
  }

  private static Optional<Estimate.Interval> interval(
      PolicyResult result, String metric, String subject) {
    return result.metrics().stream()
        .filter(m -> m.id().name().equals(metric) && m.id().subject().equals(subject))
        .map(m -> m.estimate())
        .filter(Estimate.Interval.class::isInstance)
        .map(Estimate.Interval.class::cast)
        .findFirst();
  }
}
