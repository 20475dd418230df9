package hebe.scenarios.read;

import hebe.scenarios.read.Node.Kind;
import hebe.scenarios.read.Node.ScalarNode;
import hebe.scenarios.read.ScalarType.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Scalar types that are numbers, with or without a unit. */
final class Numbers {
  private static final Pattern NUMBER_LIKE = Pattern.compile("[+-]?\\.?[0-9].*");

  private Numbers() {}

  static Type<Long> whole(long low, long high) {
    String expected =
        low == high ? "the number " + low : "a whole number from " + low + " to " + high;
    Wording wording =
        new Wording(expected, Long.toString(low), expected.replaceFirst("^(a|the) ", ""));
    ScalarType.Reader<Long> reader =
        (node, problems) -> {
          Optional<Long> value = plain(node).flatMap(exact -> within(exact, low, high));
          return refuseIfAbsent(value, node, expected, Long.toString(low), problems);
        };
    return new ScalarType<>(
        wording,
        Numbers::isNumberLike,
        reader,
        () -> JsonSchema.object().put("type", "integer").put("minimum", low).put("maximum", high));
  }

  private static Optional<Long> within(BigDecimal exact, long low, long high) {
    boolean inside =
        exact.compareTo(BigDecimal.valueOf(low)) >= 0
            && exact.compareTo(BigDecimal.valueOf(high)) <= 0;
    boolean whole = exact.stripTrailingZeros().scale() <= 0;
    return inside && whole ? Optional.of(exact.longValueExact()) : Optional.empty();
  }

  static Type<Double> number(Bounds bounds) {
    String expected = "a number" + bounds.phrase("");
    String example = bounds.contains(1) ? "1" : Amount.shown(bounds.low());
    Wording wording = new Wording(expected, example, expected.substring(2));
    ScalarType.Reader<Double> reader =
        (node, problems) -> {
          Optional<Double> value =
              plain(node)
                  .map(Amount::toDouble)
                  .filter(v -> Double.isFinite(v) && bounds.contains(v));
          return refuseIfAbsent(value, node, expected, example, problems);
        };
    return new ScalarType<>(wording, Numbers::isNumberLike, reader, () -> numberSchema(bounds));
  }

  private static ObjectNode numberSchema(Bounds bounds) {
    ObjectNode schema = JsonSchema.object().put("type", "number");
    if (Double.isFinite(bounds.low())) {
      String word = bounds.lowAllowed() ? "minimum" : "exclusiveMinimum";
      schema.put(word, new BigDecimal(Amount.shown(bounds.low())));
    }
    if (Double.isFinite(bounds.high())) {
      String word = bounds.highAllowed() ? "maximum" : "exclusiveMaximum";
      schema.put(word, new BigDecimal(Amount.shown(bounds.high())));
    }
    return schema;
  }

  private static Optional<BigDecimal> plain(ScalarNode node) {
    return node.kind() == Kind.NUMBER ? Amount.parse(node.text()) : Optional.empty();
  }

  private static <T> Optional<T> refuseIfAbsent(
      Optional<T> value, ScalarNode node, String expected, String example, Problems problems) {
    if (value.isEmpty()) {
      boolean quoted = node.kind() == Kind.TEXT && Amount.parse(node.text()).isPresent();
      String cure =
          Amount.isSeparated(node.text())
              ? "write no thousands separators, and a point for decimals"
              : quoted ? "remove the quotes" : "write for example \"" + example + "\"";
      problems.add(node.place(), expected, node.shown(), cure);
    }
    return value;
  }

  static Type<Quantity> quantity(Dimension dimension, Bounds bounds) {
    List<String> units = Unit.words(dimension);
    String range = bounds.phrase(dimension.unit());
    Wording wording =
        new Wording(
            dimension.phrase() + " with a unit",
            dimension.example(bounds),
            "[" + dimension.noun() + "](#units)" + range);
    return new ScalarType<>(
        wording,
        Numbers::isNumberLike,
        (node, problems) -> Quantity.parse(node.text(), dimension, bounds, node.place(), problems),
        () -> Texts.pattern("^" + Amount.REGEX + "\\s*(" + String.join("|", units) + ")$"));
  }

  /** A number with any unit or none; what it must be is known only where it is put. */
  static Type<SweptNumber> swept() {
    Wording wording =
        new Wording(
            "a number, with a unit where one is due", "2 weeks", "number with or without unit");
    return new ScalarType<>(
        wording,
        Numbers::isNumberLike,
        (node, problems) -> {
          Optional<SweptNumber> number = SweptNumber.of(node);
          if (number.isEmpty()) {
            String cure = "write for example \"" + wording.example() + "\"";
            problems.add(node.place(), wording.expected(), node.shown(), cure);
          }
          return number;
        },
        () -> {
          ObjectNode schema = JsonSchema.object();
          schema.putArray("type").add("string").add("number");
          return schema;
        });
  }

  /** The bytes of an amount of memory; a byte is not divided. */
  static long wholeBytes(Quantity memory) {
    long bytes = Math.round(memory.value());
    if (bytes != memory.value()) {
      throw new IllegalArgumentException(
          memory.dimension().phrase() + ": expected in whole bytes, got \"" + memory.text() + "\"");
    }
    return bytes;
  }

  private static boolean isNumberLike(ScalarNode node) {
    return node.kind() == Kind.NUMBER || NUMBER_LIKE.matcher(node.text()).matches();
  }
}
