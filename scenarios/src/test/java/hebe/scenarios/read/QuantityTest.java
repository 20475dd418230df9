package hebe.scenarios.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  private final Problems problems = new Problems();

  // Expected values by hand: 4 * 7 * 86400 = 2419200; 10 * 365 * 86400 = 315360000; 86 * 2^20 =
  // 90177536; 0.05 / 86400 and 0.485 / 2^30; 10^9 / 8 = 1.25e8.
  @ParameterizedTest
  @CsvSource({
    "DURATION, 4 weeks, 2419200",
    "DURATION, 1 week, 604800",
    "DURATION, 10 years, 315360000",
    "DURATION, 365 days, 31536000",
    "DURATION, 1 d, 86400",
    "DURATION, 2 h, 7200",
    "DURATION, 90 min, 5400",
    "DURATION, 1e3 s, 1000",
    "DURATION, 0.2 ms, 0.0002",
    "DURATION, 7us, 0.000007",
    "DURATION, 3 ns, 0.000000003",
    "DURATION, .5   hours, 1800",
    "MEMORY, 1 GiB, 1073741824",
    "MEMORY, 1 GB, 1000000000",
    "MEMORY, 1.5 KiB, 1536",
    "MEMORY, 7 bytes, 7",
    "MEMORY, 2 TiB, 2199023255552",
    "FREQUENCY, 3 GHz, 3e9",
    "FREQUENCY, 250 Hz, 250",
    "SHARE, 95 %, 0.95",
    "SHARE, 95%, 0.95",
    "RATE, 0.05 /day, 5.787037037037037e-7",
    "RATE, 2 /year, 6.341958396752917e-8",
    "DATA_RATE, 86 MiB/s, 90177536",
    "DATA_RATE, 1 Gbit/s, 1.25e8",
    "TIME_PER_MEMORY, 0.485 s/GiB, 4.5169144868850707e-10",
    "CYCLES, 1200 cycles, 1200",
    "CYCLES, 1 cycle, 1"
  })
  void quantity_inAUnit_isConverted(Dimension dimension, String text, double expected) {
    Quantity quantity =
        Quantity.parse(text, dimension, Bounds.positive(), Place.of("x"), problems).orElseThrow();

    assertThat(quantity.value()).isEqualTo(expected);
    assertThat(quantity.text()).isEqualTo(text);
    assertThat(problems.list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DURATION, 9000 h, 32400000 s",
    "DURATION, 0.3 ms, 300 us",
    "DURATION, 1.1 days, 95040 s",
    "RATE, 1 /h, 24 /day",
    "RATE, 0.1 /week, 5.2142857142857142857142857142857142857 /year",
    "TIME_PER_MEMORY, 1 s/GiB, 0.9765625 ms/MiB"
  })
  void sameQuantity_inTwoUnits_isTheSameDouble(Dimension dimension, String one, String other) {
    assertThat(value(dimension, one)).isEqualTo(value(dimension, other));
  }

  @Test
  void tenth_ofAnHour_roundsOnce() {
    // 0.1 h is exactly 360 s; 0.1 * 3600 in doubles happens to be so too, 0.7 * 3600 is not 2520.
    assertThat(value(Dimension.DURATION, "0.1 h")).isEqualTo(360.0);
    assertThat(value(Dimension.DURATION, "0.7 h")).isEqualTo(2520.0);
    assertThat(value(Dimension.DURATION, "0.0007 ms")).isEqualTo(7e-7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "9000 => a duration with a unit, got 9000; write for example \"9000 h\"",
        "3 GHz => a duration with a unit, got \"3 GHz\", a frequency; write for example \"9000 h\"",
        "1 GiB => a duration with a unit, got \"1 GiB\", an amount of memory;"
            + " write for example \"9000 h\"",
        "4 weks => a duration with a unit, got \"4 weks\", an unknown unit;"
            + " did you mean \"4 weeks\"?",
        "4 H => a duration with a unit, got \"4 H\", an unknown unit; did you mean \"4 h\"?",
        "4 m => a duration with a unit, got \"4 m\", an unknown unit; write for example \"9000 h\"",
        "2 fortnights => a duration with a unit, got \"2 fortnights\", an unknown unit;"
            + " write for example \"9000 h\"",
        "soon => a duration with a unit, got \"soon\"; write for example \"9000 h\"",
        "9,000 h => a duration with a unit, got \"9,000 h\";"
            + " write no thousands separators, and a point for decimals",
        "9 000 h => a duration with a unit, got \"9 000 h\";"
            + " write no thousands separators, and a point for decimals",
        "9_000 => a duration with a unit, got \"9_000\";"
            + " write no thousands separators, and a point for decimals",
        "1.000,5 h => a duration with a unit, got \"1.000,5 h\";"
            + " write no thousands separators, and a point for decimals",
        "NaN h => a finite duration, got \"NaN h\"; write for example \"9000 h\"",
        ".inf => a finite duration, got \".inf\"; write for example \"9000 h\"",
        "-Infinity s => a finite duration, got \"-Infinity s\"; write for example \"9000 h\"",
        "1e400 h => a duration with a unit, got \"1e400 h\", larger than any number here;"
            + " write for example \"9000 h\"",
        "1e-400 h => a duration with a unit, got \"1e-400 h\", smaller than any number here;"
            + " write for example \"9000 h\"",
        "-3 h => a duration above 0, got \"-3 h\"; write for example \"9000 h\"",
        "0 s => a duration above 0, got \"0 s\"; write for example \"9000 h\""
      })
  void duration_thatIsNone_saysWhatIsWrong(String text, String problem) {
    assertRefused(text, Dimension.DURATION, Bounds.positive(), problem);
  }

  @Test
  void share_aboveTheWhole_isRefused() {
    assertRefused(
        "101 %",
        Dimension.SHARE,
        Bounds.closed(0, 1),
        "a share from 0 % to 100 %, got \"101 %\"; write for example \"95 %\"");
  }

  @Test
  void share_withoutPercent_isRefused() {
    assertRefused(
        "0.95",
        Dimension.SHARE,
        Bounds.closed(0, 1),
        "a share with a unit, got 0.95; write for example \"95 %\"");
  }

  @Test
  void quantity_outsideOfABound_namesTheBoundWithItsUnit() {
    assertRefused(
        "2 h",
        Dimension.DURATION,
        Bounds.closed(0, 3600),
        "a duration from 0 to 3600 s, got \"2 h\"; write for example \"1 s\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e1000000000 h", "1e99999 h", "1 \u00e9", "\u0665 h", "", " ", "+ h"})
  void oddText_isRefusedQuickly(String text) {
    assertThat(Quantity.parse(text, Dimension.DURATION, Bounds.none(), Place.of("x"), problems))
        .isEmpty();
    assertThat(problems.list()).hasSize(1);
  }

  private double value(Dimension dimension, String text) {
    return Quantity.parse(text, dimension, Bounds.none(), Place.of("x"), problems)
        .orElseThrow()
        .value();
  }

  private void assertRefused(String text, Dimension dimension, Bounds bounds, String problem) {
    assertThat(Quantity.parse(text, dimension, bounds, Place.of("x.yaml"), problems)).isEmpty();
    assertThat(problems.toString()).isEqualTo("x.yaml: expected " + problem);
  }
}
