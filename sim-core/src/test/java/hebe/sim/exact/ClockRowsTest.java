package hebe.sim.exact;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Models with one fixed clock at a time lie inside the bands of their rows. */
class ClockRowsTest {

  @TestFactory
  List<DynamicTest> row_ofAFixedClock_insideItsBand() throws UnsolvableException {
    AnalyticRows rows = AnalyticRows.read();
    List<DynamicTest> tests = new ArrayList<>();
    for (PublishedModel model : ClockRows.all()) {
      model.tell((id, value) -> tests.add(dynamicTest(id, () -> rows.check(id, value))));
    }
    return tests;
  }
}
