package hebe.scenarios.build;

import hebe.models.policy.Degradation;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.policy.RejuvenationPolicy.AfterCrash;
import hebe.models.policy.RejuvenationPolicy.AtAge;
import hebe.models.policy.RejuvenationPolicy.InWindow;
import hebe.models.policy.RejuvenationPolicy.OnInspection;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.models.policy.RejuvenationPolicy.WhenDegraded;
import hebe.models.policy.RejuvenationPolicy.WithRepair;
import hebe.models.policy.Window;
import java.util.List;
import java.util.stream.Collectors;

/** When something is rejuvenated, in words. */
final class PolicyWords {
  private PolicyWords() {}

  static String when(RejuvenationPolicy when) {
    if (when instanceof Periodic periodic) {
      return periodic(periodic);
    }
    if (when instanceof AfterAging afterAging) {
      return "after becoming failure-probable: " + afterAging.delay().describe();
    }
    if (when instanceof AtAge atAge) {
      return "at age " + Shown.duration(atAge.ageSeconds());
    }
    if (when instanceof WhenDegraded degraded) {
      return "when " + sign(degraded.sign());
    }
    if (when instanceof OnInspection inspect) {
      return inspection(inspect);
    }
    if (when instanceof AfterCrash) {
      return "after a crash of what runs on it";
    }
    if (when instanceof InWindow inWindow) {
      return when(inWindow.due()) + ", within " + window(inWindow.window());
    }
    if (when instanceof WithRepair withRepair) {
      return when(withRepair.due())
          + ", waiting for a repair at most "
          + Shown.duration(withRepair.mostSeconds());
    }
    return "never";
  }

  private static String periodic(Periodic periodic) {
    String clock =
        periodic.clock() == RejuvenationPolicy.Clock.CALENDAR
            ? "by the calendar"
            : "since the last fresh start";
    return "every "
        + Shown.duration(periodic.periodSeconds())
        + " "
        + clock
        + (periodic.staggered() ? ", evenly staggered" : "")
        + (periodic.firstSeconds().isPresent()
            ? ", first at " + Shown.duration(periodic.firstSeconds().getAsDouble())
            : "");
  }

  private static String inspection(OnInspection inspect) {
    return "if an inspection every "
        + Shown.duration(inspect.periodSeconds())
        + " says: "
        + sign(inspect.sign())
        + " (found with "
        + percent(inspect.detection())
        + ", false alarms "
        + percent(inspect.falseAlarm())
        + ")";
  }

  private static String sign(Degradation sign) {
    return sign instanceof Degradation.FreeBelow below
        ? "less than " + percent(below.share()) + " free"
        : "in stage " + ((Degradation.Stage) sign).number() + " or later";
  }

  private static String window(Window window) {
    return (window.open().isEmpty() ? "all time" : spans(window.open()))
        + (window.closed().isEmpty() ? "" : " but not " + spans(window.closed()));
  }

  private static String spans(List<Window.Span> spans) {
    return spans.stream()
        .map(
            span ->
                Shown.duration(span.lengthSeconds())
                    + " from "
                    + Shown.duration(span.fromSeconds())
                    + " in each "
                    + Shown.duration(span.everySeconds()))
        .collect(Collectors.joining(" or "));
  }

  private static String percent(double share) {
    return Shown.number(100 * share) + " %";
  }
}
