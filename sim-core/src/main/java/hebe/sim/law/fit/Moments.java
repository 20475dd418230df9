package hebe.sim.law.fit;

import hebe.sim.law.ErlangMixture;
import hebe.sim.law.ErlangMixture.Branch;
import java.util.List;

/** Mixtures of two branches that have mean 1 and a wanted variance; they always exist. */
final class Moments {
  private Moments() {}

  /**
   * Of cv2 in (0, 1): with the k for which 1/k is at most cv2 and 1/(k-1) above, k - 1 stages with
   * the probability
   *
   * <pre>p = (k cv2 - sqrt(k (1 + cv2) - k^2 cv2)) / (1 + cv2)</pre>
   *
   * and else k stages, each of mean 1 / (k - p). Of cv2 from 1: two exponential branches of equal
   * shares of the mean, p = (1 + sqrt((cv2 - 1) / (cv2 + 1))) / 2. Source: Tijms (1994),
   * "Stochastic Models: An Algorithmic Approach", appendix B.
   *
   * @param cv2 variance over mean squared, above 0
   */
  static ErlangMixture two(double cv2) {
    if (cv2 >= 1) {
      double p = (1 + Math.sqrt((cv2 - 1) / (cv2 + 1))) / 2;
      return new ErlangMixture(
          List.of(new Branch(p, 1, 0.5 / p), new Branch(1 - p, 1, 0.5 / (1 - p))));
    }
    int k = (int) Math.ceil(1 / cv2);
    double root = Math.sqrt(Math.max(0, k * (1 + cv2) - k * cv2 * k));
    double p = Math.max(0, (k * cv2 - root) / (1 + cv2));
    Branch longer = new Branch(1 - p, k, 1 / (k - p));
    return new ErlangMixture(
        p > 0 ? List.of(new Branch(p, k - 1, 1 / (k - p)), longer) : List.of(longer));
  }
}
