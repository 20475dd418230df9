package hebe.models.timing;

import hebe.sim.result.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What events without a cell of their own are made of. */
public final class EventRules {
  private static final List<String> COLUMNS =
      List.of("mode", "event", "part", "count", "provenance", "source", "note");
  private static final Pattern RATIO =
      Pattern.compile("(\\S+((?: less \\S+)*)) per (\\S+) in (\\S+) on (\\S+)");

  private final List<EventRule> rules;

  private EventRules(List<EventRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The rules that ship with Hebe. */
  public static EventRules load() {
    return read(TableText.shipped("event-rules.csv"));
  }

  /** The rules of a table; all its problems come together. */
  public static EventRules read(TableText table) {
    TableReader reader = new TableReader();
    TableReader.Once once = new TableReader.Once();
    List<EventRule> rules = new ArrayList<>();
    reader.rows(
        table,
        COLUMNS,
        row ->
            rule(row)
                .filter(rule -> once.first(row, rule.label(), rule.label()))
                .ifPresent(rules::add));
    reader.finish();
    return new EventRules(rules);
  }

  private static Optional<EventRule> rule(TableReader.Row row) {
    Optional<Mode> mode = row.mode();
    Optional<TrapEvent> event = row.event("event");
    Optional<TrapEvent> part = row.event("part");
    Optional<Product> product = product(row);
    Optional<Provenance> provenance = row.provenance();
    Optional<String> source = row.name("source");
    if (mode.isEmpty() || event.isEmpty() || part.isEmpty() || product.isEmpty()) {
      return Optional.empty();
    }
    if (provenance.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new EventRule(
            mode.get(),
            event.get(),
            part.get(),
            product.get().times(),
            product.get().ratios(),
            provenance.get(),
            source.get()));
  }

  /** How many, as a product. */
  private record Product(double times, List<EventRule.Ratio> ratios) {}

  private static Optional<Product> product(TableReader.Row row) {
    double times = 1;
    List<EventRule.Ratio> ratios = new ArrayList<>();
    for (String text : List.of(row.text("count").split(" x ", -1))) {
      Matcher matcher = RATIO.matcher(text);
      if (matcher.matches()) {
        Optional<EventRule.Ratio> ratio = ratio(row, matcher);
        if (ratio.isEmpty()) {
          return Optional.empty();
        }
        ratios.add(ratio.get());
      } else {
        OptionalDouble number = number(row, text);
        if (number.isEmpty()) {
          return Optional.empty();
        }
        times *= number.getAsDouble();
      }
    }
    return Optional.of(new Product(times, ratios));
  }

  private static OptionalDouble number(TableReader.Row row, String text) {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value < Double.POSITIVE_INFINITY) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      // The same message as for a number out of range.
    }
    row.problem(
        "count: expected a number that is at least 0, or 'EVENT [less EVENT] per EVENT in MODE on"
            + " CPU', got '"
            + text
            + "'");
    return OptionalDouble.empty();
  }

  private static Optional<EventRule.Ratio> ratio(TableReader.Row row, Matcher matcher) {
    List<String> events = List.of(matcher.group(1).split(" less ", -1));
    Optional<Mode> mode = Mode.find(matcher.group(4));
    Optional<TrapEvent> per = TrapEvent.find(matcher.group(3));
    List<TrapEvent> found = events.stream().flatMap(name -> TrapEvent.find(name).stream()).toList();
    if (mode.isEmpty() || per.isEmpty() || found.size() < events.size()) {
      row.problem("count: '" + matcher.group() + "' names an unknown event or mode");
      return Optional.empty();
    }
    return Optional.of(
        new EventRule.Ratio(
            found.get(0), found.subList(1, found.size()), per.get(), mode.get(), matcher.group(5)));
  }

  /** The rules for an event in a mode; none if there are none. */
  public List<EventRule> of(Mode mode, TrapEvent event) {
    return rules.stream().filter(rule -> rule.mode() == mode && rule.event() == event).toList();
  }
}
