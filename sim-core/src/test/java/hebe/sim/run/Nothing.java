package hebe.sim.run;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;

/** A trace that notes nothing, and short ways to run a replication with it. */
final class Nothing implements Trace {
  static Observation run(Model model, long seed, int replication, double horizonSeconds) {
    return run(model, seed, replication, horizonSeconds, java.util.List.of());
  }

  static Observation run(
      Model model, long seed, int replication, double horizonSeconds, java.util.List<Double> grid) {
    return new Replication(model, seed, replication, horizonSeconds, grid).run(new Nothing());
  }

  @Override
  public void started(int[] values) {}

  @Override
  public void fired(double timeSeconds, int transition, Changes changes) {}

  @Override
  public void ended(double horizonSeconds) {}
}
