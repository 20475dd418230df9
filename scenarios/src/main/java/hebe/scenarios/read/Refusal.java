package hebe.scenarios.read;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what a record says about values that it refuses into a problem at their place. */
final class Refusal {
  private static final Pattern EXPECTED_GOT = Pattern.compile("(.+): expected (.+), got (.+)");
  private static final Pattern RULE_GOT = Pattern.compile("(.+); got (.+)");

  private Refusal() {}

  static <T> Optional<T> guard(Place place, Problems problems, Supplier<Optional<T>> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      report(place, problems, Optional.ofNullable(e.getMessage()).orElse("no reason given"));
      return Optional.empty();
    }
  }

  private static void report(Place place, Problems problems, String message) {
    String cure = "change the values here";
    Matcher expectedGot = EXPECTED_GOT.matcher(message);
    Matcher ruleGot = RULE_GOT.matcher(message);
    if (expectedGot.matches()) {
      String expected = expectedGot.group(1) + " " + expectedGot.group(2);
      problems.add(place, expected, expectedGot.group(3), cure);
    } else if (ruleGot.matches()) {
      problems.add(place, "that " + ruleGot.group(1), ruleGot.group(2), cure);
    } else {
      problems.add(place, "valid values", "others (" + message + ")", cure);
    }
  }
}
