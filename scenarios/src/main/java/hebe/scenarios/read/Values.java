package hebe.scenarios.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was read for the keys of a {@link Mapping}. */
public final class Values {
  private final Place place;
  private final Problems problems;
  private final Map<Key<?>, Bound> bound = new HashMap<>();

  Values(Place place, Problems problems) {
    this.place = place;
    this.problems = problems;
  }

  void put(Key<?> key, Object value, Optional<Place> at) {
    bound.put(key, new Bound(value, at));
  }

  /**
   * The value of a key, or its default.
   *
   * @throws IllegalStateException if the mapping does not have the key
   */
  public <T> T get(Key<T> key) {
    // A value is put together with the key that bound it, so it has the type of the key.
    @SuppressWarnings("unchecked")
    T value = (T) bound(key).value();
    return value;
  }

  /** Whether the key stands in the file. */
  public boolean isGiven(Key<?> key) {
    return bound(key).at().isPresent();
  }

  /** Where the mapping stands. */
  public Place place() {
    return place;
  }

  /** Where the value of a key stands; the place of the mapping if it is not there. */
  public Place place(Key<?> key) {
    return bound(key).at().orElse(place);
  }

  /** Reports what is wrong with the value of a key; a result for the factory. */
  public <T> Optional<T> refuse(Key<?> key, String expected, String got, String cure) {
    problems.add(place(key), expected, got, cure);
    return Optional.empty();
  }

  Problems problems() {
    return problems;
  }

  private Bound bound(Key<?> key) {
    return Optional.ofNullable(bound.get(key))
        .orElseThrow(() -> new IllegalStateException("the mapping has no key " + key.name()));
  }

  private record Bound(Object value, Optional<Place> at) {}
}
