package hebe.scenarios.read;

/** What a quantity measures, and the unit of its value inside Hebe. */
public enum Dimension {
  /** In seconds; a year is 365 days. */
  DURATION("duration", "s", "9000 h"),
  /** In bytes. */
  MEMORY("amount of memory", "bytes", "1 GiB"),
  /** In hertz. */
  FREQUENCY("frequency", "Hz", "3 GHz"),
  /** In events per second. */
  RATE("rate", "/s", "0.05 /day"),
  /** A number, 1 for the whole. */
  SHARE("share", "of 1", "95 %"),
  /** In bytes per second. */
  DATA_RATE("data rate", "bytes/s", "86 MiB/s"),
  /** In seconds per byte. */
  TIME_PER_MEMORY("time per amount of memory", "s/byte", "0.485 s/GiB"),
  /** In cycles of a processor. */
  CYCLES("number of cycles", "cycles", "1200 cycles");

  private final String noun;
  private final String unit;
  private final String example;

  Dimension(String noun, String unit, String example) {
    this.noun = noun;
    this.unit = unit;
    this.example = example;
  }

  /** Its name without an article. */
  public String noun() {
    return noun;
  }

  /** Its name with an article: {@code a duration}. */
  public String phrase() {
    return (this == MEMORY ? "an " : "a ") + noun;
  }

  /** The unit of values inside Hebe. */
  public String unit() {
    return unit;
  }

  /** A quantity as one writes it. */
  public String example() {
    return example;
  }
}
