package hebe.models.aging;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Gamma;

/** What makes a layer leak. */
public sealed interface LeakEvent {
  /** Something that the model itself does; every time it happens it leaks. */
  enum Own implements LeakEvent {
    /** The VMM has created a domain: a guest has booted or was given back. */
    DOMAIN_CREATED("domain-created"),
    /** The VMM has destroyed a domain: a guest begins to be rebooted. */
    DOMAIN_DESTROYED("domain-destroyed"),
    /** The service in a guest was restarted without its guest. */
    SERVICE_RESTARTED("service-restarted");

    private final String label;

    Own(String label) {
      this.label = label;
    }

    /** Its name in scenarios. */
    public String label() {
      return label;
    }
  }

  /**
   * Something that happens while the layer runs, with independent times between.
   *
   * <p>Frequent events are taken together, n at once. The delay of a bundle has the mean n m and
   * the variance n v of the sum of n times between, with m and v those of one: n fixed times, n
   * exponential stages, otherwise the gamma law of this mean and variance. So a bundle changes
   * neither the rate nor the spread of what has leaked at the instants of bundles; in between it is
   * late by less than one bundle. The shape of the gamma law is at most 1000: above, it is more
   * random than the sum.
   *
   * @param between the time between two events, with a mean above 0
   * @param bundle how many are taken at once, at least 1
   */
  record Arrivals(DelayLaw between, int bundle) implements LeakEvent {
    private static final double LEAST_SHAPE = 0.05;
    private static final double MOST_SHAPE = 1000;

    public Arrivals {
      if (bundle < 1) {
        throw new IllegalArgumentException("a bundle has at least one event; got " + bundle);
      }
      if (!(between.meanSeconds() > 0)) {
        throw new IllegalArgumentException("events with no time between them never end");
      }
    }

    /** The law of the time between two bundles. */
    public DelayLaw law() {
      if (bundle == 1) {
        return between;
      }
      double mean = bundle * between.meanSeconds();
      double variance = bundle * between.varianceSeconds2();
      if (variance == 0) {
        return new Deterministic(mean);
      }
      if (between instanceof Exponential && bundle <= MOST_SHAPE) {
        return new Erlang(bundle, mean);
      }
      double shape = mean * mean / variance;
      return Gamma.ofMean(StrictMath.max(LEAST_SHAPE, StrictMath.min(MOST_SHAPE, shape)), mean);
    }
  }
}
