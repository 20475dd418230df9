package hebe.sim.law;

import java.util.List;

/**
 * Exponential stages one after another, as an absorbing Markov chain: row one of exp(Q t), where Q
 * is the generator over the stages and the end.
 *
 * <p>By scaling and squaring: exp(Q t) = exp(Q t / 2^s)^(2^s). Only numbers that are not negative
 * are added and multiplied, so nothing cancels, whether means are equal, close or far apart. The
 * diagonal exp(-t / mean) is set anew after each squaring, which keeps the relative error of every
 * entry in proportion to s times the number of stages instead of 2^s.
 */
final class StageChain implements Inversion.SmoothLaw {
  /** Terms beyond the first nonzero one of the series: 1 / 20! is below 2^-60. */
  private static final int MORE_TERMS = 20;

  /** In means of the slowest stage: with at most 100 stages the survival underflows before. */
  private static final double SURELY_OVER = 3000;

  private final double[] means;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest;

  /** Stages over the unit of time. */
  StageChain(List<Double> meansSeconds, double unitSeconds) {
    means = new double[meansSeconds.size()];
    for (int i = 0; i < means.length; i++) {
      means[i] = meansSeconds.get(i) / unitSeconds;
      least = Math.min(least, means[i]);
      greatest = Math.max(greatest, means[i]);
    }
  }

  @Override
  public Inversion.Point at(double time) {
    if (time / greatest > SURELY_OVER) {
      return new Inversion.Point(1, 0, 0);
    }
    int squarings = Math.max(0, Math.getExponent(time / least) + 1);
    double step = Math.scalb(time, -squarings);
    double[][] matrix = exponential(step);
    for (int i = 0; i < squarings; i++) {
      step *= 2;
      matrix = square(matrix);
      setDiagonal(matrix, step);
    }
    return point(matrix[0]);
  }

  private Inversion.Point point(double[] row) {
    int end = means.length;
    double survival = 0;
    for (int i = end - 1; i >= 0; i--) {
      survival += row[i];
    }
    return new Inversion.Point(
        Math.min(1, row[end]), Math.min(1, survival), row[end - 1] / means[end - 1]);
  }

  /**
   * exp(Q t) for t up to the least mean: exp(-t/least) times the series of exp(Q t + I t/least).
   */
  private double[][] exponential(double time) {
    int size = means.length + 1;
    double[][] sum = new double[size][size];
    double shift = time / least;
    for (int from = 0; from < size; from++) {
      double[] term = new double[size];
      term[from] = StrictMath.exp(-shift);
      for (int k = 1; k <= size + MORE_TERMS; k++) {
        add(sum[from], term);
        advance(term, time, shift, k);
      }
    }
    setDiagonal(sum, time);
    return sum;
  }

  /** Multiplies a row by (Q t + I shift) / k. */
  private void advance(double[] row, double time, double shift, int k) {
    for (int to = row.length - 1; to >= 0; to--) {
      double stay = to == means.length ? shift : Math.max(0, shift - time / means[to]);
      double come = to == 0 ? 0 : row[to - 1] * (time / means[to - 1]);
      row[to] = (row[to] * stay + come) / k;
    }
  }

  private static void add(double[] sum, double[] term) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += term[i];
    }
  }

  private void setDiagonal(double[][] matrix, double time) {
    for (int i = 0; i < means.length; i++) {
      matrix[i][i] = StrictMath.exp(-time / means[i]);
    }
    matrix[means.length][means.length] = 1;
  }

  /** The square of an upper triangular matrix. */
  private static double[][] square(double[][] matrix) {
    int size = matrix.length;
    double[][] result = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int k = i; k < size; k++) {
        double factor = matrix[i][k];
        for (int j = k; j < size; j++) {
          result[i][j] += factor * matrix[k][j];
        }
      }
    }
    return result;
  }
}
