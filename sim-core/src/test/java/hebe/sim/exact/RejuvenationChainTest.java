package hebe.sim.exact;

import org.junit.jupiter.api.Test;

/** What the four-state chain earns on the way to its first failure; its values are in the rows. */
class RejuvenationChainTest {

  @Test
  void setA_rewardUntilTheFirstFailure_countsRejuvenationsOnTheWay() throws UnsolvableException {
    // Failures come from "probable" only, at 1/8640: it lasts 8640 h in all before the first, in
    // which time 8640 / 336 rejuvenations begin.
    Passage passage = FourStates.A.solve(336).passage(1);
    Oracle.agrees("rejuvenations", passage.accumulated(3), 8640.0 / 336, 1e-12);
    Oracle.agrees("time in probable", passage.accumulated(2), 8640, 1e-12);
    Oracle.agrees("certain", passage.probability(), 1, 1e-14);
  }
}
