package hebe.sim.stat;

/**
 * Integral over time of a signal that is constant between its changes.
 *
 * <p>The signal is finite; times are in the unit of the caller's clock, finite and never go back.
 * Not safe for use by several threads.
 */
public final class TimeWeighted {
  private final double start;
  private double last;
  private double value;
  private double integral;

  /** Starts at a time with the value that the signal has from then on. */
  public TimeWeighted(double startTime, double startValue) {
    this.start = finite("time", startTime);
    this.last = startTime;
    this.value = finite("value", startValue);
  }

  /** The signal has another value from {@code time} on; time is not before the last change. */
  public void set(double time, double newValue) {
    double area = integral(time);
    value = finite("value", newValue);
    integral = area;
    last = time;
  }

  /** The integral from the start to {@code time}, which is not before the last change. */
  public double integral(double time) {
    if (!(finite("time", time) >= last)) {
      throw new IllegalArgumentException(
          "time: expected not before the last change at " + last + ", got " + time);
    }
    return integral + value * (time - last);
  }

  /** The integral divided by the time since the start, which is above 0. */
  public double mean(double time) {
    double area = integral(time);
    if (!(time > start)) {
      throw new IllegalArgumentException(
          "time: expected after the start at " + start + ", got " + time);
    }
    return area / (time - start);
  }

  /** The value of the signal since its last change. */
  public double value() {
    return value;
  }

  private static double finite(String name, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(name + ": expected a finite number, got " + number);
    }
    return number;
  }
}
