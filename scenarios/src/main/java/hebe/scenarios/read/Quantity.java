package hebe.scenarios.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with a unit, as the user wrote it.
 *
 * @param text as written, for example {@code 4 weeks}
 * @param value in the unit of the dimension; finite, the double nearest to what was written, so
 *     that 9000 h and 32400000 s are the same
 */
public record Quantity(String text, Dimension dimension, double value) {
  private static final Pattern SPLIT = Pattern.compile("(" + Amount.REGEX + ")\\s*(\\S.*)?");

  public Quantity {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a quantity is finite; got " + text);
    }
  }

  /** Reads a quantity of one dimension; empty after a problem. */
  public static Optional<Quantity> parse(
      String written, Dimension dimension, Bounds bounds, Place place, Problems problems) {
    return new Reading(written.strip(), dimension, bounds, place, problems).quantity();
  }

  private record Reading(
      String text, Dimension dimension, Bounds bounds, Place place, Problems problems) {

    Optional<Quantity> quantity() {
      Matcher split = SPLIT.matcher(text);
      if (!split.matches() || Amount.isSeparated(text)) {
        return notANumber();
      }
      String word = Optional.ofNullable(split.group(5)).orElse("");
      Optional<Unit> unit = Unit.of(word);
      if (word.isEmpty()) {
        return refuse(wanted(), text, example());
      }
      if (unit.isEmpty()) {
        return unknownUnit(split.group(1), word);
      }
      if (unit.get().dimension() != dimension) {
        return refuse(wanted(), quoted() + ", " + unit.get().dimension().phrase(), example());
      }
      return inRange(exact(new BigDecimal(split.group(1)), unit.get()));
    }

    /** Amount times unit. The quotient has more digits than a double can tell apart. */
    private static BigDecimal exact(BigDecimal amount, Unit unit) {
      BigDecimal product = amount.multiply(unit.multiplier());
      return product.divide(unit.divisor(), new MathContext(60 + product.precision()));
    }

    private Optional<Quantity> inRange(BigDecimal exact) {
      double value = Amount.toDouble(exact);
      boolean vanished = value == 0 && exact.signum() != 0;
      if (!Double.isFinite(value) || vanished) {
        String size = vanished ? "smaller" : "larger";
        return refuse(wanted(), quoted() + ", " + size + " than any number here", example());
      }
      if (!bounds.contains(value)) {
        String range = dimension.phrase() + bounds.phrase(dimension.unit());
        return refuse(range, quoted(), example());
      }
      return Optional.of(new Quantity(text, dimension, value));
    }

    private Optional<Quantity> notANumber() {
      if (Amount.isSeparated(text)) {
        String cure = "write no thousands separators, and a point for decimals";
        return refuse(wanted(), quoted(), cure);
      }
      String expected = Amount.isNotFinite(text) ? "a finite " + dimension.noun() : wanted();
      return refuse(expected, quoted(), example());
    }

    private Optional<Quantity> unknownUnit(String amount, String word) {
      List<String> near = Words.nearest(word, Unit.words(dimension));
      List<String> meant = near.stream().map(unit -> "\"" + amount + " " + unit + "\"").toList();
      String cure = near.isEmpty() ? example() : "did you mean " + Words.or(meant) + "?";
      return refuse(wanted(), quoted() + ", an unknown unit", cure);
    }

    private String wanted() {
      return dimension.phrase() + " with a unit";
    }

    private String quoted() {
      return Words.quoted(text);
    }

    private String example() {
      return "write for example \"" + dimension.example(bounds) + "\"";
    }

    private Optional<Quantity> refuse(String expected, String got, String cure) {
      problems.add(place, expected, got, cure);
      return Optional.empty();
    }
  }
}
