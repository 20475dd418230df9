package hebe.sim.law.fit;

import hebe.sim.law.ErlangMixture.Branch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chains of exponential stages with a rate each, entered at any stage: mixtures of Erlang laws,
 * fitted to weighted points by expectation and maximization.
 *
 * <p>With x the points of weight w, f_cj the Erlang density of j stages of rate r_c, and q_cj the
 * share p_cj f_cj(x) / sum of p f(x), a round sets p_cj to the sum of w q_cj, and r_c to the sum of
 * w q_cj j over the sum of w q_cj x, both sums over j and x. Each round raises the likelihood and
 * keeps the mean of the points. Source: Lee and Lin (2010), "Modeling and evaluating insurance
 * losses via mixtures of Erlang distributions", North American Actuarial Journal 14(1), for one
 * chain; Thümmler, Buchholz and Telek (2006), "A novel approach for phase-type fitting with the EM
 * algorithm", IEEE TDSC 3(3), for several of fixed lengths.
 */
final class ErlangChains {
  private static final int ROUNDS = 400;
  private static final double AT_REST = 1e-9;

  /** Probability of a stage below which it is left out. */
  private static final double NEGLIGIBLE = 1e-12;

  private final double[] rate;
  private final double[][] share;
  private final double[][] density;
  private final double[] logFactorial;

  /** Chains of these lengths; every stage is entered alike at first. */
  ErlangChains(int[] lengths, double[] rates) {
    rate = rates.clone();
    share = new double[lengths.length][];
    density = new double[lengths.length][];
    int all = Arrays.stream(lengths).sum();
    for (int c = 0; c < lengths.length; c++) {
      share[c] = new double[lengths[c]];
      Arrays.fill(share[c], 1.0 / all);
      density[c] = new double[lengths[c]];
    }
    logFactorial = new double[all + 1];
    for (int k = 1; k <= all; k++) {
      logFactorial[k] = logFactorial[k - 1] + StrictMath.log(k);
    }
  }

  /** Rounds until the likelihood is at rest, or the most that are worth it. */
  void fit(Nodes nodes) {
    double before = Double.NEGATIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double likelihood = round(nodes);
      if (likelihood - before < AT_REST) {
        return;
      }
      before = likelihood;
    }
  }

  private double round(Nodes nodes) {
    Sums sums = new Sums();
    double likelihood = 0;
    for (int i = 0; i < nodes.time.length; i++) {
      double offset = densities(nodes.time[i]);
      double whole = 0;
      for (double[] chain : density) {
        whole += sum(chain);
      }
      // A point that no chain reaches in double precision must not become 0 / 0.
      whole = Math.max(whole, Double.MIN_NORMAL);
      likelihood += nodes.weight[i] * (offset + StrictMath.log(whole));
      sums.add(nodes.time[i], nodes.weight[i] / whole);
    }
    sums.use();
    return likelihood;
  }

  private static double sum(double[] parts) {
    double sum = 0;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }

  /** What a round adds up over the points. */
  private final class Sums {
    private final double[][] entered = new double[rate.length][];
    private final double[] stages = new double[rate.length];
    private final double[] times = new double[rate.length];

    Sums() {
      for (int c = 0; c < rate.length; c++) {
        entered[c] = new double[share[c].length];
      }
    }

    void add(double time, double factor) {
      for (int c = 0; c < rate.length; c++) {
        double[] in = entered[c];
        double inChain = 0;
        double onTheWay = 0;
        for (int j = 0; j < in.length; j++) {
          double part = factor * density[c][j];
          in[j] += part;
          inChain += part;
          onTheWay += part * (j + 1);
        }
        stages[c] += onTheWay;
        times[c] += inChain * time;
      }
    }

    void use() {
      for (int c = 0; c < rate.length; c++) {
        share[c] = entered[c];
        rate[c] = times[c] > 0 ? stages[c] / times[c] : rate[c];
      }
    }
  }

  /** Weighted densities of all stages at a time, over exp(the value returned). */
  private double densities(double time) {
    double logTime = StrictMath.log(time);
    double[] peak = new double[rate.length];
    double offset = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < rate.length; c++) {
      double logRate = StrictMath.log(rate[c]);
      int at = peakStage(c, time);
      peak[c] = logRate + at * (logRate + logTime) - rate[c] * time - logFactorial[at];
      offset = Math.max(offset, peak[c]);
    }
    for (int c = 0; c < rate.length; c++) {
      fill(c, time, peakStage(c, time), StrictMath.exp(peak[c] - offset));
    }
    return offset;
  }

  /** Stages before the last of the most likely number of stages. */
  private int peakStage(int chain, double time) {
    return (int) Math.min(share[chain].length - 1, rate[chain] * time);
  }

  private void fill(int chain, double time, int peakStage, double peak) {
    double mean = rate[chain] * time;
    double value = peak;
    for (int j = peakStage; j < share[chain].length; j++) {
      density[chain][j] = value * share[chain][j];
      value *= mean / (j + 1);
    }
    value = peak;
    for (int j = peakStage - 1; j >= 0; j--) {
      value *= (j + 1) / mean;
      density[chain][j] = value * share[chain][j];
    }
  }

  /** As Erlang laws, those of negligible probability left out. */
  List<Branch> branches() {
    List<Branch> branches = new ArrayList<>();
    double sum = 0;
    for (double[] chain : share) {
      sum += Arrays.stream(chain).filter(part -> part > NEGLIGIBLE).sum();
    }
    for (int c = 0; c < rate.length; c++) {
      for (int j = 0; j < share[c].length; j++) {
        if (share[c][j] > NEGLIGIBLE) {
          branches.add(new Branch(Math.min(1, share[c][j] / sum), j + 1, 1 / rate[c]));
        }
      }
    }
    return branches;
  }
}
