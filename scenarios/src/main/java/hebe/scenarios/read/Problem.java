package hebe.scenarios.read;

import java.util.Comparator;

/**
 * Something wrong in an input.
 *
 * @param place where
 * @param expected what should stand there
 * @param got what stands there
 * @param cure what to do
 */
public record Problem(Place place, String expected, String got, String cure)
    implements Comparable<Problem> {
  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::place).thenComparing(Problem::toString);

  public Problem {
    if (expected.isBlank() || got.isBlank() || cure.isBlank()) {
      throw new IllegalArgumentException("a problem says what was expected, what came, what to do");
    }
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** One line: place, expected, got, cure. */
  @Override
  public String toString() {
    return place + ": expected " + expected + ", got " + got + "; " + cure;
  }
}
