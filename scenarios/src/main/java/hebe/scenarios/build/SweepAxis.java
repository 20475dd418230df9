package hebe.scenarios.build;

import hebe.scenarios.read.Key;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.SweptNumber;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers that a sweep puts at one path.
 *
 * @param values at least one, of one dimension, each once
 */
record SweepAxis(List<SweptNumber> values) {
  /** Most values at one path. */
  static final int MOST_VALUES = 1000;

  SweepAxis {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a sweep has at least one value; got none");
    }
    if (!values.stream().allMatch(values.get(0)::comparable)) {
      throw new IllegalArgumentException(
          "swept values: expected numbers of one dimension, got " + texts(values));
    }
    if (values.stream().map(SweptNumber::number).distinct().count() < values.size()) {
      throw new IllegalArgumentException(
          "swept values: expected each once, got "
              + texts(values)
              + " (those between two ends have four digits)");
    }
  }

  /** What stands under {@code sweep}. */
  static Type<Map<String, Located<SweepAxis>>> sweep() {
    Type<SweepAxis> list = Types.listOf(Types.sweptNumber()).required().map(SweepAxis::new);
    return Types.mapOf(Types.path(), Types.<SweepAxis>firstOf(list, range()).located());
  }

  private static Mapping<SweepAxis> range() {
    Key<SweptNumber> from = Key.required("from", "The first value.", Types.sweptNumber());
    Key<SweptNumber> to = Key.required("to", "The last value.", Types.sweptNumber());
    Key<Integer> steps =
        Key.required(
            "steps",
            "How many values there are, with both ends; those between have four digits.",
            Types.integer(2, MOST_VALUES));
    Key<Boolean> log =
        Key.defaulted(
            "log",
            "Whether neighbours have even ratios, not even distances.",
            Types.flag(),
            "false");
    return Mapping.checked(
        "swept range",
        "Values from one number to another.",
        read -> values(read, from, to, read.get(steps), read.get(log)),
        from,
        to,
        steps,
        log);
  }

  private static Optional<SweepAxis> values(
      Values read, Key<SweptNumber> from, Key<SweptNumber> to, int steps, boolean log) {
    SweptNumber low = read.get(from);
    SweptNumber high = read.get(to);
    if (!low.comparable(high)) {
      return read.refuse(to, "the dimension of \"from\"", "another one", "use the same unit");
    }
    if (log && !(low.number() > 0 && high.number() > 0)) {
      return read.refuse(from, "ends above 0 with \"log\"", "others", "leave \"log\" out");
    }
    return Optional.of(new SweepAxis(low.upTo(high, steps, log)));
  }

  private static String texts(List<SweptNumber> values) {
    return String.join(", ", values.stream().map(SweptNumber::text).toList());
  }
}
