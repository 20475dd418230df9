package hebe.scenarios.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the reference page of a declared type: every key with type, unit, default and meaning. */
public final class ReferenceDoc {
  private static final int MOST_PATHS = 6;

  private final Map<String, Section> sections = new LinkedHashMap<>();

  private ReferenceDoc() {}

  /** The page in Markdown, without a title; the same characters for the same declarations. */
  public static String of(Mapping<?> top) {
    ReferenceDoc reference = new ReferenceDoc();
    top.document(reference, "");
    StringBuilder page = new StringBuilder();
    reference.sections.values().forEach(section -> section.write(page));
    writeUnits(page);
    return page.toString();
  }

  /**
   * Adds a section, or a further path to it.
   *
   * @return whether the section is new, so that what is below it is due
   */
  boolean section(
      String name, String doc, String path, List<String> header, List<List<String>> rows) {
    boolean first = !sections.containsKey(name);
    Section section =
        sections.computeIfAbsent(
            name, n -> new Section(n, doc, new ArrayList<>(), header, List.copyOf(rows)));
    if (!section.rows().equals(rows)) {
      throw new IllegalStateException("two types are named " + name);
    }
    if (!section.paths().contains(path)) {
      section.paths().add(path);
    }
    return first;
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  static String link(String name) {
    return "[" + name + "](#" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ")";
  }

  private static void writeUnits(StringBuilder page) {
    page.append("## units\n\nA year is 365 days. A quantity is a number, a blank and a unit.\n\n");
    line(page, List.of("quantity", "units", "example"));
    line(page, List.of("---", "---", "---"));
    Arrays.stream(Dimension.values())
        .forEach(
            dimension -> {
              String units =
                  String.join(
                      ", ", Unit.words(dimension).stream().map(word -> "`" + word + "`").toList());
              line(page, List.of(dimension.noun(), units, "`" + dimension.example() + "`"));
            });
  }

  private static void line(StringBuilder page, List<String> cells) {
    cells.forEach(cell -> page.append("| ").append(cell.replace("|", "\\|")).append(' '));
    page.append("|\n");
  }

  private record Section(
      String name, String doc, List<String> paths, List<String> header, List<List<String>> rows) {

    void write(StringBuilder page) {
      page.append("## ").append(name).append("\n\n").append(doc).append("\n\n");
      List<String> shown =
          paths.stream()
              .filter(path -> !path.isEmpty())
              .limit(MOST_PATHS)
              .map(path -> "`" + path + "`")
              .toList();
      if (!shown.isEmpty()) {
        String more = paths.size() > MOST_PATHS ? " and elsewhere" : "";
        page.append("At ").append(String.join(", ", shown)).append(more).append(".\n\n");
      }
      line(page, header);
      line(page, header.stream().map(column -> "---").toList());
      rows.forEach(row -> line(page, row));
      page.append('\n');
    }
  }
}
