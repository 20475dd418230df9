package hebe.sim.exact;

import hebe.sim.stat.Tally;

/** A model with rows in analytic-models.csv that the simulator runs. */
interface SimulatedModel {
  /** Tells what it estimates, row by row. */
  void tell(Sink sink);

  /** Takes an estimate. */
  interface Sink {
    /**
     * Takes an estimate.
     *
     * @param precision the largest standard error, relative to the row, with which the estimate
     *     says something about the row
     */
    void accept(String row, Tally estimate, double precision);
  }
}
