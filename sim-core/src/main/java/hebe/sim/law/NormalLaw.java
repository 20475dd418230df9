package hebe.sim.law;

/** The normal law of mean 0 and variance 1. A delay never has it, as it may be negative. */
public final class NormalLaw {
  private NormalLaw() {}

  /** The probability of at most z. */
  public static double cdf(double z) {
    return StandardNormal.cdf(z);
  }
}
