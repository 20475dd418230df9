package hebe.reports.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a long table, grouped by subject. */
public final class SubjectRows {
  private SubjectRows() {}

  /**
   * All rows, with a first column that names the subject once; subjects whose rows are the same
   * share them: {@code all, web}.
   */
  public static List<List<String>> of(Map<String, List<List<String>>> bySubject) {
    Map<List<List<String>>, String> names = new LinkedHashMap<>();
    bySubject.forEach((subject, rows) -> names.merge(rows, subject, (a, b) -> a + ", " + b));
    List<List<String>> all = new ArrayList<>();
    names.forEach(
        (rows, name) -> {
          for (int i = 0; i < rows.size(); i++) {
            List<String> row = new ArrayList<>(List.of(i == 0 ? name : ""));
            row.addAll(rows.get(i));
            all.add(row);
          }
        });
    return all;
  }
}
