package hebe.sim.exact;

/**
 * Time in each state, as a share or in seconds, and how often a fixed clock fires there in that
 * time; without fixed clocks there are no such firings.
 */
final class Occupation {
  final double[] time;
  final double[] firings;

  Occupation(double[] time, double[] firings) {
    this.time = time;
    this.firings = firings;
  }

  /** What a reward earns in it, impulses included. */
  double earned(StateSpace space, int reward) {
    return Vectors.product(time, space.rateOf(reward))
        + Vectors.product(firings, space.firingImpulse(reward));
  }
}
