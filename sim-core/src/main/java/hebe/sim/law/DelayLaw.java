package hebe.sim.law;

/** Law of a delay: a random time in seconds, never negative. */
public interface DelayLaw {
  /** Returns the delay at the uniform u in (0, 1), by inversion: a larger u waits longer. */
  double delaySeconds(double u);
}
