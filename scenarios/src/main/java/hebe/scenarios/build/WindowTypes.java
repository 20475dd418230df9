package hebe.scenarios.build;

import hebe.models.policy.Wait;
import hebe.models.policy.Window;
import hebe.models.policy.Window.Span;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import java.util.List;
import java.util.Optional;

/** When one may act, by the calendar. */
final class WindowTypes {
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;

  private static final Key<Double> EVERY =
      Key.required("every", "After which time it comes again.", Types.durationSeconds());
  private static final Key<Double> FROM =
      Key.required(
          "from", "Its begin within that time.", Types.durationSeconds(Bounds.notNegative()));
  private static final Key<Double> FOR =
      Key.required("for", "Its length.", Types.durationSeconds());

  /** A usual span by its name. */
  private enum Usual {
    NIGHTS("nights", new Span(DAY, 22 * HOUR, 8 * HOUR)),
    WEEKENDS("weekends", new Span(7 * DAY, 5 * DAY, 2 * DAY));

    private final String word;
    private final Span span;

    Usual(String word, Span span) {
      this.word = word;
      this.span = span;
    }
  }

  private static final Key<List<Span>> OPEN =
      Key.defaulted(
          "open",
          "Spans of time in one of which it must be; without any, always.",
          Types.listOf(span()),
          "[]");
  private static final Key<List<Span>> CLOSED =
      Key.defaulted(
          "closed",
          "Spans of time in none of which it may be, for example blackout dates.",
          Types.listOf(span()),
          "[]");
  private static final Key<Optional<Double>> AT_MOST =
      Key.optional(
          "at-most",
          "How long what is due waits for it; then it is done anyway.",
          Delays.period(),
          "as long as it takes");

  private WindowTypes() {}

  /** A window that is waited for. */
  static Mapping<Wait.Opening> opening() {
    return Mapping.checked(
        "window",
        "When a rejuvenation may begin. A scenario begins at midnight before a Monday.",
        v ->
            read(v)
                .map(
                    window ->
                        new Wait.Opening(
                            window, v.get(AT_MOST).stream().mapToDouble(s -> s).findFirst())),
        OPEN,
        CLOSED,
        AT_MOST);
  }

  /** Hours of the calendar. */
  static Mapping<Window> hours() {
    return Mapping.checked(
        "hours",
        "Hours of the calendar. A scenario begins at midnight before a Monday.",
        WindowTypes::read,
        OPEN,
        CLOSED);
  }

  private static Optional<Window> read(Values read) {
    List<Span> open = read.get(OPEN);
    List<Span> closed = read.get(CLOSED);
    if (open.isEmpty() && (closed.isEmpty() || read.isGiven(OPEN))) {
      return read.refuse(
          OPEN,
          "at least one span of time, as a window without any is always open or never",
          read.isGiven(OPEN) ? "an empty \"open\"" : "neither \"open\" nor \"closed\"",
          "write for example \"open: [nights]\"");
    }
    return distinct(read, OPEN, open) && distinct(read, CLOSED, closed)
        ? Optional.of(new Window(open, closed))
        : Optional.empty();
  }

  private static boolean distinct(Values read, Key<List<Span>> key, List<Span> spans) {
    for (int i = 0; i < spans.size(); i++) {
      if (spans.indexOf(spans.get(i)) < i) {
        read.refuse(
            key,
            "different spans of time",
            "the same one twice, as number "
                + (spans.indexOf(spans.get(i)) + 1)
                + " and "
                + (i + 1),
            "remove one of them");
        return false;
      }
    }
    return true;
  }

  private static Type<Span> span() {
    Type<Span> usual =
        Types.choice("span", List.of(Usual.values()), one -> one.word).map(one -> one.span);
    Mapping<Span> own =
        Mapping.of(
            "span",
            "A span of time that comes again and again; `nights` are from 22 h to 6 h, `weekends` the days 6 and 7 of a week.",
            v -> new Span(v.get(EVERY), v.get(FROM), v.get(FOR)),
            EVERY,
            FROM,
            FOR);
    return Types.firstOf(usual, own);
  }
}
