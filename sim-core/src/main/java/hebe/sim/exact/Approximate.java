package hebe.sim.exact;

/**
 * A value found with fits of some order, beside the same value with fits of a lower one.
 *
 * <p>If the error falls as 1 / order, as that of an Erlang law in place of a fixed delay does when
 * the order is large enough, then v + (v - w) m / (n - m) is free of the first term, with v and w
 * the values of the orders n and m; for m = n / 2 it is 2 v - w. The error of v is estimated as 3
 * times the distance between the two, as both orders may still be far from that law; this is no
 * bound. Sources: Richardson (1911), "The approximate arithmetical solution by finite differences
 * of physical problems", Philosophical Transactions of the Royal Society A 210; the factor of
 * safety for two grids of Roache (1994), "Perspective: a method for uniform reporting of grid
 * refinement studies", Journal of Fluids Engineering 116(3).
 *
 * @param value at the order
 * @param order most phases of a fit, above {@code coarserOrder}
 * @param coarser the value at the coarser order
 * @param coarserOrder at least 1
 */
public record Approximate(double value, int order, double coarser, int coarserOrder) {
  private static final double SAFETY = 3;

  public Approximate {
    if (coarserOrder < 1 || order <= coarserOrder) {
      throw new IllegalArgumentException(
          "expected an order above a coarser one of at least 1; got "
              + order
              + " and "
              + coarserOrder);
    }
  }

  /** The order to compare with: half of it, rounded down. */
  public static int coarserOrder(int order) {
    return order / 2;
  }

  /** The value that both orders point to if the error falls as 1 / order. */
  public double extrapolated() {
    return value + correction();
  }

  /** How far the value may be off, at least 0, in the unit of the value. */
  public double estimatedError() {
    return SAFETY * Math.abs(correction());
  }

  private double correction() {
    return (value - coarser) * coarserOrder / (order - coarserOrder);
  }
}
