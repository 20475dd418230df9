package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import java.util.function.ObjDoubleConsumer;

/**
 * Expected cost until an exponential end of mean 1e6 under a clock of length T (prism-gsmp). A part
 * degrades at rate a and then fails at rate f; a repair lasts X and earns a cost at its end, the
 * clock a rejuvenation of V. With b the rate of the end, J the integral over (0, T) of exp(-b t)
 * P(degraded at t), L the Laplace transforms at b and alive the probability of no failure by T:
 *
 * <p>R(T) = C / (1 - E), E = f J L_X + exp(-b T) alive L_V,
 *
 * <p>C = c_d J + f J (c_u (1 - L_X)/b + c_r L_X) + exp(-b T) alive c_u (1 - L_V)/b.
 *
 * @param name prefix of the rows
 * @param repair law of X
 * @param repairTransform L_X
 * @param rejuvenation law of V
 * @param rejuvenationTransform L_V
 * @param perDown c_u
 * @param perDegraded c_d
 * @param perRepair c_r
 */
record DiscountedClock(
    String name,
    DelayLaw repair,
    double repairTransform,
    DelayLaw rejuvenation,
    double rejuvenationTransform,
    double perDown,
    double perDegraded,
    double perRepair)
    implements PublishedModel {
  static final double END = 1e-6;
  static final double DEGRADE = 1.0 / 50;
  static final double FAIL = 1.0 / 225;

  /** Repair uniform on (0.1, 1), rejuvenation Erlang-10 of rate 200. */
  static DiscountedClock random() {
    return new DiscountedClock(
        "gsmp-ps2",
        new hebe.sim.law.Uniform(0.1, 1),
        -StrictMath.exp(-0.1 * END) * StrictMath.expm1(-0.9 * END) / (0.9 * END),
        new hebe.sim.law.Erlang(10, 10 / 200.0),
        StrictMath.exp(-10 * StrictMath.log1p(END / 200)),
        20,
        0.5,
        0);
  }

  /** Repair 4, rejuvenation 0.083333333. */
  static DiscountedClock fixed() {
    return new DiscountedClock(
        "gsmp-ps2dirac",
        new hebe.sim.law.Deterministic(4),
        StrictMath.exp(-4 * END),
        new hebe.sim.law.Deterministic(0.083333333),
        StrictMath.exp(-0.083333333 * END),
        5,
        0.01,
        2);
  }

  @Override
  public void tell(ObjDoubleConsumer<String> row) {
    for (int t : name.equals("gsmp-ps2") ? new int[] {10, 50} : new int[] {10, 24}) {
      row.accept(name + "-R" + t, cost(t));
    }
    double best = Numerics.root(this::slope, 5, 100);
    row.accept(name + "-topt", best);
    row.accept(name + "-Ropt", cost(best));
  }

  double cost(double t) {
    return cycleCost(t) / (1 - again(t));
  }

  private double cycleCost(double t) {
    return discounted(t) * perDiscounted() + StrictMath.exp(-END * t) * alive(t) * perClock();
  }

  /** Probability that the cycle ends before the end. */
  private double again(double t) {
    return FAIL * discounted(t) * repairTransform
        + StrictMath.exp(-END * t) * alive(t) * rejuvenationTransform;
  }

  /** Of the sign of dR/dT: C' (1 - E) + C E'; alive falls at the rate f P(degraded). */
  private double slope(double t) {
    double degraded = StrictMath.exp(-END * t) * degraded(t);
    double end = -FAIL * degraded - END * StrictMath.exp(-END * t) * alive(t);
    double cost = degraded * perDiscounted() + end * perClock();
    double again = FAIL * degraded * repairTransform + end * rejuvenationTransform;
    return cost * (1 - again(t)) + cycleCost(t) * again;
  }

  private double perDiscounted() {
    return perDegraded
        + FAIL * (perDown * (1 - repairTransform) / END + perRepair * repairTransform);
  }

  private double perClock() {
    return perDown * (1 - rejuvenationTransform) / END;
  }

  private double discounted(double t) {
    return Numerics.integral(x -> StrictMath.exp(-END * x) * degraded(x), 0, t);
  }

  private static double degraded(double t) {
    return DEGRADE / (FAIL - DEGRADE) * (StrictMath.exp(-DEGRADE * t) - StrictMath.exp(-FAIL * t));
  }

  private static double alive(double t) {
    return StrictMath.exp(-DEGRADE * t) + degraded(t);
  }
}
