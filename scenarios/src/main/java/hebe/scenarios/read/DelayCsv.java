package hebe.scenarios.read;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Observed delays in a file: the header {@code delay}, then a duration with its unit per line. */
final class DelayCsv {
  private static final String HEADER = "delay";

  private DelayCsv() {}

  /** The delays in seconds, in the order of the file; empty after a problem. */
  static Optional<List<Double>> read(Located<String> name, Problems problems) {
    return path(name, problems)
        .flatMap(path -> SourceFile.read(path, problems))
        .flatMap(source -> parse(source, problems));
  }

  /** The path of a file beside the one that names it. */
  private static Optional<Path> path(Located<String> name, Problems problems) {
    try {
      return Optional.of(Path.of(name.place().file()).resolveSibling(name.value()));
    } catch (InvalidPathException e) {
      String got = Words.quoted(name.value());
      problems.add(name.place(), "the path of a file", got, "write for example \"delays.csv\"");
      return Optional.empty();
    }
  }

  private static Optional<List<Double>> parse(SourceFile source, Problems problems) {
    List<String> lines = source.text().lines().toList();
    Place first = Place.of(source.name()).at(new Position(1, 1));
    if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
      String got = lines.isEmpty() ? "an empty file" : Words.quoted(lines.get(0));
      problems.add(first, "the header \"delay\"", got, "write it on the first line");
      return Optional.empty();
    }
    if (lines.size() == 1) {
      problems.add(first, "delays below the header", "none", "write one per line");
    }
    List<Double> seconds = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      Place place = first.at(new Position(i + 1, 1));
      Quantity.parse(lines.get(i), Dimension.DURATION, Bounds.notNegative(), place, problems)
          .ifPresent(delay -> seconds.add(delay.value()));
    }
    return !seconds.isEmpty() && seconds.size() == lines.size() - 1
        ? Optional.of(seconds)
        : Optional.empty();
  }
}
