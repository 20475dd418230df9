package hebe.models.client;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a client whose first segment finds nobody when d seconds of the outage are left:
 * a list of steps over d. Its wait in a step is a constant or d + constant.
 *
 * @param steps in the order of d; the last one has no end
 */
record WaitCurve(List<Step> steps) {
  WaitCurve {
    steps = List.copyOf(steps);
    double from = 0;
    for (Step step : steps) {
      if (!(step.upToSeconds() > from)) {
        throw new IllegalArgumentException("a curve of waits: expected steps in order");
      }
      from = step.upToSeconds();
    }
    if (Double.isFinite(from)) {
      throw new IllegalArgumentException("a curve of waits: expected a last step without end");
    }
  }

  /**
   * One step, of which the begin is the end of the one before.
   *
   * @param upToSeconds the largest d
   * @param survives whether the connection does
   * @param follows whether the wait is d + constant
   * @param constantSeconds the constant
   */
  record Step(double upToSeconds, boolean survives, boolean follows, double constantSeconds) {
    double waitSeconds(double left) {
      return (follows ? left : 0) + constantSeconds;
    }
  }

  /** The step of a client that has so much of the outage before it. */
  Step at(double leftSeconds) {
    return steps.stream()
        .filter(step -> leftSeconds <= step.upToSeconds())
        .findFirst()
        .orElseThrow();
  }

  /** The connection survives, and its client does not wait for anything. */
  static WaitCurve untouched() {
    return new WaitCurve(List.of(new Step(Double.POSITIVE_INFINITY, true, false, 0)));
  }

  /** The connection is lost, and the client knows at once: it is not served until the end. */
  static WaitCurve told() {
    return new WaitCurve(List.of(new Step(Double.POSITIVE_INFINITY, false, true, 0)));
  }

  /** The connection is lost unless it is short, and the client waits for nothing. */
  static WaitCurve unwanted(double survivesUpTo) {
    Builder builder = new Builder();
    builder.add(survivesUpTo, true, false, 0);
    return builder.end(false, false, 0);
  }

  /**
   * The client goes on at the first of its attempts at or after the end of the outage.
   *
   * @param attempts when the client tries, in order
   * @param survives whether it then finds its connection, or learns that there is none
   * @param givesUpSeconds after which it does not wait any longer; may be infinite
   */
  static WaitCurve ofAttempts(List<Double> attempts, boolean survives, double givesUpSeconds) {
    Builder builder = new Builder();
    for (double attempt : attempts) {
      builder.add(attempt, survives, false, attempt);
    }
    if (Double.isFinite(givesUpSeconds)) {
      builder.add(givesUpSeconds, false, false, givesUpSeconds);
    }
    return builder.end(false, true, 0);
  }

  /**
   * The client goes on some time after the end of the outage, whatever it does itself.
   *
   * @param freeSeconds for which it does not notice; it then waits for so much less
   * @param lagSeconds from the end until it goes on
   * @param mostSeconds the longest outage that it has the patience for; may be infinite
   * @param givesUpSeconds when it gives up, at least as long
   */
  static WaitCurve ofServer(
      double freeSeconds, double lagSeconds, double mostSeconds, double givesUpSeconds) {
    Builder builder = new Builder();
    builder.add(Math.min(freeSeconds, mostSeconds), true, false, 0);
    if (!Double.isFinite(mostSeconds)) {
      return builder.end(true, true, lagSeconds - freeSeconds);
    }
    builder.add(mostSeconds, true, true, lagSeconds - freeSeconds);
    builder.add(givesUpSeconds, false, false, givesUpSeconds - freeSeconds);
    return builder.end(false, true, -freeSeconds);
  }

  /** Collects steps; those without length are left out. */
  private static final class Builder {
    private final List<Step> steps = new ArrayList<>();
    private double from;

    void add(double upTo, boolean survives, boolean follows, double constant) {
      if (upTo > from) {
        steps.add(new Step(upTo, survives, follows, constant));
        from = upTo;
      }
    }

    WaitCurve end(boolean survives, boolean follows, double constant) {
      add(Double.POSITIVE_INFINITY, survives, follows, constant);
      return new WaitCurve(steps);
    }
  }
}
