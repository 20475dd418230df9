package hebe.sim.study;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.stat.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
  @Test
  void intervals_thousandStudies_coverAsOftenAsTheySay() {
    TwoStateStudy study = new TwoStateStudy();
    int covered = 0;
    for (int seed = 0; seed < 1000; seed++) {
      List<WorkResult> results =
          TwoStateStudy.units(seed, 20, 200).stream().map(study::run).toList();
      Estimate estimate =
          new Combination(TwoStateStudy.MEASURES, results, 0.95).metrics().get(0).estimate();
      Estimate.Interval interval = (Estimate.Interval) estimate;
      covered += interval.low() <= 1.0 / 3 && 1.0 / 3 <= interval.high() ? 1 : 0;
    }
    // 950 +- 4.5 sqrt(1000 * 0.95 * 0.05)
    assertThat(covered).isBetween(919, 981);
  }
}
