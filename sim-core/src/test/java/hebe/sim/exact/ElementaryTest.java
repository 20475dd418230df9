package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Error bounds and sizes of the elementary models whose values are in the rows. */
class ElementaryTest {

  @ParameterizedTest
  @CsvSource({"0.001", "0.1", "3", "100", "5000", "1e6"})
  void twoStates_rates2And3_isTheClosedFormWithinItsErrorBound(double t)
      throws UnsolvableException {
    // Down with 2/5 (1 - exp(-5 t)); mean over (0, t): 2/5 - 2/25 (1 - exp(-5 t)) / t.
    Transient until = Solution.of(Elementary.twoStates(1.0 / 2, 1.0 / 3), 2).until(t);
    double gone = -StrictMath.expm1(-5 * t);
    assertThat(Math.abs(until.rate(0) - 0.4 * gone)).isLessThanOrEqualTo(until.errorBound());
    assertThat(Math.abs(until.accumulated(0) - (0.4 * t - 0.08 * gone)))
        .isLessThanOrEqualTo(t * until.errorBound());
    Oracle.agrees("down at " + t, until.rate(0), 0.4 * gone, 1e-12);
    assertThat(until.errorBound()).isLessThan(1e-14 + 1e-15 * 5 * (3 * t + 40));
  }

  @Test
  void twoStates_atTimeZero_isTheStart() throws UnsolvableException {
    Transient start = Solution.of(Elementary.twoStates(1000, 1), 2).until(0);
    assertThat(start.rate(0)).isZero();
    assertThat(start.accumulated(0)).isZero();
    assertThat(start.rate(1)).isEqualTo(1.0 / 1000);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 2", "5, 3", "8, 6"})
  void kOfN_states(int n, int k) throws UnsolvableException {
    // Each of n units is up, or in repair: 2^n states, n + 1 with equal units exchanged.
    assertThat(Solution.unreduced(Elementary.units(n, k, n), 1000).states()).isEqualTo(1 << n);
    assertThat(Solution.of(Elementary.units(n, k, n), 1000).states()).isEqualTo(n + 1);
    // All up, or one of the failed ones is in repair: 1 + sum over i of C(n, i) i = 1 + n 2^(n-1);
    // with equal units exchanged the number of failed ones is all, 0 to n: a birth-death chain.
    assertThat(Solution.unreduced(Elementary.units(n, k, 1), 10_000).states())
        .isEqualTo(1 + n * (1 << (n - 1)));
    assertThat(Solution.of(Elementary.units(n, k, 1), 10_000).states()).isEqualTo(n + 1);
  }
}
