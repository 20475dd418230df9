package hebe.scenarios.build;

import hebe.models.fleet.HostGroup;
import hebe.models.fleet.OperationRun;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Host;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.PlanSimulation;
import hebe.models.recovery.RecoveryPlan;
import hebe.sim.result.Curve;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.Scaling;
import hebe.sim.result.StudyResult;
import hebe.sim.result.Timeline;
import hebe.sim.study.Combination;
import hebe.sim.study.ReplicationStore;
import hebe.sim.study.Replications;
import hebe.sim.study.WorkResult;
import hebe.sim.study.WorkUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs a scenario: every policy at every point of its sweep, every replication. */
public final class StudyRun {
  private final Scenario scenario;
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
    replications = new Replications(threads, finished);
  }

  /** Runs it. */
  public StudyResult run(List<Scaling> scalings) {
    List<PairedDifferences.Ran> results = new ArrayList<>();
    for (PolicyRun run : scenario.runs()) {
      OperationRun operation = new OperationRun(run.fleet());
      Combination combination = combine(run.label(), operation);
      results.add(new PairedDifferences.Ran(result(run, operation, combination), combination));
    }
    StudySettings study = scenario.study();
    return new StudyResult(
        scenario.name(),
        scenario.description(),
        scenario.sha256(),
        study.seed(),
        study.confidence(),
        study.horizonSeconds(),
        results.stream().map(PairedDifferences.Ran::result).toList(),
        PairedDifferences.of(results, study.confidence()),
        scalings);
  }

  /** The first replication is traced, and tells whether there is any chance in the others. */
  private Combination combine(String label, OperationRun operation) {
    List<WorkResult> results = new ArrayList<>();
    results.add(once(label, operation, unit(0)));
    finished.run();
    int count = scenario.study().replications();
    if (results.get(0).random()) {
      results.addAll(
          replications.run(
              IntStream.range(1, count).mapToObj(this::unit).toList(),
              unit -> once(label, operation, unit)));
    } else {
      IntStream.range(1, count).forEach(skipped -> finished.run());
    }
    return new Combination(operation.measures(), results, scenario.study().confidence());
  }

  /** The result of a unit: the kept one, or that of running it, which is then kept. */
  private WorkResult once(String label, OperationRun operation, WorkUnit unit) {
    return store
        .find(label, unit.replication())
        .orElseGet(
            () -> {
              WorkResult result = operation.run(unit);
              store.keep(label, result);
              return result;
            });
  }

  private WorkUnit unit(int replication) {
    StudySettings study = scenario.study();
    return new WorkUnit(
        study.seed(), replication, study.horizonSeconds(), study.gridSeconds(), replication == 0);
  }

  private PolicyResult result(PolicyRun run, OperationRun operation, Combination combination) {
    List<Curve> curves = new ArrayList<>();
    for (int group = 0; group < operation.groups().size(); group++) {
      curves.add(
          combination.curve(group, operation.groups().get(group), scenario.study().gridSeconds()));
    }
    return new PolicyResult(
        run.policy().name(),
        run.point(),
        combination.results().size(),
        combination.metrics(),
        curves,
        combination.results().get(0).outages(),
        timelines(run));
  }

  /** What happens in one rejuvenation of the VMM, once for each group of hosts. */
  private static List<Timeline> timelines(PolicyRun run) {
    List<Timeline> timelines = new ArrayList<>();
    for (HostGroup group : run.datacenter().hosts()) {
      Host host = group.host();
      plan(run.policy(), host)
          .ifPresent(plan -> timelines.add(PlanSimulation.run(plan, host).timeline()));
    }
    return timelines;
  }

  private static Optional<RecoveryPlan> plan(Policy policy, Host host) {
    if (policy.vmmWhen() instanceof RejuvenationPolicy.Never) {
      return Optional.empty();
    }
    return policy.vmmBy() instanceof Mechanism.Reboot reboot
        ? Optional.of(reboot.plan(host))
        : InPlaceRows.update(policy).map(update -> update.plan(host));
  }
}
