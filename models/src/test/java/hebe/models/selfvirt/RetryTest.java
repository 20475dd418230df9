package hebe.models.selfvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {
  // 10 p / (1 - p) ms: 0.1010, 1.1111, 10.
  @ParameterizedTest
  @CsvSource({"0, 0", "0.01, 0.000101010101", "0.1, 0.001111111111", "0.5, 0.01"})
  void mean_isThatOfVainAttempts(double inUse, double seconds) {
    assertThat(new Retry(inUse, 0.01).meanWaitSeconds()).isCloseTo(seconds, within(1e-12));
  }

  // P(wait > k t) = p^(k + 1): 0.1^2 = 1 % just meets 99 %; 0.5^7 = 0.8 %; 0.11^2 = 1.2 %.
  @ParameterizedTest
  @CsvSource({
    "0, 0.99, 0",
    "0.01, 0.99, 0",
    "0.1, 0.99, 0.01",
    "0.11, 0.99, 0.02",
    "0.5, 0.99, 0.06",
    "0.1, 0.5, 0",
    "0.1, 0.999, 0.02"
  })
  void quantile_isTheLeastThatSuffices(double inUse, double level, double seconds) {
    assertThat(new Retry(inUse, 0.01).waitSeconds(level)).isCloseTo(seconds, within(1e-12));
  }

  // 10,000 entries per second of 10 us each: 0.1 of 1.1 seconds are sensitive.
  @Test
  void chance_followsFromTheUseOfSensitiveCode() {
    SensitiveCode code = SensitiveCode.of(10_000, 10e-6);
    assertThat(code.sensitiveShare()).isCloseTo(0.1 / 1.1, within(1e-12));
    // 1 - (10 / 11)^2 on two CPUs.
    assertThat(code.inUseProbability(2)).isCloseTo(1 - 100.0 / 121, within(1e-12));
    assertThat(new SensitiveCode(10_000, 10e-6, 1000, 100e-6).sensitiveShare())
        .isCloseTo(0.1 / 1.2, within(1e-12));
  }

  @Test
  void valuesOutOfRange_areRefused() {
    assertThatThrownBy(() -> new Retry(1, 1)).hasMessageContaining("at least 0 and below 1");
    assertThatThrownBy(() -> new Retry(0, 0)).hasMessageContaining("retry period");
    assertThatThrownBy(() -> new Retry(0, 1).waitSeconds(1)).hasMessageContaining("level");
    assertThatThrownBy(() -> SensitiveCode.of(-1, 1)).hasMessageContaining("entries per second");
  }
}
