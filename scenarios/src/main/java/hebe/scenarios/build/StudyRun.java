package hebe.scenarios.build;

import hebe.models.fleet.Datacenter;
import hebe.models.fleet.FleetModel;
import hebe.models.fleet.HostGroup;
import hebe.models.fleet.OperationRun;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Host;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.PlanSimulation;
import hebe.sim.result.Comparison;
import hebe.sim.result.Curve;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.Scaling;
import hebe.sim.result.StudyResult;
import hebe.sim.result.Timeline;
import hebe.sim.study.Combination;
import hebe.sim.study.Measure;
import hebe.sim.study.ReplicationStore;
import hebe.sim.study.Replications;
import hebe.sim.study.WorkResult;
import hebe.sim.study.WorkUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Runs a scenario: every policy, every replication. */
public final class StudyRun {
  private static final Set<String> COMPARED =
      Set.of("availability", "downtime-per-year", "outages-per-year");

  private final Scenario scenario;
  private final Datacenter datacenter;
  private final Replications replications;
  private final ReplicationStore store;
  private final Runnable finished;

  /**
   * A run.
   *
   * @param threads at least 1; the result does not depend on it
   * @param store of this study; what it holds is not run again
   * @param finished told after each replication, from any thread
   */
  public StudyRun(Scenario scenario, int threads, ReplicationStore store, Runnable finished) {
    this.scenario = scenario;
    this.store = store;
    this.finished = finished;
    datacenter = scenario.datacenter();
    replications = new Replications(threads, finished);
  }

  /** Runs it. */
  public StudyResult run(List<Scaling> scalings) {
    List<PolicyResult> results = new ArrayList<>();
    List<Combination> combinations = new ArrayList<>();
    for (Policy policy : scenario.policyList()) {
      OperationRun operation = new OperationRun(FleetModel.build(datacenter, policy));
      Combination combination = combine(policy.name(), operation);
      combinations.add(combination);
      results.add(result(policy, operation, combination));
    }
    StudySettings study = scenario.study();
    return new StudyResult(
        scenario.name(),
        scenario.description(),
        scenario.sha256(),
        study.seed(),
        study.confidence(),
        study.horizonSeconds(),
        results,
        comparisons(combinations),
        scalings);
  }

  /** The first replication is traced, and tells whether there is any chance in the others. */
  private Combination combine(String policy, OperationRun operation) {
    List<WorkResult> results = new ArrayList<>();
    results.add(once(policy, operation, unit(0)));
    finished.run();
    int count = scenario.study().replications();
    if (results.get(0).random()) {
      results.addAll(
          replications.run(
              IntStream.range(1, count).mapToObj(this::unit).toList(),
              unit -> once(policy, operation, unit)));
    } else {
      IntStream.range(1, count).forEach(skipped -> finished.run());
    }
    return new Combination(operation.measures(), results, scenario.study().confidence());
  }

  /** The result of a unit: the kept one, or that of running it, which is then kept. */
  private WorkResult once(String policy, OperationRun operation, WorkUnit unit) {
    return store
        .find(policy, unit.replication())
        .orElseGet(
            () -> {
              WorkResult result = operation.run(unit);
              store.keep(policy, result);
              return result;
            });
  }

  private WorkUnit unit(int replication) {
    StudySettings study = scenario.study();
    return new WorkUnit(
        study.seed(), replication, study.horizonSeconds(), study.gridSeconds(), replication == 0);
  }

  private PolicyResult result(Policy policy, OperationRun operation, Combination combination) {
    List<Curve> curves = new ArrayList<>();
    for (int group = 0; group < operation.groups().size(); group++) {
      curves.add(
          combination.curve(group, operation.groups().get(group), scenario.study().gridSeconds()));
    }
    return new PolicyResult(
        policy.name(),
        Map.of(),
        combination.results().size(),
        combination.metrics(),
        curves,
        combination.results().get(0).outages(),
        timelines(policy));
  }

  /** What happens in one rejuvenation of the VMM, once for each group of hosts. */
  private List<Timeline> timelines(Policy policy) {
    List<Timeline> timelines = new ArrayList<>();
    if (policy.vmmBy() instanceof Mechanism.Reboot reboot
        && !(policy.vmmWhen() instanceof RejuvenationPolicy.Never)) {
      for (HostGroup group : datacenter.hosts()) {
        Host host = group.host();
        timelines.add(PlanSimulation.run(reboot.plan(host), host).timeline());
      }
    }
    return timelines;
  }

  /** Every policy against every one before it, in the metrics that people compare. */
  private List<Comparison> comparisons(List<Combination> combinations) {
    List<String> names = scenario.policyList().stream().map(Policy::name).toList();
    List<Comparison> comparisons = new ArrayList<>();
    for (int a = 0; a < combinations.size(); a++) {
      for (int b = a + 1; b < combinations.size(); b++) {
        Combination first = combinations.get(a);
        Combination second = combinations.get(b);
        List<MetricId> there = second.measures().stream().map(Measure::id).toList();
        for (int m = 0; m < first.measures().size(); m++) {
          MetricId id = first.measures().get(m).id();
          if (COMPARED.contains(id.name()) && id.cause().isEmpty()) {
            comparisons.add(
                new Comparison(
                    id, names.get(a), names.get(b), first.minus(m, second, there.indexOf(id))));
          }
        }
      }
    }
    return comparisons;
  }
}
