package hebe.models.aging;

import hebe.models.load.VmmEventRates;
import hebe.models.timing.Bounds;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Gamma;
import java.util.List;
import java.util.OptionalInt;

/** What makes a layer leak. */
public sealed interface LeakEvent {
  /** How many events one firing stands for. */
  default int bundled() {
    return 1;
  }

  /** Something that the model itself does; every time it happens it leaks. */
  enum Own implements LeakEvent {
    /** The VMM has created a domain: a guest has booted or was given back. */
    DOMAIN_CREATED("domain-created"),
    /** The VMM has destroyed a domain: a guest begins to be rebooted. */
    DOMAIN_DESTROYED("domain-destroyed"),
    /** The service in a guest was restarted without its guest. */
    SERVICE_RESTARTED("service-restarted"),
    /**
     * Of a VMM: it has been started again, and begins with the leak. Of a guest: it is given back
     * by an operation of its host that kept it.
     */
    HOST_REBOOTED("host-rebooted"),
    /** A guest has been moved to another host. */
    GUEST_MIGRATED("guest-migrated");

    /** What makes a VMM leak. */
    public static final List<Own> OF_VMM =
        List.of(DOMAIN_CREATED, DOMAIN_DESTROYED, HOST_REBOOTED, GUEST_MIGRATED);

    /** What makes a guest leak. */
    public static final List<Own> OF_GUEST =
        List.of(SERVICE_RESTARTED, HOST_REBOOTED, GUEST_MIGRATED);

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

    @Override
    public int bundled() {
      return bundle;
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

  /**
   * Use of a VMM by its guests: how often follows from the workload, mode and processor of each
   * guest that serves, {@link VmmEventRates}. Times between are exponential, and taken together as
   * those of {@link Arrivals}.
   *
   * @param kind what counts
   * @param errorShare share of the entries that end in a path for errors, in [0, 1]; 1 for other
   *     kinds
   * @param bundle how many are taken at once, at least 1; empty if a resource is to choose
   */
  record Use(Kind kind, double errorShare, OptionalInt bundle) implements LeakEvent {
    /** What counts as use. */
    public enum Kind {
      /** Entries into the VMM. */
      ENTRIES("entries"),
      /** Explicit calls of the VMM. */
      HYPERCALLS("hypercalls"),
      /** Entries that end in a path for errors. */
      ERROR_PATHS("error-paths");

      private final String label;

      Kind(String label) {
        this.label = label;
      }

      /** Its name in scenarios. */
      public String label() {
        return label;
      }
    }

    public Use {
      if (!(errorShare >= 0 && errorShare <= 1) || bundle.orElse(1) < 1) {
        throw new IllegalArgumentException(
            "use has a share of errors in [0, 1] and bundles of at least one event");
      }
    }

    @Override
    public int bundled() {
      return bundle.orElse(1);
    }

    Use with(int events) {
      return new Use(kind, errorShare, OptionalInt.of(events));
    }

    /** Whether an operation of the host itself counts: as one entry by one call, without error. */
    boolean includes(Own event) {
      return kind != Kind.ERROR_PATHS
          && (event == Own.DOMAIN_CREATED || event == Own.DOMAIN_DESTROYED);
    }

    /** Events per second of a guest that uses the VMM so. */
    public Bounds perSecond(VmmEventRates rates) {
      return switch (kind) {
        case ENTRIES -> rates.entries();
        case HYPERCALLS -> rates.hypercalls();
        case ERROR_PATHS -> rates.withErrors(errorShare).errorPaths();
      };
    }

    /** The law of the time between two bundles at so many events per second, above 0. */
    public DelayLaw law(double perSecond) {
      return new Arrivals(Exponential.ofRate(perSecond), bundled()).law();
    }
  }
}
