package hebe.models.timing;

import java.util.Comparator;
import java.util.List;

/** Names near to a name that does not exist. */
final class Nearest {
  private static final int SHOWN = 3;

  private Nearest() {}

  /** A sentence that names the thing that is unknown and the nearest names. */
  static String unknown(String what, String name, List<String> known) {
    List<String> near =
        known.stream()
            .sorted(Comparator.comparingInt(candidate -> distance(name, candidate)))
            .limit(SHOWN)
            .toList();
    return "no " + what + " is called '" + name + "'; the nearest are " + String.join(", ", near);
  }

  /** Insertions, deletions and replacements that turn one into the other (Levenshtein). */
  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
