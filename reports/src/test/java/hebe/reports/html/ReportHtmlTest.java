package hebe.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.reports.Samples;
import hebe.reports.plot.Plots;
import hebe.sim.result.StudyResult;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportHtmlTest {

  private static String page(StudyResult study) throws IOException {
    return ReportHtml.write(study, Plots.figures(study), "0.1.0");
  }

  @Test
  void write_mainStudy_putsTheAnswerBeforeTheTables() throws IOException {
    String page = page(Samples.main());
    assertThat(page)
        .containsSubsequence(
            "<h1>Warm, saved or cold</h1>",
            "warm is best: 57.52 ± 0.58 min of downtime per year",
            "<li>warm beats cold by 39.4 ± 1.0 min per year.</li>",
            "<caption>Policies, best first; subject all</caption>",
            "<svg",
            "<dd>" + Samples.main().sha256() + "</dd>",
            "<dd>2007</dd>",
            "<dd>0.1.0</dd>");
  }

  @Test
  void write_mainStudy_loadsNothingAndRunsNothing() throws IOException {
    assertThat(page(Samples.main()))
        .doesNotContain(
            "<script", "<link", "<img", "src=", "href=", "@import", "<?xml", "<!DOCTYPE svg");
  }

  @Test
  void write_markupInNames_isEscapedEverywhere() throws IOException {
    String bad = "<script>alert('x')</script>&\"";
    StudyResult main =
        Samples.study(
            Samples.Noise.RANDOM, List.of(Samples.shape(bad, "warm-reboot", 500, 40, 42)));
    StudyResult study =
        new StudyResult(
            bad, bad, bad, 1, 0.95, 1e8, main.policies(), main.comparisons(), main.scalings());
    assertThat(page(study)).doesNotContain("<script", "</script");
  }

  @Test
  void escaped_controlCharacters_disappear() {
    assertThat(Html.escaped("a\u0000\u001bb\n<'>")).isEqualTo("ab\n&lt;&#39;&gt;");
  }
}
