package hebe.sim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.result.Cause;
import hebe.sim.result.Outage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkUnitTest {
  @Test
  void unit_serializedAndBack_isEqualAndGivesTheSameResult()
      throws IOException, ClassNotFoundException {
    WorkUnit unit =
        new WorkUnit(-7, 3, 1e4, new ArrayList<>(List.of(0.1, Math.nextDown(1e4))), true);
    byte[] bytes = bytes(unit);
    assertThat(bytes.length).isLessThan(500);
    WorkUnit back = (WorkUnit) object(bytes);
    assertThat(back).isEqualTo(unit);
    TwoStateStudy study = new TwoStateStudy();
    assertThat(study.run(back)).isEqualTo(study.run(unit));
  }

  @Test
  void result_serializedAndBack_isEqual() throws IOException, ClassNotFoundException {
    Cause cause = new Cause("crash", false, List.of("page cache"));
    WorkResult result =
        new WorkResult(
            3,
            List.of(new Measure.Value(0.1, 3)),
            List.of(new WorkResult.Samples(List.of(0.25), List.of(1.0))),
            List.of(new Outage("web-3", 1, 2, cause, List.of("page cache"), true)),
            true);
    assertThat(object(bytes(result))).isEqualTo(result);
  }

  private static byte[] bytes(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object object(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void horizon_notFiniteAboveZero_refused(double horizonSeconds) {
    assertThatThrownBy(() -> new WorkUnit(1, 0, horizonSeconds, List.of(), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a horizon is finite and above 0 s");
  }

  @Test
  void replication_negative_refused() {
    assertThatThrownBy(() -> new WorkUnit(1, -1, 1, List.of(), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replications are numbered from 0; got -1");
  }
}
