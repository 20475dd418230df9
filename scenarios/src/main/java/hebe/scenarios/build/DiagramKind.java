package hebe.scenarios.build;

import java.util.Locale;

/** The notation of a diagram. */
public enum DiagramKind {
  /** State diagrams for Mermaid, one after another. */
  MERMAID,
  /** Graphs for Graphviz in the language DOT. */
  GRAPHVIZ;

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
