package hebe.sim.exact;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/** What a model does at an instant, and what it has earned until then; at time 0 it starts. */
public final class Transient {
  private final IntToDoubleFunction rate;
  private final IntToDoubleFunction accumulated;
  private final double seconds;
  private final double[] at;
  private final double[] until;
  private final double error;

  /** Islands at one instant, whose rewards add up. */
  Transient(Islands islands, List<Transient> solved, double seconds) {
    this.seconds = seconds;
    rate =
        reward -> islands.sum(reward, 1, piece -> solved.get(piece.island()).rate(piece.reward()));
    accumulated =
        reward ->
            islands.sum(
                reward, seconds, piece -> solved.get(piece.island()).accumulated(piece.reward()));
    at = new double[0];
    until = at;
    error = solved.stream().mapToDouble(Transient::errorBound).max().orElse(0);
  }

  Transient(StateSpace space, Chain chain, double seconds) {
    if (!(seconds >= 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("an instant is finite and at least 0 s; got " + seconds);
    }
    this.seconds = seconds;
    double[] shares = new double[chain.size];
    double[] times = new double[chain.size];
    at = shares;
    until = times;
    rate = reward -> Vectors.product(shares, space.rateOf(reward));
    accumulated =
        reward -> space.initialImpulse(reward) + Vectors.product(times, space.rateOf(reward));
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
    return rate.applyAsDouble(reward);
  }

  /**
   * Mean of what a reward earned from time 0, the impulses of time 0 included, until the instant.
   */
  public double accumulated(int reward) {
    return accumulated.applyAsDouble(reward);
  }

  /**
   * A bound on the sum over all states of the errors of their probabilities at the instant; times
   * the largest rate of a reward it bounds the error of {@link #rate}, times the instant too that
   * of {@link #accumulated}. Of several islands the largest: each term of a reward lies in one.
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
