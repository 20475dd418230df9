package hebe.scenarios.cli;

import hebe.scenarios.read.Node;
import hebe.scenarios.read.Place;
import hebe.scenarios.read.Problems;
import hebe.scenarios.read.Type;
import java.util.List;
import java.util.Optional;

/** Values of options, read as strictly as those of scenarios and with the same messages. */
final class OptionValue {
  private final Problems problems = new Problems();

  /** The value of an option; empty after a problem. */
  <T> Optional<T> read(String option, String text, Type<T> type) {
    return type.bind(
        new Node.ScalarNode(
            Place.of(option), text, text.isEmpty() ? Node.Kind.EMPTY : Node.Kind.TEXT),
        problems);
  }

  /** The values of an option that may be repeated. */
  <T> List<T> all(String option, List<String> texts, Type<T> type) {
    return texts.stream().flatMap(text -> read(option, text, type).stream()).distinct().toList();
  }

  /** What is wrong with an option as a whole. */
  void refuse(String option, String expected, String got, String cure) {
    problems.add(Place.of(option), expected, got, cure);
  }

  /** Goes on only if nothing was wrong. */
  void finish() throws InputException {
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }
}
