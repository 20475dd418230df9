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
        .map(
            row ->
                dynamicTest(
                    row.id(),
                    () -> {
                      assertThat(values).as("no model tells %s", row).containsKey(row.id());
                      row.check(values.get(row.id()));
                    }));
  }
}
