package hebe.scenarios.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Stream;

/** What a quantity measures, and the unit of its value inside Hebe. */
public enum Dimension {
  /** In seconds; a year is 365 days. */
  DURATION("duration", "s", "9000 h", "1 s"),
  /** In bytes. */
  MEMORY("amount of memory", "bytes", "1 GiB", "1 MiB"),
  /** In hertz. */
  FREQUENCY("frequency", "Hz", "3 GHz", "1 MHz"),
  /** In events per second. */
  RATE("rate", "/s", "0.05 /day", "1000 /s"),
  /** A number, 1 for the whole. */
  SHARE("share", "of 1", "95 %", "5 %"),
  /** In bytes per second. */
  DATA_RATE("data rate", "bytes/s", "86 MiB/s", "1 Gbit/s"),
  /** In seconds per byte. */
  TIME_PER_MEMORY("time per amount of memory", "s/byte", "0.485 s/GiB", "1 ms/GiB"),
  /** In cycles of a processor. */
  CYCLES("number of cycles", "cycles", "1200 cycles", "1 cycle");

  private final String noun;
  private final String unit;
  private final String example;
  private final String other;

  Dimension(String noun, String unit, String example, String other) {
    this.noun = noun;
    this.unit = unit;
    this.example = example;
    this.other = other;
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

  /** A quantity in a range, if one of the usual ones lies there. */
  String example(Bounds bounds) {
    return Stream.of(example, other)
        .filter(text -> bounds.contains(amount(text)))
        .findFirst()
        .orElse(example);
  }

  private static double amount(String text) {
    int space = text.indexOf(' ');
    Unit written = Unit.of(text.substring(space + 1)).orElseThrow();
    return new BigDecimal(text.substring(0, space))
        .multiply(written.multiplier())
        .divide(written.divisor(), MathContext.DECIMAL64)
        .doubleValue();
  }
}
