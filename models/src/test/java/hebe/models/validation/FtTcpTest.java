package hebe.models.validation;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.catalog.Published;
import hebe.models.validation.Prediction.Standing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FtTcpTest {
  private static final int PREDICTIONS = 84;

  private final Published published = Published.ftTcp();
  private final List<Prediction> predictions = FtTcp.predict(published);

  @Test
  void gates_allOfThem_areHit() {
    List<String> misses = new ArrayList<>();
    for (Prediction prediction : predictions) {
      if (prediction.standing() == Standing.GATE && !prediction.hit()) {
        misses.add(prediction.figure().id() + " " + prediction.predicted());
      }
    }
    assertThat(misses).isEmpty();
    // A row that is no longer predicted would show here.
    assertThat(predictions).hasSize(PREDICTIONS);
  }

  @Test
  void targets_allButThoseThatNeedCosts_arePredicted() {
    List<String> predicted = predictions.stream().map(one -> one.figure().id()).toList();
    List<String> missing =
        published.all().stream()
            .filter(figure -> figure.role() == Published.Role.TARGET)
            .map(Published.Figure::id)
            .filter(id -> !predicted.contains(id))
            .toList();
    assertThat(missing)
        .containsExactly(
            "chang-overhead-proxy",
            "chang-overhead-ftp",
            "chang-memory-proxy",
            "chang-memory-ftp",
            "remus-slowdown-40");
    assertThat(predicted).doesNotHaveDuplicates();
  }
}
