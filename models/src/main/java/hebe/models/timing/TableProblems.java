package hebe.models.timing;

import java.util.List;

/** A table that cannot be used: all its problems, each with file and line. */
public final class TableProblems extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  TableProblems(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, in the order of files and lines. */
  public List<String> problems() {
    return problems;
  }
}
