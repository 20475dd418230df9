package hebe.scenarios.read;

import hebe.scenarios.read.Node.Kind;
import hebe.scenarios.read.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of a sweep, with any unit or none, and the node that puts it elsewhere in the file.
 *
 * @param node as it is written; problems with the value point here
 * @param amount the number before the unit
 * @param unit the unit; empty for a plain number
 */
public record SweptNumber(ScalarNode node, BigDecimal amount, Optional<Unit> unit) {
  private static final Pattern SPLIT = Pattern.compile("(" + Amount.REGEX + ")\\s*(\\S.*)?");

  /** Digits of the numbers between two ends. */
  private static final int DIGITS = 4;

  /** Reads a number; empty if it is none, or its unit is unknown. */
  static Optional<SweptNumber> of(ScalarNode node) {
    Matcher split = SPLIT.matcher(node.text().strip());
    if (!split.matches()) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(split.group(1));
    Optional<String> word = Optional.ofNullable(split.group(5));
    Optional<Unit> unit = word.flatMap(Unit::of);
    boolean known = word.isEmpty() || unit.isPresent();
    return known ? Optional.of(new SweptNumber(node, amount, unit)) : Optional.empty();
  }

  /** As it is written. */
  public String text() {
    return node.text().strip();
  }

  /** The number in the base unit. */
  public double number() {
    return Amount.toDouble(unit.map(in -> amount.multiply(scale(in))).orElse(amount));
  }

  /** The base unit; {@code 1} for a plain number or a share. */
  public String baseUnit() {
    return unit.map(Unit::dimension)
        .map(dimension -> dimension == Dimension.SHARE ? "1" : dimension.unit())
        .orElse("1");
  }

  /** Whether both have the same base unit. */
  public boolean comparable(SweptNumber other) {
    return unit.map(Unit::dimension).equals(other.unit.map(Unit::dimension));
  }

  /**
   * Numbers from this one to another, evenly spaced or with even ratios, those between the ends
   * rounded to four digits in the unit of the other one.
   *
   * @param to comparable
   * @param count at least 2
   * @param ratios whether the ratio of two neighbours is the same everywhere; both ends are then
   *     above 0
   */
  public List<SweptNumber> upTo(SweptNumber to, int count, boolean ratios) {
    double low = number() / to.unit.map(in -> Amount.toDouble(scale(in))).orElse(1.0);
    double high = Amount.toDouble(to.amount);
    List<SweptNumber> numbers = new ArrayList<>(List.of(this));
    for (int i = 1; i + 1 < count; i++) {
      double share = (double) i / (count - 1);
      double value = ratios ? low * StrictMath.pow(high / low, share) : low + share * (high - low);
      numbers.add(to.with(new BigDecimal(value).round(new MathContext(DIGITS))));
    }
    numbers.add(to);
    return List.copyOf(numbers);
  }

  private SweptNumber with(BigDecimal other) {
    String plain = other.stripTrailingZeros().toPlainString();
    String text = plain + unit.map(in -> " " + in.word()).orElse("");
    Kind kind = unit.isPresent() ? Kind.TEXT : Kind.NUMBER;
    return new SweptNumber(new ScalarNode(node.place(), text, kind), other, unit);
  }

  /** The worth of a unit in the base unit; a quotient has more digits than a double tells apart. */
  private static BigDecimal scale(Unit in) {
    return in.multiplier().divide(in.divisor(), new MathContext(60));
  }
}
