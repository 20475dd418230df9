package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

/** Comparison with published rows: name of the row, value, relative tolerance. */
final class Oracle {
  private Oracle() {}

  /** Agrees within 1e-8 relative, the band of the table of analytic models. */
  static void row(String id, double actual, double expected) {
    agrees(id, actual, expected, 1e-8);
  }

  static void agrees(String what, double actual, double expected, double relative) {
    assertThat(actual).as(what).isCloseTo(expected, withinPercentage(100 * relative));
  }
}
