package hebe.sim.exact;

/** What a model does at an instant, and what it has earned until then; at time 0 it starts. */
public final class Transient {
  private final StateSpace space;
  private final double seconds;
  private final double[] at;
  private final double[] until;
  private final double error;

  Transient(StateSpace space, Chain chain, double seconds) {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("an instant is finite and at least 0 s; got " + seconds);
    }
    this.space = space;
    this.seconds = seconds;
    at = new double[chain.size];
    until = new double[chain.size];
    Uniformization uniformization = new Uniformization(chain);
    uniformization.solve(space.initial(), seconds, at, until);
    error = uniformization.error(seconds);
  }

  /** The instant, in seconds. */
  public double seconds() {
    return seconds;
  }

  /** Mean of what a reward earns per second at the instant; impulses count with their amounts. */
  public double rate(int reward) {
    return Vectors.product(at, space.rateOf(reward));
  }

  /**
   * Mean of what a reward earned from time 0, the impulses of time 0 included, until the instant.
   */
  public double accumulated(int reward) {
    return space.initialImpulse(reward) + Vectors.product(until, space.rateOf(reward));
  }

  /**
   * A bound on the sum over all states of the errors of their probabilities at the instant; times
   * the largest rate of a reward it bounds the error of {@link #rate}, times the instant too that
   * of {@link #accumulated}.
   */
  public double errorBound() {
    return error;
  }

  double share(boolean[] states) {
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      sum += states[i] ? at[i] : 0;
    }
    return sum;
  }
}
