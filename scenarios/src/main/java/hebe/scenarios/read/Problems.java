package hebe.scenarios.read;

import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong while reading goes on; each problem once, in the order of the file. */
public final class Problems {
  private final TreeSet<Problem> sorted = new TreeSet<>();

  /** Adds a problem. */
  public void add(Place place, String expected, String got, String cure) {
    sorted.add(new Problem(place, expected, got, cure));
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return sorted.isEmpty();
  }

  /** All problems so far, by file and position. */
  public List<Problem> list() {
    return List.copyOf(sorted);
  }

  /** One problem per line. */
  @Override
  public String toString() {
    return String.join("\n", sorted.stream().map(Problem::toString).toList());
  }
}
