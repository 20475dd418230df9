package hebe.reports.table;

import hebe.reports.answer.Answer;
import hebe.reports.answer.Ranking;
import hebe.reports.answer.Sentences;
import hebe.reports.answer.SweepSentences;
import hebe.reports.answer.Sweeps;
import hebe.sim.result.StudyResult;
import java.util.List;

/**
 * The answer of a study on a terminal: tables, then the ranking with its differences; of a sweep
 * first its points, then the policies where they are best.
 */
public final class StudyTable {
  /** Subjects beyond the main one that get a table of their own. */
  private static final int MOST_SUBJECTS = 6;

  private StudyTable() {}

  /** The whole text; each line ends with a line feed. */
  public static String render(StudyResult whole) {
    StudyResult study = Sweeps.atTheirBest(whole);
    Ranking ranking = Ranking.of(study);
    StringBuilder text = new StringBuilder();
    line(text, study.scenario());
    line(text, Sentences.setting(study));
    sweep(text, whole);
    line(text, "");
    text.append(ConsoleTable.render(StudyTables.policies(study, ranking.subject())));
    line(text, "");
    Answer answer = Answer.of(whole);
    line(text, answer.verdict());
    answer.differences().forEach(sentence -> line(text, "  " + sentence));
    answer.prices().forEach(sentence -> line(text, sentence));
    answer.clients().forEach(sentence -> line(text, sentence));
    answer.work().forEach(sentence -> line(text, sentence));
    line(text, "");
    text.append(ConsoleTable.render(StudyTables.causes(study, ranking.subject())));
    ClientTable.of(study).ifPresent(table -> table(text, table));
    WorkTable.of(study).ifPresent(table -> table(text, table));
    CapacityTable.of(study, ranking.subject()).ifPresent(table -> table(text, table));
    others(text, study, ranking.subject());
    exact(text, study, whole);
    return text.toString();
  }

  private static void sweep(StringBuilder text, StudyResult whole) {
    SweepTable.of(whole)
        .ifPresent(
            table -> {
              line(text, "");
              text.append(ConsoleTable.render(table));
              line(text, "");
              SweepSentences.of(whole).forEach(sentence -> line(text, sentence));
            });
  }

  private static void exact(StringBuilder text, StudyResult study, StudyResult whole) {
    for (DataTable table : ExactTable.of(study)) {
      line(text, "");
      text.append(ConsoleTable.render(table));
    }
    ExactTable.coverage(whole)
        .ifPresent(
            sentence -> {
              line(text, "");
              line(text, sentence);
            });
  }

  private static void others(StringBuilder text, StudyResult study, String mainSubject) {
    List<String> subjects = StudyTables.others(study, mainSubject);
    for (String subject : subjects.stream().limit(MOST_SUBJECTS).toList()) {
      line(text, "");
      text.append(ConsoleTable.render(StudyTables.policies(study, subject)));
    }
    if (subjects.size() > MOST_SUBJECTS) {
      line(text, "");
      line(text, subjects.size() - MOST_SUBJECTS + " more subjects are in metrics.csv.");
    }
  }

  private static void table(StringBuilder text, DataTable table) {
    line(text, "");
    text.append(ConsoleTable.render(table));
  }

  private static void line(StringBuilder text, String line) {
    text.append(ConsoleTable.ascii(line)).append('\n');
  }
}
