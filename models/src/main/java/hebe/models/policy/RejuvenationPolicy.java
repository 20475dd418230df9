package hebe.models.policy;

import hebe.models.aging.Aging;
import hebe.sim.law.DelayLaw;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** When something is rejuvenated. */
public sealed interface RejuvenationPolicy {
  /**
   * What it waits for and what never comes; empty if all of it may come.
   *
   * @param aging how the layer ages
   * @param aboveFails whether what runs on the layer can crash: guests on a VMM, a service in a
   *     guest
   */
  default Optional<Need> unmet(Aging aging, boolean aboveFails) {
    return Optional.empty();
  }

  /** What makes it fall due. */
  default RejuvenationPolicy trigger() {
    return this;
  }

  /** What it then waits for; nothing if it acts at once. */
  default List<Wait> waits() {
    return List.of();
  }

  /** Whether what falls due waits until the load of its host is low. */
  default boolean waitsForQuiet() {
    return waits().stream().anyMatch(Wait.Quiet.class::isInstance);
  }

  /** Something that a policy waits for. */
  enum Need {
    /** A last stage. */
    STAGES("aging law"),
    /** As many stages as the one it looks for. */
    MORE_STAGES("such stage of aging"),
    /** A resource that is used up. */
    RESOURCE("resource"),
    /** A crash of what runs on the layer. */
    CRASHES_ABOVE("crash of what runs on it"),
    /** An instant at which its window is open. */
    OPENING("opening of its window");

    private final String text;

    Need(String text) {
      this.text = text;
    }

    /** What is missing, for people. */
    public String text() {
      return text;
    }
  }

  /** Never. */
  record Never() implements RejuvenationPolicy {}

  /**
   * Every so often.
   *
   * @param periodSeconds the period, finite and above 0
   * @param firstSeconds the first time by the calendar, finite and above 0; empty for one period,
   *     or for the place in the stagger
   * @param clock what the period counts from
   * @param staggered whether several with this schedule take turns by the calendar, evenly spread
   *     over the period
   */
  record Periodic(double periodSeconds, OptionalDouble firstSeconds, Clock clock, boolean staggered)
      implements RejuvenationPolicy {
    public Periodic {
      requireInstant(periodSeconds);
      firstSeconds.ifPresent(Periodic::requireInstant);
      if (clock == Clock.SINCE_RENEWAL && (staggered || firstSeconds.isPresent())) {
        throw new IllegalArgumentException(
            "a period since the last renewal has no first instant and no stagger");
      }
    }

    /**
     * The first instants of n that share the schedule: all at once, or evenly over the period. A
     * stagger begins at the first time if one is given, otherwise it ends with the first period.
     */
    public List<Double> firsts(int n) {
      double last = firstSeconds.orElse(periodSeconds);
      int turns = firstSeconds.isPresent() ? 0 : 1 - n;
      return IntStream.range(0, n)
          .mapToObj(i -> staggered ? last + periodSeconds * (i + turns) / n : last)
          .toList();
    }

    private static void requireInstant(double seconds) {
      if (!(seconds > 0) || Double.isInfinite(seconds)) {
        throw new IllegalArgumentException(
            "a period and its first instant are finite and above 0 s; got " + seconds);
      }
    }
  }

  /**
   * Some time after it has become failure-probable.
   *
   * @param delay from the entry into failure-probable to the rejuvenation
   */
  record AfterAging(DelayLaw delay) implements RejuvenationPolicy {
    @Override
    public Optional<Need> unmet(Aging aging, boolean aboveFails) {
      return aging.lastStage() > 0 ? Optional.empty() : Optional.of(Need.STAGES);
    }
  }

  /**
   * As soon as it has run for so long since its last fresh start.
   *
   * @param ageSeconds time in which it ran, finite and above 0
   */
  record AtAge(double ageSeconds) implements RejuvenationPolicy {
    public AtAge {
      requireSpan(ageSeconds);
    }
  }

  /**
   * As soon as it shows a sign of age.
   *
   * @param sign the sign
   */
  record WhenDegraded(Degradation sign) implements RejuvenationPolicy {
    @Override
    public Optional<Need> unmet(Aging aging, boolean aboveFails) {
      return sign.unmet(aging);
    }
  }

  /**
   * If an inspection says that it shows a sign of age. The first inspection comes one period after
   * a fresh start, the others each a period after the one before; they take no time.
   *
   * @param periodSeconds the period, finite and above 0
   * @param sign what is looked for
   * @param detection probability, above 0 and at most 1, that the sign is seen if it is there
   * @param falseAlarm probability, from 0 and below 1, that it is seen if it is not there
   */
  record OnInspection(double periodSeconds, Degradation sign, double detection, double falseAlarm)
      implements RejuvenationPolicy {
    public OnInspection {
      requireSpan(periodSeconds);
      if (!(detection > 0 && detection <= 1 && falseAlarm >= 0 && falseAlarm < 1)) {
        throw new IllegalArgumentException(
            "an inspection detects with a probability above 0, and not always without a sign; got "
                + detection
                + ", "
                + falseAlarm);
      }
    }

    @Override
    public Optional<Need> unmet(Aging aging, boolean aboveFails) {
      return sign.unmet(aging);
    }
  }

  /**
   * Only after a crash of what runs on it: a VMM after one of its guests has crashed, a guest after
   * its service has. Its own crash makes it fresh anyway.
   */
  record AfterCrash() implements RejuvenationPolicy {
    @Override
    public Optional<Need> unmet(Aging aging, boolean aboveFails) {
      return aboveFails ? Optional.empty() : Optional.of(Need.CRASHES_ABOVE);
    }
  }

  /**
   * As soon as measurements foretell that the resource will soon be used up.
   *
   * @param prediction how they do
   */
  record Predicted(Prediction prediction) implements RejuvenationPolicy {
    @Override
    public Optional<Need> unmet(Aging aging, boolean aboveFails) {
      return aging.resource().isPresent() ? Optional.empty() : Optional.of(Need.RESOURCE);
    }
  }

  /**
   * By the calendar, but with an eye on the fresh starts of the part and on the other level.
   *
   * @param due by the calendar
   * @param creditSeconds an instant passes by if the last fresh start is less than this ago; above
   *     0 and below the period
   * @param leadSeconds it is pulled forward to a rejuvenation of a guest that falls due so shortly
   *     before, which it then serves too; above 0 and below the period
   */
  record TwoLevel(Periodic due, OptionalDouble creditSeconds, OptionalDouble leadSeconds)
      implements RejuvenationPolicy {
    public TwoLevel {
      if (due.clock() != Clock.CALENDAR) {
        throw new IllegalArgumentException("only instants of the calendar are skipped or pulled");
      }
      if (creditSeconds.isEmpty() && leadSeconds.isEmpty()) {
        throw new IllegalArgumentException("a schedule of two levels has a credit or a lead");
      }
      creditSeconds.ifPresent(seconds -> requireBelow(seconds, due.periodSeconds()));
      leadSeconds.ifPresent(seconds -> requireBelow(seconds, due.periodSeconds()));
    }

    private static void requireBelow(double seconds, double periodSeconds) {
      if (!(seconds > 0 && seconds < periodSeconds)) {
        throw new IllegalArgumentException(
            "a credit or a lead is above 0 s and below the period of "
                + periodSeconds
                + " s; got "
                + seconds);
      }
    }
  }

  /**
   * As another policy says, but what falls due waits until everything that it waits for holds at
   * one instant, or is no longer waited for.
   *
   * @param due when it falls due; not never, and itself waiting for nothing
   * @param waits what it waits for, at least one and each kind once
   */
  record Waiting(RejuvenationPolicy due, List<Wait> waits) implements RejuvenationPolicy {
    public Waiting {
      waits = List.copyOf(waits);
      if (due instanceof Never || due instanceof Waiting) {
        throw new IllegalArgumentException("what waits falls due by itself");
      }
      if (waits.isEmpty() || waits.stream().map(Wait::getClass).distinct().count() < waits.size()) {
        throw new IllegalArgumentException("it waits for something, and for each thing once");
      }
      if (due instanceof AfterCrash && waits.stream().anyMatch(Wait.Repair.class::isInstance)) {
        throw new IllegalArgumentException("after a crash there is nothing to wait for");
      }
    }

    @Override
    public RejuvenationPolicy trigger() {
      return due;
    }

    @Override
    public Optional<Need> unmet(Aging aging, boolean aboveFails) {
      return waits.stream().allMatch(Wait::mayEnd)
          ? due.unmet(aging, aboveFails)
          : Optional.of(Need.OPENING);
    }
  }

  private static void requireSpan(double seconds) {
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("a time span is finite and above 0 s; got " + seconds);
    }
  }

  /** What a period counts from. */
  enum Clock {
    /** Instants first + k x period; those at which nothing can be done pass by. */
    CALENDAR,
    /** The end of the operation that made the part fresh. */
    SINCE_RENEWAL
  }
}
