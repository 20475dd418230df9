package hebe.sim.study;

import hebe.sim.law.Exponential;
import hebe.sim.model.Changes;
import hebe.sim.model.Component;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.result.MetricId;
import hebe.sim.run.Observation;
import hebe.sim.run.Replication;
import hebe.sim.run.Trace;
import java.util.ArrayList;
import java.util.List;

/** A part that is up for 2 h and down for 1 h on average, started in its stationary state. */
final class TwoStateStudy {
  static final List<Measure> MEASURES =
      List.of(
          Measure.mean(MetricId.total("unavailability", "part", "1")),
          Measure.ratio(MetricId.total("mean-outage", "part", "s")));

  private static final Trace NOTHING =
      new Trace() {
        @Override
        public void started(int[] values) {}

        @Override
        public void fired(double timeSeconds, int transition, Changes changes) {}

        @Override
        public void ended(double horizonSeconds) {}
      };

  private final Model model;

  TwoStateStudy() {
    ModelBuilder builder = new ModelBuilder();
    Component run = builder.root().component("run", "begin", "up", "down");
    run.transition("in-order").from("begin").to("up").immediately(2, 0);
    run.transition("broken").from("begin").to("down").immediately(1, 0);
    var crash = run.transition("crash").from("up").to("down").after(new Exponential(2));
    run.transition("repair").from("down").to("up").after(new Exponential(1));
    builder.root().rateReward("down", run.in("down"));
    builder.root().impulseReward("crashes", 1, crash);
    model = builder.build();
  }

  static List<WorkUnit> units(long seed, int count, double horizon) {
    List<WorkUnit> units = new ArrayList<>();
    for (int replication = 0; replication < count; replication++) {
      units.add(new WorkUnit(seed, replication, horizon, List.of(horizon / 2, horizon), false));
    }
    return units;
  }

  WorkResult run(WorkUnit unit) {
    Observation observed =
        new Replication(
                model, unit.seed(), unit.replication(), unit.horizonSeconds(), unit.gridSeconds())
            .run(NOTHING);
    List<Measure.Value> values =
        List.of(
            Measure.Value.of(observed.total(0) / unit.horizonSeconds()),
            new Measure.Value(observed.total(0), observed.total(1)));
    return new WorkResult(unit.replication(), values, List.of(), List.of(), observed.drew());
  }
}
