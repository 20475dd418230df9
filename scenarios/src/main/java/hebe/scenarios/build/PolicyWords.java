package hebe.scenarios.build;

import hebe.models.policy.Degradation;
import hebe.models.policy.LoadPattern;
import hebe.models.policy.Prediction;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.policy.RejuvenationPolicy.AfterCrash;
import hebe.models.policy.RejuvenationPolicy.AtAge;
import hebe.models.policy.RejuvenationPolicy.OnInspection;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.models.policy.RejuvenationPolicy.Predicted;
import hebe.models.policy.RejuvenationPolicy.TwoLevel;
import hebe.models.policy.RejuvenationPolicy.Waiting;
import hebe.models.policy.RejuvenationPolicy.WhenDegraded;
import hebe.models.policy.Wait;
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
    if (when instanceof Predicted predicted) {
      return prediction(predicted.prediction());
    }
    if (when instanceof TwoLevel both) {
      return periodic(both.due())
          + (both.creditSeconds().isPresent()
              ? ", not within "
                  + Shown.duration(both.creditSeconds().getAsDouble())
                  + " of a fresh start"
              : "")
          + (both.leadSeconds().isPresent()
              ? ", pulled forward by up to "
                  + Shown.duration(both.leadSeconds().getAsDouble())
                  + " to a rejuvenation of a guest"
              : "");
    }
    if (when instanceof Waiting waiting) {
      return when(waiting.due())
          + waiting.waits().stream().map(PolicyWords::wait).collect(Collectors.joining());
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

  private static String wait(Wait wait) {
    String most =
        wait.mostSeconds().isPresent()
            ? " at most " + Shown.duration(wait.mostSeconds().getAsDouble())
            : "";
    if (wait instanceof Wait.Opening opening) {
      return ", within " + window(opening.window()) + (most.isEmpty() ? "" : ", waiting" + most);
    }
    return wait instanceof Wait.Repair
        ? ", waiting for a repair" + most
        : ", waiting for a quiet hour" + most;
  }

  private static String prediction(Prediction prediction) {
    return "when "
        + prediction.measurements()
        + " measurements every "
        + Shown.duration(prediction.periodSeconds())
        + " foretell exhaustion within "
        + Shown.duration(prediction.leadSeconds())
        + " (level "
        + percent(prediction.level())
        + ", noise "
        + percent(prediction.noise())
        + ")"
        + (prediction.floor().isPresent()
            ? " or one finds less than " + percent(prediction.floor().getAsDouble()) + " free"
            : "");
  }

  /** When the load of a host is low, in words. */
  static String load(LoadPattern load) {
    if (load instanceof LoadPattern.ByCalendar calendar) {
      return "quiet within " + window(calendar.quiet());
    }
    LoadPattern.Alternating alternating = (LoadPattern.Alternating) load;
    return "busy for "
        + alternating.busy().describe()
        + ", then quiet for "
        + alternating.quiet().describe();
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
