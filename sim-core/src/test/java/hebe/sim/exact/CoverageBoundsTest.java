package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageBoundsTest {
  @ParameterizedTest
  @CsvSource({"100", "200", "500", "1000", "2000"})
  void bounds_areThoseOfTheRows(int studies) {
    AnalyticRows rows = AnalyticRows.read();
    for (String level : new String[] {"0.9", "0.95", "0.99"}) {
      var row = rows.row("stat-cover-" + studies + "-" + level.replace('.', 'p'));
      CoverageBounds bounds = CoverageBounds.of(studies, Double.parseDouble(level));
      assertThat(bounds.low()).as("%s", row).isEqualTo((int) row.low());
      assertThat(bounds.high()).as("%s", row).isEqualTo((int) row.high());
    }
  }
}
