package hebe.reports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.reports.Samples;
import hebe.reports.Samples.Noise;
import hebe.sim.result.Metric;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyTableTest {

  @Test
  void render_deterministicStudy_isTheWholeAnswer() {
    // a: 620 + 410 + 95 + 33 + 42 + 600 = 1800 s = 30 min; b: 60 s more
    String text =
        StudyTable.render(
            Samples.study(
                Noise.NONE,
                List.of(
                    Samples.shape("a", "reboot", 600, 42, 46),
                    Samples.shape("b", "reboot", 660, 42, 51))));
    assertThat(text)
        .startsWith(
            """
            Warm, saved or cold
            1 replication of 10 years per policy, 95 % intervals, seed 2007

            Policies, best first; subject all
                                                               downtime                                        downtime per VMM
            policy   availability [%]   unavailability [1]   [min/year]   outages [1/year]   mean outage [s]   rejuvenation [s]
            ------   ----------------   ------------------   ----------   ----------------   ---------------   ----------------
            a                99.99429             5.708e-5           30               66.4             27.11                 46
            b                99.99410             5.898e-5           31               66.4             28.01                 51

            a is best: 30 min of downtime per year (subject all).
              a beats b by exactly 60 s per year.

            Downtime by cause [min/year]; subject all
            """);
  }

  @Test
  void render_intervals_stayInAscii() {
    assertThat(StudyTable.render(Samples.main()))
        .contains("57.52 +- 0.58")
        .matches(text -> text.chars().allMatch(c -> c < 128), "is ASCII");
  }

  @Test
  void policies_noRejuvenationAnywhere_haveNoColumnForIt() {
    StudyResult study =
        Samples.study(Noise.NONE, List.of(Samples.shape("a", "reboot", 600, 42, 46)));
    PolicyResult policy = study.policies().get(0);
    List<Metric> metrics =
        policy.metrics().stream()
            .map(
                m ->
                    m.id().name().equals("downtime-per-rejuvenation")
                        ? new Metric(m.id(), new Estimate.NoData(), m.exact())
                        : m)
            .toList();
    StudyResult without =
        new StudyResult(
            "x",
            "",
            "ab",
            1,
            0.95,
            1e6,
            List.of(
                new PolicyResult(
                    "a", Map.of(), 1, metrics, List.of(), List.of(), List.of(), Map.of())),
            List.of(),
            List.of());
    String column = "downtime per VMM rejuvenation";
    assertThat(StudyTables.policies(study, "all").header()).anyMatch(h -> h.startsWith(column));
    assertThat(StudyTables.policies(without, "all").header()).noneMatch(h -> h.startsWith(column));
  }

  @Test
  void causes_study_addUpToTheirTotal() {
    DataTable table =
        StudyTables.causes(
            Samples.study(Noise.NONE, List.of(Samples.shape("a", "reboot", 600, 42, 46))), "all");
    // 42/60, 600/60, 620/60, 410/60, 95/60, 33/60 min: 0.7 + 10 + 10.33 + 6.833 + 1.583 + 0.55 = 30
    assertThat(table.rows().get(0))
        .containsExactly("a", "30", "0.7", "10", "10.33", "6.833", "1.583", "0.55");
  }

  @Test
  void dataTable_shortRow_isRefused() {
    assertThatThrownBy(() -> new DataTable("t", List.of("a", "b"), List.of(List.of("x"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 texts");
  }
}
