package hebe.sim.law.fit;

import hebe.sim.law.ErlangMixture.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives a mixture of Erlang laws a mean of 1 and a wanted second moment by other probabilities, as
 * near to the old ones as can be in the sense of Kullback and Leibler: p_i exp(a m_i + b s_i),
 * scaled to add up to 1, with m_i and s_i the first two moments of branch i.
 *
 * <p>a and b by Newton's method, damped, on the convex function log(sum of p_i exp(a (m_i - 1) + b
 * (s_i - second))), whose least value is where both moments are met. Source: Csiszar (1975),
 * "I-divergence geometry of probability distributions and minimization problems", Annals of
 * Probability 3(1).
 */
final class Tilt {
  private static final int MOST_STEPS = 100;
  private static final double MET = 1e-13;

  private final List<Branch> branches;
  private final double second;

  private Tilt(List<Branch> branches, double second) {
    this.branches = branches;
    this.second = second;
  }

  /** The mixture with both moments; empty if its branches cannot have them. */
  static Optional<List<Branch>> of(List<Branch> branches, double secondMoment) {
    return new Tilt(branches, secondMoment).solve();
  }

  private Optional<List<Branch>> solve() {
    double a = 0;
    double b = 0;
    State now = new State(a, b);
    for (int step = 0; step < MOST_STEPS; step++) {
      if (Math.abs(now.da) < MET && Math.abs(now.db) < MET * second) {
        return Optional.of(now.branches());
      }
      double determinant = now.aa * now.bb - now.ab * now.ab;
      if (!(determinant > 0)) {
        return Optional.empty();
      }
      double stepA = (now.bb * now.da - now.ab * now.db) / determinant;
      double stepB = (now.aa * now.db - now.ab * now.da) / determinant;
      double size = 1;
      State next = new State(a - stepA, b - stepB);
      while (!(next.value <= now.value + 1e-15) && size > 1e-6) {
        size /= 2;
        next = new State(a - size * stepA, b - size * stepB);
      }
      a -= size * stepA;
      b -= size * stepB;
      now = next;
    }
    return Optional.empty();
  }

  /** The function at (a, b), its gradient and its second derivatives. */
  private final class State {
    private final double[] weight = new double[branches.size()];
    private final double value;
    private double da;
    private double db;
    private double aa;
    private double ab;
    private double bb;

    State(double a, double b) {
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < weight.length; i++) {
        weight[i] = a * x(i) + b * y(i);
        most = Math.max(most, weight[i]);
      }
      double sum = 0;
      for (int i = 0; i < weight.length; i++) {
        weight[i] = branches.get(i).probability() * StrictMath.exp(weight[i] - most);
        sum += weight[i];
      }
      value = most + StrictMath.log(sum);
      for (int i = 0; i < weight.length; i++) {
        weight[i] /= sum;
        da += weight[i] * x(i);
        db += weight[i] * y(i);
      }
      for (int i = 0; i < weight.length; i++) {
        aa += weight[i] * (x(i) - da) * (x(i) - da);
        ab += weight[i] * (x(i) - da) * (y(i) - db);
        bb += weight[i] * (y(i) - db) * (y(i) - db);
      }
    }

    private double x(int i) {
      return branches.get(i).stages() * branches.get(i).stageMeanSeconds() - 1;
    }

    private double y(int i) {
      Branch branch = branches.get(i);
      double stage = branch.stageMeanSeconds();
      return branch.stages() * (branch.stages() + 1.0) * stage * stage - second;
    }

    private List<Branch> branches() {
      List<Branch> tilted = new ArrayList<>();
      for (int i = 0; i < weight.length; i++) {
        if (weight[i] > 0) {
          tilted.add(
              new Branch(
                  Math.min(1, weight[i]),
                  branches.get(i).stages(),
                  branches.get(i).stageMeanSeconds()));
        }
      }
      return tilted;
    }
  }
}
