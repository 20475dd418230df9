package hebe.reports.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationUnitTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "41.6, 41.6 s",
    "119.4, 119 s",
    "432, 7.2 min", // 7.2 x 60
    "12240, 3.4 h", // 3.4 x 3600
    "172800, 2 days",
    "31535999, 365 days",
    "31536000, 1 year",
    "315360000, 10 years",
    "0.04, 40 ms",
    "0.00025, 250 us",
    "-432, -7.2 min"
  })
  void text_length_hasTheUnitThatSuits(double seconds, String text) {
    assertThat(DurationUnit.text(seconds)).isEqualTo(text);
  }
}
