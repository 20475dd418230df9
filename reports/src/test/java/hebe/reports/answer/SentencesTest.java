package hebe.reports.answer;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.reports.Samples;
import hebe.reports.Samples.Noise;
import hebe.reports.plot.Figure;
import hebe.reports.plot.Plots;
import hebe.sim.result.Comparison;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

  // Other causes of the sample: 620 + 410 + 95 + 33 = 1158 s/year; half-width of a difference 60 s
  private static StudyResult pair(Noise noise, double rebootA, double rebootB) {
    return Samples.study(
        noise,
        List.of(
            Samples.shape("a", "a-reboot", rebootA, 42, 1),
            Samples.shape("b", "b-reboot", rebootB, 42, 1)));
  }

  @Test
  void ranking_worseListedFirst_putsTheBestFirstAndTurnsTheDifference() {
    Ranking ranking = Ranking.of(pair(Noise.NONE, 5000, 2000));
    assertThat(ranking.places()).extracting(Ranking.Place::label).containsExactly("b", "a");
    // a - b = 3000 s
    assertThat(ranking.places().get(1).behindBest()).contains(new Estimate.Deterministic(3000, 1));
  }

  @Test
  void verdict_clearDifference_namesTheBest() {
    Ranking ranking = Ranking.of(pair(Noise.RANDOM, 2000, 5000));
    // 1158 + 42 + 2000 = 3200 s = 53.33 min, half-width 1 % = 0.53 min
    assertThat(Sentences.verdict(ranking))
        .isEqualTo("a is best: 53.33 ± 0.53 min of downtime per year (subject all).");
    // 3000 s = 50 min, 60 s = 1 min
    assertThat(Sentences.differences(ranking))
        .containsExactly("a beats b by 50.0 ± 1.0 min per year.");
  }

  @Test
  void verdict_intervalContainsZero_saysThatItIsNotSignificant() {
    Ranking ranking = Ranking.of(pair(Noise.RANDOM, 2000, 2050));
    assertThat(Sentences.verdict(ranking)).contains("cannot tell it apart from b");
    assertThat(Sentences.differences(ranking))
        .containsExactly(
            "a and b differ by 50 ± 60 s per year: not significant, the interval contains 0.");
  }

  @Test
  void differences_withoutRandomness_areExact() {
    assertThat(Sentences.differences(Ranking.of(pair(Noise.NONE, 2000, 5000))))
        .containsExactly("a beats b by exactly 50 min per year.");
    assertThat(Sentences.differences(Ranking.of(pair(Noise.NONE, 2000, 2000))))
        .containsExactly("a and b have exactly the same downtime.");
  }

  @Test
  void differences_zeroInEveryReplication_areNotCalledInsignificant() {
    StudyResult same = pair(Noise.RANDOM, 2000, 2000);
    Comparison pair = same.comparisons().get(0);
    Estimate zero = new Estimate.Interval(0, 0, 0, 0.95, Estimate.Method.PAIRED_STUDENT, 40);
    StudyResult study =
        new StudyResult(
            same.scenario(),
            same.description(),
            same.sha256(),
            same.seed(),
            same.confidence(),
            same.horizonSeconds(),
            same.policies(),
            List.of(new Comparison(pair.metric(), "a", "b", zero)),
            List.of());
    assertThat(Sentences.differences(Ranking.of(study)))
        .containsExactly("a and b have the same downtime in every replication.");
    assertThat(Plots.figures(study))
        .extracting(Figure::name)
        .doesNotContain("downtime-differences");
    assertThat(Plots.figures(same)).extracting(Figure::name).contains("downtime-differences");
  }

  @Test
  void differences_singleReplication_haveNoInterval() {
    assertThat(Sentences.differences(Ranking.of(pair(Noise.SINGLE, 2000, 5000))))
        .containsExactly(
            "a and b differ by 50 min (no interval) per year: too few replications for an"
                + " interval.");
  }

  @Test
  void causes_tracedOutages_sayWhatIsPlanned() {
    assertThat(Causes.of(Samples.main(), "all"))
        .extracting(Causes.Named::label)
        .containsExactly(
            "guest-rejuvenation (planned)",
            "warm-reboot (planned)",
            "saved-reboot (planned)",
            "cold-reboot (planned)",
            "hardware-failure (unplanned)",
            "vmm-crash (unplanned)",
            "guest-crash (unplanned)",
            // the sample's traced replication has no such outage
            "service-crash");
  }

  @Test
  void ranking_withoutComparisons_saysSo() {
    StudyResult main = Samples.main();
    StudyResult bare =
        new StudyResult(
            main.scenario(),
            main.description(),
            main.sha256(),
            main.seed(),
            main.confidence(),
            main.horizonSeconds(),
            main.policies(),
            List.<Comparison>of(),
            List.of());
    assertThat(Sentences.differences(Ranking.of(bare)))
        .containsExactly(
            "warm and cold: the study has no paired difference.",
            "warm and saved: the study has no paired difference.");
  }
}
