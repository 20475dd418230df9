package hebe.scenarios.build;

import hebe.models.policy.Window;
import hebe.models.policy.Window.Span;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import java.util.List;

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

  private WindowTypes() {}

  static Mapping<Window> window() {
    Key<List<Span>> open =
        Key.defaulted(
            "open",
            "Spans of time in one of which it must be; without any, always.",
            Types.listOf(span()),
            "[]");
    Key<List<Span>> closed =
        Key.defaulted(
            "closed",
            "Spans of time in none of which it may be, for example blackout dates.",
            Types.listOf(span()),
            "[]");
    return Mapping.of(
        "window",
        "When a rejuvenation may begin. A scenario begins at midnight before a Monday.",
        v -> new Window(v.get(open), v.get(closed)),
        open,
        closed);
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
