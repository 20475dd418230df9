package hebe.models.timing;

import hebe.sim.result.Provenance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Reads tables strictly and collects what is wrong with them, with file and line. */
final class TableReader {
  private final List<String> problems = new ArrayList<>();

  /** Hands on the rows of a table; its header must be exactly these columns. */
  void rows(TableText table, List<String> columns, Consumer<Row> action) {
    try (MappingIterator<String[]> lines =
        new CsvMapper()
            .readerFor(String[].class)
            .with(CsvReadFeature.WRAP_AS_ARRAY)
            .readValues(table.text())) {
      boolean header = true;
      while (lines.hasNext()) {
        List<String> cells = List.of(lines.next());
        int line = lines.parser().currentTokenLocation().getLineNr();
        if (header) {
          header = false;
          if (!cells.equals(columns)) {
            problem(table.name(), line, "expected the columns " + columns + ", got " + cells);
            return;
          }
        } else if (cells.size() != columns.size()) {
          problem(table.name(), line, "expected " + columns.size() + " cells, got " + cells.size());
        } else {
          action.accept(new Row(this, table.name(), line, columns, cells));
        }
      }
    } catch (JacksonException e) {
      problem(
          table.name(),
          Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).orElse(1),
          e.getOriginalMessage());
    }
  }

  void problem(String file, int line, String text) {
    problems.add(file + ":" + line + ": " + text);
  }

  /** Ends the reading: throws if anything was wrong. */
  void finish() {
    if (!problems.isEmpty()) {
      throw new TableProblems(problems);
    }
  }

  /** One row; a cell that cannot be read is a problem and empty. */
  record Row(TableReader reader, String file, int line, List<String> columns, List<String> cells) {
    String text(String column) {
      return cells.get(columns.indexOf(column));
    }

    void problem(String text) {
      reader.problem(file, line, text);
    }

    Optional<String> name(String column) {
      if (text(column).isBlank()) {
        problem(column + ": expected a text, got nothing");
        return Optional.empty();
      }
      return Optional.of(text(column));
    }

    /** A word of a closed list. */
    <T> Optional<T> word(String column, List<String> known, Function<String, Optional<T>> find) {
      Optional<T> found = find.apply(text(column));
      if (found.isEmpty()) {
        problem(Nearest.unknown(column, text(column), known));
      }
      return found;
    }

    Optional<Mode> mode() {
      return word("mode", Mode.labels(), Mode::find);
    }

    Optional<TrapEvent> event(String column) {
      return word(column, TrapEvent.labels(), TrapEvent::find);
    }

    Optional<Provenance> provenance() {
      List<String> known =
          java.util.Arrays.stream(Provenance.values()).map(Provenance::label).toList();
      return word(
          "provenance",
          known,
          text -> known.contains(text) ? Optional.of(Provenance.of(text)) : Optional.empty());
    }

    /** A finite number that is at least 0, if the cell is not empty. */
    OptionalDouble number(String column) {
      String text = text(column);
      try {
        double number = Double.parseDouble(text);
        if (number >= 0 && number < Double.POSITIVE_INFINITY) {
          return OptionalDouble.of(number);
        }
      } catch (NumberFormatException e) {
        // The same message as for a number out of range.
      }
      problem(column + ": expected a number that is at least 0, got '" + text + "'");
      return OptionalDouble.empty();
    }

    /** A value with its bounds. */
    Optional<Bounds> bounds(String column) {
      OptionalDouble value = number(column);
      OptionalDouble low = number("low");
      OptionalDouble high = number("high");
      if (value.isEmpty() || low.isEmpty() || high.isEmpty()) {
        return Optional.empty();
      }
      if (low.getAsDouble() > value.getAsDouble() || value.getAsDouble() > high.getAsDouble()) {
        problem(
            "expected low <= "
                + column
                + " <= high, got "
                + text("low")
                + ", "
                + text(column)
                + ", "
                + text("high"));
        return Optional.empty();
      }
      return Optional.of(new Bounds(value.getAsDouble(), low.getAsDouble(), high.getAsDouble()));
    }
  }

  /** Notices what is given twice. */
  static final class Once {
    private final Set<Object> seen = new HashSet<>();

    boolean first(Row row, Object key, String words) {
      boolean isFirst = seen.add(key);
      if (!isFirst) {
        row.problem(words + " is given twice");
      }
      return isFirst;
    }
  }
}
