package hebe.sim.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(unit);
    }
    assertThat(bytes.size()).isLessThan(500);
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      WorkUnit back = (WorkUnit) in.readObject();
      assertThat(back).isEqualTo(unit);
      TwoStateStudy study = new TwoStateStudy();
      assertThat(study.run(back)).isEqualTo(study.run(unit));
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
