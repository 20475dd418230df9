package hebe.reports.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "41.6, 41.6",
    "-3, -3",
    "0.1, 0.1",
    "0.99993, 0.99993",
    "8e-5, 0.00008",
    // 1/3 and 2/3 to twelve digits
    "0.3333333333333333, 0.333333333333",
    "0.6666666666666666, 0.666666666667",
    // thirteen digits: the last one goes
    "1234567890.1236, 1234567890.12",
    "315360000, 315360000",
    // the ends of the plain range
    "1e-7, 0.0000001",
    "9.9e-8, 9.9e-8",
    "123456789012345, 123456789012000",
    "1e15, 1e15",
    "2.5e300, 2.5e300",
    "-4.9e-324, -4.94065645841e-324",
    // 2e-3 is one of the values whose Double.toString differs between JDKs
    "2.0E-3, 0.002",
    "2.2250738585072014e-308, 2.22507385851e-308"
  })
  void exact_anyFiniteValue_isTheShortestOfTwelveDigits(double value, String text) {
    assertThat(Numbers.exact(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void exact_notFinite_isRefused(double value) {
    assertThatThrownBy(() -> Numbers.exact(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite");
  }

  @ParameterizedTest
  @CsvSource({
    "41.625, 2, 41.63",
    "41.6, 3, 41.600",
    "-0.004, 2, 0.00",
    "-41.6, 0, -42",
    "4567, -1, 4570",
    "4, -2, 0",
    "1e20, 0, 100000000000000000000"
  })
  void fixed_places_roundsHalfUpWithoutNegativeZero(double value, int decimals, String text) {
    assertThat(Numbers.fixed(value, decimals)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"3.14, 1, +3.1", "-3.14, 1, -3.1", "0.01, 1, 0.0"})
  void signed_places_showsTheSignOfWhatIsShown(double value, int decimals, String text) {
    assertThat(Numbers.signed(value, decimals)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1.4623e-4, 3, 1.46e-4", "0, 3, 0", "9.996e-5, 3, 1.00e-4", "1, 2, 1.0"})
  void scientific_smallShare_hasMantissaAndExponent(double value, int digits, String text) {
    assertThat(Numbers.scientific(value, digits)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.12, 2, 2", "0.0996, 2, 2", "0.0994, 2, 3", "123, 2, -1", "9.99, 2, 0", "1, 2, 1"})
  void decimals_halfWidth_countsPlacesAfterACarry(double quantity, int digits, int decimals) {
    assertThat(Numbers.decimals(quantity, digits)).isEqualTo(decimals);
  }

  @Test
  void decimals_zero_isRefused() {
    assertThatThrownBy(() -> Numbers.decimals(0, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
