package hebe.sim.exact;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;

/** Integrals, roots and minima of functions without kinks, by Commons Math. */
final class Numerics {
  private static final GaussIntegratorFactory FACTORY = new GaussIntegratorFactory();
  private static final int PANELS = 40;

  private Numerics() {}

  /** Integral over (from, to), by Gauss-Legendre rules of 20 points on 40 panels. */
  static double integral(DoubleUnaryOperator f, double from, double to) {
    double sum = 0;
    for (int p = 0; p < PANELS; p++) {
      double a = from + (to - from) * p / PANELS;
      double b = from + (to - from) * (p + 1) / PANELS;
      GaussIntegrator panel = FACTORY.legendre(20, a, b);
      sum += panel.integrate(f::applyAsDouble);
    }
    return sum;
  }

  /** Where the function, of different signs at the ends, is 0. */
  static double root(DoubleUnaryOperator f, double from, double to) {
    return new BrentSolver(1e-14, 1e-14 * to, 0).solve(1000, f::applyAsDouble, from, to);
  }

  /** The minimum of a function with one minimum; its place to about 1e-7, relative. */
  static UnivariatePointValuePair least(DoubleUnaryOperator f, double from, double to) {
    return new BrentOptimizer(1e-8, 1e-14)
        .optimize(
            new MaxEval(1000),
            GoalType.MINIMIZE,
            new UnivariateObjectiveFunction(f::applyAsDouble),
            new SearchInterval(from, to));
  }
}
