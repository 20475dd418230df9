package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Published and computed values of analytic models: analytic-models.csv beside this class.
 *
 * <p>Rows of role target must be met inside their band. Their classes: ctmc, exponential delays or
 * phases, met by the exact solver; clock, one fixed delay at a time besides, met by the exact
 * solver; law, other laws, met by a formula and by the simulator; clocks, several clocks at a time,
 * met by the simulator; stat and formula, met by a formula. Rows of role prior are not met by
 * anything. The columns hold no commas.
 */
final class AnalyticRows {
  private final Map<String, Row> rows = new LinkedHashMap<>();

  private AnalyticRows(List<String> lines) {
    for (String line : lines.subList(1, lines.size())) {
      Row row = Row.of(line.split(",", -1));
      assertThat(rows.put(row.id, row)).as("two rows are called %s", row.id).isNull();
    }
  }

  /** One value with its band; unit, quantity and condition are words for people. */
  record Row(
      String id,
      String source,
      String quantity,
      String condition,
      double value,
      String unit,
      double low,
      double high,
      boolean target,
      String clazz) {
    private static Row of(String[] cells) {
      boolean target = cells[9].equals("target");
      return new Row(
          cells[0],
          cells[1],
          cells[2],
          cells[3],
          Double.parseDouble(cells[4]),
          cells[5],
          target ? Double.parseDouble(cells[6]) : Double.NaN,
          target ? Double.parseDouble(cells[7]) : Double.NaN,
          target,
          cells[10]);
    }

    /** Fails, naming the row, unless the value lies inside the band. */
    void check(double got) {
      assertThat(got).as("%s", this).isBetween(low, high);
    }

    @Override
    public String toString() {
      return id + ": " + quantity + " of " + source + " (" + condition + "), " + unit;
    }
  }

  static AnalyticRows read() {
    try (InputStream in = AnalyticRows.class.getResourceAsStream("analytic-models.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new AnalyticRows(text.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Row row(String id) {
    assertThat(rows).as("no row is called %s", id).containsKey(id);
    return rows.get(id);
  }

  /** Fails, naming the row, unless the value lies inside the row's band. */
  void check(String id, double got) {
    row(id).check(got);
  }

  List<Row> targets() {
    return rows.values().stream().filter(Row::target).toList();
  }
}
