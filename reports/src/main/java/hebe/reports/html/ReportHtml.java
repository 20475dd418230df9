package hebe.reports.html;

import hebe.reports.answer.Answer;
import hebe.reports.answer.Findings;
import hebe.reports.answer.Sentences;
import hebe.reports.answer.SweepSentences;
import hebe.reports.answer.Sweeps;
import hebe.reports.number.DurationUnit;
import hebe.reports.number.Numbers;
import hebe.reports.plot.Figure;
import hebe.reports.plot.Plots;
import hebe.reports.table.CapacityTable;
import hebe.reports.table.ClientTable;
import hebe.reports.table.DataTable;
import hebe.reports.table.ExactTable;
import hebe.reports.table.StudyTables;
import hebe.reports.table.SweepTable;
import hebe.reports.table.WorkTable;
import hebe.sim.result.StudyResult;
import java.io.IOException;
import java.util.List;

/** {@code report.html}: the answer, then tables and pictures, then how the numbers were made. */
public final class ReportHtml {
  private static final int MOST_SUBJECTS = 12;

  private static final String STYLE =
      """
      <style>
      :root { color-scheme: light; }
      body { font-family: system-ui, "Helvetica Neue", Arial, sans-serif; color: #222; background: #fff;
        max-width: 70rem; margin: 2rem auto; padding: 0 1.2rem; line-height: 1.5; }
      h1 { margin-bottom: 0.2rem; }
      h2 { margin-top: 2.4rem; border-bottom: 1px solid #ddd; padding-bottom: 0.2rem; }
      .setting, figcaption, .note { color: #555; }
      .answer { background: #f2f7fb; border-left: 4px solid #0072b2; padding: 0.6rem 1.2rem; }
      .verdict { font-size: 1.25rem; font-weight: 600; margin: 0.4rem 0; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; margin: 0.6rem 0; font-size: 0.92rem;
        font-variant-numeric: tabular-nums; }
      caption { text-align: left; font-weight: 600; padding: 0.3rem 0; }
      th, td { padding: 0.3rem 0.55rem; text-align: right; border-bottom: 1px solid #e2e2e2; }
      th { vertical-align: bottom; border-bottom: 2px solid #999; }
      td { white-space: nowrap; }
      th:first-child, td:first-child { text-align: left; padding-left: 0; white-space: normal; }
      figure { margin: 1.4rem 0; max-width: 60rem; }
      figure svg { width: 100%; height: auto; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1.2rem; }
      dt { font-weight: 600; }
      dd { margin: 0; overflow-wrap: anywhere; }
      @media print {
        body { margin: 0; max-width: none; font-size: 10pt; }
        table { font-size: 7.5pt; }
        figure, table, .answer { break-inside: avoid; }
        h2 { break-after: avoid; }
      }
      </style>""";

  private ReportHtml() {}

  /**
   * The whole page.
   *
   * @param study the result
   * @param figures its pictures, from {@link Plots#figures}
   * @param hebeVersion the version of Hebe that made it
   */
  public static String write(StudyResult study, List<Figure> figures, String hebeVersion)
      throws IOException {
    return write(study, List.of(), figures, hebeVersion);
  }

  /**
   * Likewise, with further tables behind those of the study.
   *
   * @param more the further tables
   */
  public static String write(
      StudyResult study, List<DataTable> more, List<Figure> figures, String hebeVersion)
      throws IOException {
    Html page = new Html();
    page.markup("<!DOCTYPE html>").markup("<html lang=\"en\">").markup("<head>");
    page.markup("<meta charset=\"utf-8\">");
    page.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.element("title", study.scenario() + " - Hebe").markup(STYLE);
    page.markup("</head>").markup("<body>");
    page.element("h1", study.scenario());
    page.markup("<p class=\"setting\">" + Html.escaped(Sentences.setting(study)) + "</p>");
    if (!study.description().isBlank()) {
      page.element("p", study.description());
    }
    answer(page, study);
    tables(page, study);
    more.forEach(table -> table(page, table));
    figures(page, figures);
    reading(page, study);
    provenance(page, study, hebeVersion);
    page.markup("</body>").markup("</html>");
    return page.text();
  }

  private static void answer(Html page, StudyResult whole) {
    Answer answer = Answer.of(whole);
    page.markup("<section class=\"answer\">");
    page.markup("<p class=\"verdict\">" + Html.escaped(answer.verdict()) + "</p>");
    List<String> differences = answer.differences();
    if (!differences.isEmpty()) {
      page.markup("<ul>");
      differences.forEach(sentence -> page.element("li", sentence));
      page.markup("</ul>");
    }
    answer.prices().forEach(sentence -> page.element("p", sentence));
    answer.clients().forEach(sentence -> page.element("p", sentence));
    answer.work().forEach(sentence -> page.element("p", sentence));
    SweepSentences.of(whole).forEach(sentence -> page.element("p", sentence));
    page.markup("</section>");
  }

  private static void tables(Html page, StudyResult whole) {
    StudyResult study = Sweeps.atTheirBest(whole);
    String main = Findings.mainSubject(study);
    page.element("h2", "Numbers");
    SweepTable.of(whole).ifPresent(table -> table(page, table));
    table(page, StudyTables.policies(study, main));
    table(page, StudyTables.causes(study, main));
    ClientTable.of(study).ifPresent(table -> table(page, table));
    WorkTable.of(study).ifPresent(table -> table(page, table));
    CapacityTable.of(study, main).ifPresent(table -> table(page, table));
    List<String> others = StudyTables.others(study, main);
    others.stream()
        .limit(MOST_SUBJECTS)
        .forEach(subject -> table(page, StudyTables.policies(study, subject)));
    if (others.size() > MOST_SUBJECTS) {
      int more = others.size() - MOST_SUBJECTS;
      page.element("p", more + " more subjects are in metrics.csv.");
    }
    ExactTable.of(study).forEach(table -> table(page, table));
    ExactTable.coverage(whole).ifPresent(sentence -> page.element("p", sentence));
  }

  private static void table(Html page, DataTable table) {
    page.markup("<div class=\"scroll\"><table>").element("caption", table.title());
    page.markup("<thead><tr>");
    table.header().forEach(name -> page.element("th", name));
    page.markup("</tr></thead>").markup("<tbody>");
    for (List<String> row : table.rows()) {
      page.markup("<tr>");
      row.forEach(cell -> page.element("td", cell));
      page.markup("</tr>");
    }
    page.markup("</tbody></table></div>");
  }

  private static void figures(Html page, List<Figure> figures) throws IOException {
    if (figures.isEmpty()) {
      return;
    }
    page.element("h2", "Pictures");
    for (Figure figure : figures) {
      page.markup("<figure role=\"group\" aria-label=\"" + Html.escaped(figure.title()) + "\">");
      page.markup(Plots.svg(figure));
      page.element("figcaption", figure.caption());
      page.markup("</figure>");
    }
  }

  private static void reading(Html page, StudyResult study) {
    String level = Numbers.significant(100 * study.confidence(), 4);
    page.element("h2", "How to read the numbers");
    page.markup("<ul>");
    page.element(
        "li",
        "A number after ± is half the width of a "
            + level
            + " % confidence interval over independent replications; the digits shown are those that"
            + " it justifies.");
    page.element(
        "li",
        "A number without ± involves no randomness, so there is nothing to estimate. \"no interval\""
            + " means too few replications, \"no data\" that nothing was observed, - that the study"
            + " has no such metric.");
    page.element(
        "li",
        "Differences are paired: in each replication all policies meet the same random events, so a"
            + " difference is known better than the two values. It is significant if its interval"
            + " does not contain 0.");
    page.element(
        "li",
        "Compare unavailabilities, not availabilities: 99.9 % and 99.99 % differ by a factor of ten in"
            + " downtime. A year has 365 days.");
    page.element(
        "li",
        "Intervals, also those of capacity and overhead, are those of chance alone; the ranges of the"
            + " costs are shown by: hebe explain FILE.");
    page.markup("</ul>");
  }

  private static void provenance(Html page, StudyResult study, String hebeVersion) {
    page.element("h2", "Where this comes from");
    page.element(
        "p",
        "The same scenario, seed and version give the same numbers on every machine. Which values of"
            + " the model were given, which were derived, and from what source, is shown by: hebe"
            + " explain FILE.");
    page.markup("<dl>");
    page.element("dt", "Scenario").element("dd", study.scenario());
    page.element("dt", "SHA-256 of its file").element("dd", study.sha256());
    page.element("dt", "Seed").element("dd", Long.toString(study.seed()));
    page.element("dt", "Horizon").element("dd", DurationUnit.text(study.horizonSeconds()));
    page.element("dt", "Hebe").element("dd", hebeVersion);
    page.markup("</dl>");
  }
}
