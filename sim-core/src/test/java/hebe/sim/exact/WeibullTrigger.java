package hebe.sim.exact;

import hebe.sim.law.Weibull;
import java.util.function.ObjDoubleConsumer;
import org.apache.commons.math3.special.Gamma;

/**
 * Rejuvenation at a fixed age t of a part that wears out by a Weibull law (Dohi,
 * Goseva-Popstojanova and Trivedi 2001). With F its cdf, I(t) the integral of 1 - F:
 *
 * <p>U(t) = D / (mu0 + I + D), D = repair F + clean (1 - F), or repair F + clean when a repair is
 * followed by a clean-up.
 *
 * @param name prefix of the rows
 * @param robust mean time before wear begins
 * @param repair mean time of a repair
 * @param clean mean time of a rejuvenation
 * @param cleansAfterRepair whether a repair is followed by a clean-up
 */
record WeibullTrigger(
    String name,
    Weibull life,
    double robust,
    double repair,
    double clean,
    boolean cleansAfterRepair)
    implements PublishedModel {

  /** Of a mean life of 2160 h, 240 h before it, half an hour of repair, 10 min to clean. */
  static WeibullTrigger hours(int shape, int variant) {
    double scale = 2160 / StrictMath.exp(Gamma.logGamma(1 + 1.0 / shape));
    String name = "dohi-w" + shape + "-2160-m" + variant;
    return new WeibullTrigger(name, new Weibull(shape, scale), 240, 1.0 / 2, 1.0 / 6, variant == 2);
  }

  @Override
  public void tell(ObjDoubleConsumer<String> row) {
    double best = Numerics.root(this::slope, life.scaleSeconds() / 1000, 2 * life.scaleSeconds());
    row.accept(name + "-topt", best);
    row.accept(name + "-Uopt", down(best));
    row.accept(name + "-U2", down(2 * best));
    double lost = repair + (cleansAfterRepair ? clean : 0);
    row.accept(name + "-Uinf", lost / (robust + life.meanSeconds() + lost));
    if (robust == 240) {
      row.accept(name + "-t1000-U", down(1000));
    }
  }

  double down(double t) {
    double failed = life.cdf(t);
    double lost = repair * failed + clean * (cleansAfterRepair ? 1 : 1 - failed);
    return lost / (robust + meanUntil(t) + lost);
  }

  private double meanUntil(double t) {
    return Numerics.integral(x -> 1 - life.cdf(x), 0, t);
  }

  /** clean + d F - d r (mu0 + I), r the hazard: above 0 before the best age. */
  private double slope(double t) {
    double gain = repair - (cleansAfterRepair ? 0 : clean);
    double hazard = life.shape() / t * StrictMath.pow(t / life.scaleSeconds(), life.shape());
    return clean + gain * life.cdf(t) - gain * hazard * (robust + meanUntil(t));
  }
}
