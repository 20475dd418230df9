package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every target of the table of analytic models is computed, and lies inside its band. */
class AnalyticRowsTest {

  /** Targets that no model tells, by class or regular expression, and why. */
  private static Map<String, String> left() {
    return Map.of(
        "clocks", "has no closed form: SimulatedRowsTest",
        "wsc-128-prem", "takes minutes: LargeCluster",
        "stat-cover-.*", "is a band, not a value: CoverageBoundsTest",
        "stat-(kn|ocba|mser)-.*", "is of a statistical method that this project does not have");
  }

  @TestFactory
  Stream<DynamicTest> target_isComputed_insideItsBand() throws UnsolvableException {
    Map<String, Double> values = new HashMap<>();
    for (PublishedModel model : PublishedModels.all()) {
      model.tell(
          (id, value) -> assertThat(values.put(id, value)).as("two models tell %s", id).isNull());
    }
    AnalyticRows rows = AnalyticRows.read();
    values.keySet().forEach(rows::row);
    return rows.targets().stream()
        .map(row -> dynamicTest(row.id(), () -> check(row, values.containsKey(row.id()), values)));
  }

  private static void check(AnalyticRows.Row row, boolean told, Map<String, Double> values) {
    boolean isLeft =
        left().keySet().stream().anyMatch(key -> row.clazz().equals(key) || row.id().matches(key));
    assertThat(told).as("a model tells %s", row).isNotEqualTo(isLeft);
    if (told) {
      row.check(values.get(row.id()));
    }
  }
}
