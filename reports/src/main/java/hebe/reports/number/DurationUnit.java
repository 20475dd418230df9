package hebe.reports.number;

/** Units in which a reader sees a length of time; inside Hebe it is always seconds. */
public enum DurationUnit {
  MICROSECOND("us", 1e-6),
  MILLISECOND("ms", 1e-3),
  SECOND("s", 1),
  MINUTE("min", 60),
  HOUR("h", 3600),
  DAY("days", 86_400),
  YEAR("years", 365 * 86_400.0);

  private final String label;
  private final double seconds;

  DurationUnit(String label, double seconds) {
    this.label = label;
    this.seconds = seconds;
  }

  /** The abbreviation that follows a number. */
  public String label() {
    return label;
  }

  /** Length of the unit in seconds; a year has 365 days. */
  public double seconds() {
    return seconds;
  }

  /** The length in this unit. */
  public double of(double lengthSeconds) {
    return lengthSeconds / seconds;
  }

  /**
   * The unit that suits a length: seconds below two minutes, minutes below two hours, hours below
   * two days, days below a year; below one second the unit that gives at least 1. The sign does not
   * matter, and 0 is shown in seconds.
   */
  public static DurationUnit fitting(double lengthSeconds) {
    double length = Math.abs(lengthSeconds);
    if (length == 0) {
      return SECOND;
    }
    if (length < 1) {
      return length < MILLISECOND.seconds ? MICROSECOND : MILLISECOND;
    }
    if (length < 2 * HOUR.seconds) {
      return length < 2 * MINUTE.seconds ? SECOND : MINUTE;
    }
    if (length < YEAR.seconds) {
      return length < 2 * DAY.seconds ? HOUR : DAY;
    }
    return YEAR;
  }

  /**
   * The length with the fitting unit at three significant digits: {@code 41.6 s}, {@code 7.2 min}.
   */
  public static String text(double lengthSeconds) {
    DurationUnit unit = fitting(lengthSeconds);
    String number = Numbers.significant(unit.of(lengthSeconds), 3);
    boolean singular = number.equals("1") && unit.compareTo(DAY) >= 0;
    return number
        + " "
        + (singular ? unit.label.substring(0, unit.label.length() - 1) : unit.label);
  }
}
