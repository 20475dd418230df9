package hebe.scenarios.read;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A unit that a quantity may be written in: its value is {@code amount * multiplier / divisor} in
 * the unit of the dimension, without rounding.
 *
 * @param word how it is written
 * @param multiplier above 0
 * @param divisor above 0
 */
record Unit(String word, Dimension dimension, BigDecimal multiplier, BigDecimal divisor) {
  private static final Map<String, Unit> BY_WORD = all();

  static Optional<Unit> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** The words of the units of a dimension, small units first. */
  static List<String> words(Dimension dimension) {
    return BY_WORD.values().stream()
        .filter(unit -> unit.dimension() == dimension)
        .map(Unit::word)
        .toList();
  }

  private static Map<String, Unit> all() {
    Map<String, BigDecimal> durations = durations();
    Map<String, BigDecimal> memories = memories();
    Map<String, Unit> units = new LinkedHashMap<>();
    durations.forEach((word, seconds) -> put(units, word, Dimension.DURATION, seconds));
    memories.forEach((word, bytes) -> put(units, word, Dimension.MEMORY, bytes));
    List<String> prefixes = List.of("", "k", "M", "G");
    for (int i = 0; i < prefixes.size(); i++) {
      BigDecimal power = BigDecimal.TEN.pow(3 * i);
      put(units, prefixes.get(i) + "Hz", Dimension.FREQUENCY, power);
      put(units, prefixes.get(i) + "cycles", Dimension.CYCLES, power);
      BigDecimal bitsInBytes = power.divide(BigDecimal.valueOf(8));
      put(units, prefixes.get(i) + "bit/s", Dimension.DATA_RATE, bitsInBytes);
    }
    put(units, "cycle", Dimension.CYCLES, BigDecimal.ONE);
    put(units, "%", Dimension.SHARE, new BigDecimal("0.01"));
    for (String per : List.of("s", "min", "h", "d", "day", "week", "year")) {
      put(units, "/" + per, Dimension.RATE, BigDecimal.ONE, durations.get(per));
    }
    for (String memory : List.of("B", "KiB", "MiB", "GiB", "TiB", "kB", "MB", "GB", "TB")) {
      put(units, memory + "/s", Dimension.DATA_RATE, memories.get(memory));
      for (String time : List.of("ns", "us", "ms", "s", "min")) {
        BigDecimal seconds = durations.get(time);
        String word = time + "/" + memory;
        put(units, word, Dimension.TIME_PER_MEMORY, seconds, memories.get(memory));
      }
    }
    return units;
  }

  private static Map<String, BigDecimal> durations() {
    Map<String, BigDecimal> seconds = new LinkedHashMap<>();
    seconds.put("ns", new BigDecimal("1e-9"));
    seconds.put("us", new BigDecimal("1e-6"));
    seconds.put("\u00b5s", new BigDecimal("1e-6"));
    seconds.put("ms", new BigDecimal("1e-3"));
    List.of("s", "second", "seconds").forEach(word -> seconds.put(word, BigDecimal.ONE));
    List.of("min", "minute", "minutes").forEach(word -> seconds.put(word, decimal(60)));
    List.of("h", "hour", "hours").forEach(word -> seconds.put(word, decimal(3_600)));
    List.of("d", "day", "days").forEach(word -> seconds.put(word, decimal(86_400)));
    List.of("week", "weeks").forEach(word -> seconds.put(word, decimal(7 * 86_400)));
    List.of("year", "years").forEach(word -> seconds.put(word, decimal(365 * 86_400)));
    return seconds;
  }

  private static Map<String, BigDecimal> memories() {
    Map<String, BigDecimal> bytes = new LinkedHashMap<>();
    List.of("B", "byte", "bytes").forEach(word -> bytes.put(word, BigDecimal.ONE));
    List<String> prefixes = List.of("K", "M", "G", "T");
    for (int i = 0; i < prefixes.size(); i++) {
      bytes.put(prefixes.get(i) + "iB", decimal(1L << (10 * (i + 1))));
    }
    List<String> decimals = List.of("kB", "MB", "GB", "TB");
    for (int i = 0; i < decimals.size(); i++) {
      bytes.put(decimals.get(i), BigDecimal.TEN.pow(3 * (i + 1)));
    }
    return bytes;
  }

  private static BigDecimal decimal(long value) {
    return BigDecimal.valueOf(value);
  }

  private static void put(
      Map<String, Unit> units, String word, Dimension dimension, BigDecimal multiplier) {
    put(units, word, dimension, multiplier, BigDecimal.ONE);
  }

  private static void put(
      Map<String, Unit> units, String word, Dimension dimension, BigDecimal by, BigDecimal over) {
    units.put(word, new Unit(word, dimension, by, over));
  }
}
