package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Weibull;
import java.util.function.ObjDoubleConsumer;
import org.apache.commons.math3.special.Gamma;

/** Closed forms for laws that need not be exponential; times in hours. */
final class ClosedForms {
  private ClosedForms() {}

  /**
   * The longest rejuvenation that can pay, m_rep (1 - 1/(r(inf) m)), with the hazard r(inf) =
   * 1/2160 and the mean life m = 2400.
   */
  static void tellLongestRejuvenation(ObjDoubleConsumer<String> row) {
    row.accept("garg-mrejmax", 0.5 * (1 - 2160 / 2400.0));
  }

  /** Asymptotic variance of downtime per hour of an alternating renewal process. */
  static void tellVariances(ObjDoubleConsumer<String> row) {
    DelayLaw exponential = new Exponential(1000);
    DelayLaw hour = new Deterministic(1);
    row.accept("base-avar-exp-exp", variance(exponential, new Exponential(1)));
    row.accept("base-avar-exp-det", variance(exponential, hour));
    row.accept("base-avar-w2-det", variance(weibull(), hour));
    double quantile = 1.959963984540054;
    for (int power = 4; power <= 6; power++) {
      double hours = StrictMath.pow(10, power);
      double error = StrictMath.sqrt(variance(exponential, new Exponential(1)) / hours);
      row.accept("base-hw-1e" + power, quantile * error);
    }
  }

  /** Of shape 2 and mean 1000 h. */
  static Weibull weibull() {
    return new Weibull(2, 1000 / StrictMath.exp(Gamma.logGamma(1.5)));
  }

  /** (v_u m_d^2 + v_d m_u^2) / (m_u + m_d)^3. */
  private static double variance(DelayLaw up, DelayLaw down) {
    double sum = up.meanSeconds() + down.meanSeconds();
    return (up.varianceSeconds2() * down.meanSeconds() * down.meanSeconds()
            + down.varianceSeconds2() * up.meanSeconds() * up.meanSeconds())
        / (sum * sum * sum);
  }

  /** Pollaczek and Khinchine: r (1 + cv^2) / (2 (1 - r)), for services of mean 1. */
  static void tellWaits(ObjDoubleConsumer<String> row) {
    for (double load : new double[] {0.5, 0.8}) {
      String name = "base-pk-0p" + Math.round(10 * load);
      row.accept(name + "-md1", meanWait(load, new Deterministic(1)));
      row.accept(name + "-mm1", meanWait(load, new Exponential(1)));
      row.accept(name + "-me4", meanWait(load, new Erlang(4, 1)));
    }
  }

  private static double meanWait(double load, DelayLaw service) {
    return load * (1 + service.varianceSeconds2()) / (2 * (1 - load));
  }

  /**
   * Checkpoints after W hours of work: mean time per hour of work M exp(R/M) (exp((W + C)/M) -
   * 1)/W, least where (W/M - 1) exp((W + C)/M) + 1 = 0.
   */
  static void tellCheckpoints(ObjDoubleConsumer<String> row) {
    double m = 24;
    double c = 5.0 / 60;
    double best = Numerics.root(w -> (w / m - 1) * StrictMath.exp((w + c) / m) + 1, 0.1, 24);
    row.accept("base-ckpt-24-W", best);
    row.accept("base-ckpt-24-stretch", stretch(best));
    row.accept("base-ckpt-24-young", stretch(StrictMath.sqrt(2 * c * m)));
  }

  private static double stretch(double w) {
    double m = 24;
    return m * StrictMath.exp(10 / 60.0 / m) * StrictMath.expm1((w + 5.0 / 60) / m) / w;
  }
}
