package hebe.scenarios.read;

import java.util.List;
import java.util.Locale;

/** The words of problems: quotes, enumerations, and the word that was probably meant. */
final class Words {
  private static final int SHOWN_CHARACTERS = 40;
  private static final int MOST_LETTERS = 600;

  private Words() {}

  /** A text in quotes, on one line, cut where it is long. */
  static String quoted(String text) {
    int shown = Math.min(text.length(), SHOWN_CHARACTERS);
    StringBuilder out = new StringBuilder("\"");
    text.substring(0, shown).chars().forEach(c -> append(out, (char) c));
    return out.append(shown < text.length() ? "...\"" : "\"").toString();
  }

  private static void append(StringBuilder out, char c) {
    if (c == '\n') {
      out.append("\\n");
    } else if (Character.isISOControl(c)) {
      out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }

  /** "a", "a or b", "a, b or c". */
  static String or(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** A noun with its article. */
  static String article(String noun) {
    return ("aeiou".indexOf(Character.toLowerCase(noun.charAt(0))) < 0 ? "a " : "an ") + noun;
  }

  /**
   * What to do about a word that is none of those known, where other forms may stand too: a word
   * that is the key of a mapping asks for that mapping.
   */
  static String cure(String word, List<String> known, List<String> forms) {
    for (String form : forms) {
      if (form.startsWith("{" + word + ":")) {
        return "write \"" + form + "\"";
      }
    }
    String cure = cure(word, known);
    return forms.isEmpty() || !nearest(word, known).isEmpty()
        ? cure
        : cure + ", or " + or(forms.stream().map(form -> "\"" + form + "\"").toList());
  }

  /** What to do about a word that is none of those known. */
  static String cure(String word, List<String> known) {
    List<String> near = nearest(word, known).stream().map(Words::quoted).toList();
    if (!near.isEmpty()) {
      return "did you mean " + or(near) + "?";
    }
    String all = String.join(", ", known);
    return all.length() > MOST_LETTERS ? "see the reference" : "write one of " + all;
  }

  /**
   * The candidates that a misspelt word was probably meant to be: those at the least distance, if
   * that is at most a third of the word. Another letter case counts less than another letter.
   */
  static List<String> nearest(String word, List<String> candidates) {
    if (word.length() > SHOWN_CHARACTERS) {
      return List.of();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, word.length() / 3);
    int least =
        candidates.stream()
            .mapToInt(c -> distance(lower, c.toLowerCase(Locale.ROOT)))
            .min()
            .orElse(Integer.MAX_VALUE);
    return least > limit || least >= word.length()
        ? List.of()
        : candidates.stream()
            .filter(c -> distance(lower, c.toLowerCase(Locale.ROOT)) == least)
            .toList();
  }

  /**
   * Edits from one word to the other: a letter inserted, deleted or replaced, or two neighbours
   * exchanged (optimal string alignment, the restricted Damerau-Levenshtein distance).
   */
  static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, edits);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] edits) {
    int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean exchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return exchanged ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
