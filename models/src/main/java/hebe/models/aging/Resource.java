package hebe.models.aging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A finite resource that leaks use up; the layer crashes when nothing is left. Events drive its
 * age, not the clock.
 *
 * <p>It is counted in grains, the largest amount that divides the capacity and every leak, so that
 * no leak is rounded.
 *
 * @param capacity what is free in a fresh layer, in the unit, at least 1
 * @param unit what is counted
 * @param leaks at least one, no two of one name
 * @param crashBelow the free share below which the crash law of the layer runs; empty if the layer
 *     crashes at exhaustion only
 * @param levels free shares below which the layer is slow, falling, with falling speeds
 * @param preset the known resource that the capacity is of; empty if the user gave it
 */
public record Resource(
    long capacity,
    Unit unit,
    List<Leak> leaks,
    OptionalDouble crashBelow,
    List<Level> levels,
    Optional<LeakPresets.Preset> preset)
    implements Aging {
  private static final long MOST_GRAINS = 1_000_000_000;

  /** What is counted. */
  public enum Unit {
    /** Bytes of memory. */
    BYTES,
    /** Things, for example file handles. */
    COUNT
  }

  /**
   * Below a free share the layer is slow.
   *
   * @param freeBelow share of the capacity, above 0 and at most 1
   * @param speed share of its work that a layer still does, from 0 to 1
   */
  public record Level(double freeBelow, double speed) {
    public Level {
      requireShare(freeBelow);
      if (!(speed >= 0 && speed <= 1)) {
        throw new IllegalArgumentException("a speed is from 0 % to 100 %; got " + speed);
      }
    }
  }

  public Resource {
    long size = capacity;
    leaks = leaks.stream().map(leak -> leak.bundled(size)).toList();
    levels = List.copyOf(levels);
    if (capacity < 1 || leaks.isEmpty()) {
      throw new IllegalArgumentException("a resource has a capacity of at least 1, and leaks");
    }
    if (leaks.stream().map(Leak::name).distinct().count() < leaks.size()) {
      throw new IllegalArgumentException("two leaks of a resource share a name");
    }
    if (unit == Unit.COUNT && leaks.stream().anyMatch(leak -> leak.preset().isPresent())) {
      throw new IllegalArgumentException("a leak of memory needs a resource of memory");
    }
    crashBelow.ifPresent(Resource::requireShare);
    for (int i = 1; i < levels.size(); i++) {
      if (!(levels.get(i).freeBelow() < levels.get(i - 1).freeBelow()
          && levels.get(i).speed() < levels.get(i - 1).speed())) {
        throw new IllegalArgumentException("free shares and speeds of levels fall");
      }
    }
    if (capacity / grain(capacity, leaks) > MOST_GRAINS) {
      throw new IllegalArgumentException(
          "a resource of at most "
              + MOST_GRAINS
              + " grains, the largest amount that divides the capacity and every leak; got "
              + capacity / grain(capacity, leaks));
    }
  }

  @Override
  public Optional<Resource> resource() {
    return Optional.of(this);
  }

  /** The amount that is counted as one, in the unit. */
  public long grain() {
    return grain(capacity, leaks);
  }

  /** The capacity in grains. */
  public int grains() {
    return StrictMath.toIntExact(capacity / grain());
  }

  /** What one firing of a leak takes, in grains; never more than exhausts a fresh layer. */
  public int grainsOf(Leak leak) {
    return (int) StrictMath.min(grains(), leak.atOnce() / grain());
  }

  /** What events that the model does together take, in grains, over all leaks. */
  public int grainsOf(LeakEvent.Own... events) {
    long sum = 0;
    for (LeakEvent.Own event : events) {
      sum += leaks.stream().mapToLong(leak -> leak.at(event)).sum();
    }
    return (int) StrictMath.min(grains(), sum / grain());
  }

  /** The most grains that one firing takes. */
  public int mostAtOnce() {
    List<Integer> all = new ArrayList<>(leaks.stream().map(this::grainsOf).toList());
    for (LeakEvent.Own event : LeakEvent.Own.values()) {
      // A migration also makes or removes a domain.
      all.add(grainsOf(event, LeakEvent.Own.GUEST_MIGRATED));
    }
    return all.stream().mapToInt(Integer::intValue).max().orElseThrow();
  }

  /**
   * The fewest leaked grains with which less than a share of the capacity is free: with C grains
   * and share s, leaked k leaves C - k, and C - k &lt; s C.
   */
  public int grainsBelow(double share) {
    // A share such as 7 % times a whole number may be a little above the whole product.
    double free = StrictMath.ceil(share * grains() * (1 - 1e-12));
    return grains() - (int) free + 1;
  }

  private static long grain(long capacity, List<Leak> leaks) {
    long divisor = capacity;
    for (Leak leak : leaks) {
      divisor = gcd(divisor, leak.atOnce());
      for (LeakEvent.Own event : LeakEvent.Own.values()) {
        divisor = leak.at(event) > 0 ? gcd(divisor, leak.at(event)) : divisor;
      }
    }
    return divisor;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static void requireShare(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("a free share is above 0 and at most 1; got " + share);
    }
  }
}
