package hebe.models.fleet;

import hebe.models.client.ClientMetrics;
import hebe.models.client.ClientRecorder;
import hebe.models.outage.Metrics;
import hebe.models.outage.OutageRecorder;
import hebe.models.outage.OutageRule;
import hebe.models.outage.OutageTotals;
import hebe.sim.result.Outage;
import hebe.sim.run.Observation;
import hebe.sim.run.Replication;
import hebe.sim.run.Trace;
import hebe.sim.study.Measure;
import hebe.sim.study.WorkResult;
import hebe.sim.study.WorkUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs one replication of a datacenter under a policy and measures it. */
public final class OperationRun {
  private final FleetModel fleet;
  private final Metrics metrics;
  private final OutageRule rule;
  private final ModeMetrics modes;
  private final Optional<CostPerYear> cost;
  private final ClientMetrics clients;

  /** Runs of this model. */
  public OperationRun(FleetModel fleet) {
    this.fleet = fleet;
    metrics = fleet.metrics();
    rule = fleet.outageRule();
    modes = new ModeMetrics(fleet);
    cost = CostPerYear.of(fleet);
    clients = fleet.clientMetrics();
  }

  /** What is measured. */
  public List<Measure> measures() {
    return fleet.measures();
  }

  /** The groups whose availability over time is noted. */
  public List<String> groups() {
    return fleet.subjects().groups();
  }

  /** Runs a unit of work. */
  public WorkResult run(WorkUnit unit) {
    Optional<WorkLedger> ledger =
        fleet.work().known() ? Optional.of(new WorkLedger(fleet)) : Optional.empty();
    ClientRecorder met = fleet.clients().recorder(unit.seed(), unit.replication());
    OutageRecorder recorder = new OutageRecorder(rule, unit.traced(), met);
    Observation observed =
        new Replication(
                fleet.model(),
                unit.seed(),
                unit.replication(),
                unit.horizonSeconds(),
                unit.gridSeconds())
            .run(traced(recorder, ledger));
    List<Double> up =
        fleet.subjects().all().stream().map(subject -> observed.total(subject.reward())).toList();
    recorder.totals().check(fleet.subjects(), metrics.causes(), up, unit.horizonSeconds());
    List<Measure.Value> values =
        new ArrayList<>(values(recorder.totals(), observed, ledger, unit.horizonSeconds()));
    values.addAll(clients.values(met, unit.horizonSeconds()));
    return new WorkResult(
        unit.replication(),
        values,
        curves(observed),
        recorder.outages().stream()
            .sorted(Comparator.comparingDouble(Outage::startSeconds))
            .toList(),
        observed.drew() || met.drew());
  }

  private static Trace traced(OutageRecorder recorder, Optional<WorkLedger> ledger) {
    return ledger.map(work -> Trace.all(List.of(recorder, work))).orElse(recorder);
  }

  private List<Measure.Value> values(
      OutageTotals totals, Observation observed, Optional<WorkLedger> ledger, double seconds) {
    List<Measure.Value> values = new ArrayList<>(metrics.values(totals, observed::total, seconds));
    values.addAll(
        modes.values(
            observed::total,
            reward -> ledger.map(work -> work.lostSeconds(reward)).orElse(0.0),
            seconds));
    cost.ifPresent(
        price ->
            values.add(
                price.value(
                    group -> totals.of(fleet.subjects().members(group), metrics.causes()),
                    observed::total,
                    seconds)));
    return values;
  }

  private List<WorkResult.Samples> curves(Observation observed) {
    List<WorkResult.Samples> curves = new ArrayList<>();
    for (String group : fleet.subjects().groups()) {
      List<Integer> members = fleet.subjects().members(group);
      List<Double> means = new ArrayList<>();
      List<Double> ends = new ArrayList<>();
      for (int i = 0; i < observed.gridSize(); i++) {
        double from = i == 0 ? 0 : observed.gridSeconds(i - 1);
        double up = 0;
        double now = 0;
        for (int member : members) {
          int reward = fleet.subjects().all().get(member).reward();
          up += observed.earnedAt(i, reward) - (i == 0 ? 0 : observed.earnedAt(i - 1, reward));
          now += observed.rateAt(i, reward);
        }
        means.add(up / (observed.gridSeconds(i) - from) / members.size());
        ends.add(now / members.size());
      }
      curves.add(new WorkResult.Samples(means, ends));
    }
    return curves;
  }
}
