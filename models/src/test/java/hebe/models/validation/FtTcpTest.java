package hebe.models.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import hebe.models.validation.Prediction.Standing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FtTcpTest {
  private static final int PREDICTIONS = 89;

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
  void targets_allOfThem_arePredictedOnce() {
    List<String> targets =
        published.all().stream()
            .filter(figure -> figure.role() == Published.Role.TARGET)
            .map(Published.Figure::id)
            .toList();
    List<String> predicted = predictions.stream().map(one -> one.figure().id()).toList();
    assertThat(predicted).containsExactlyInAnyOrderElementsOf(targets);
  }

  @Test
  void overheads_areAboveZero() {
    for (Prediction prediction : predictions) {
      if (prediction.figure().id().startsWith("chang-overhead-")) {
        assertThat(prediction.predicted()).isPositive();
        boolean ftp = prediction.figure().id().endsWith("ftp");
        assertThat(prediction.standing())
            .isEqualTo(ftp ? Standing.NOT_INDEPENDENT : Standing.UNVERIFIED);
      }
    }
  }

  @Test
  void checkpoints_atTwiceTheRate_costFourTimesTheTime() {
    // 50 % at 20 per s: 1 / (1 - 20 p) = 1.5, p = 1/60 s; at 40 per s 1 / (1 - 2/3) - 1 = 200 %.
    assertThat(predicted("remus-slowdown-40")).isCloseTo(200, within(1e-9));
  }

  @Test
  void memory_ofProxy_isThatOfBusyConnections() {
    // 100 x (60 + 400 + 8) B / 1024.
    assertThat(predicted("chang-memory-proxy")).isCloseTo(45.703125, within(1e-9));
  }

  @Test
  void longUpload_withoutTruncation_breaksTheBound() {
    double[] kilobytes = {0};
    for (FtTcpCosts.Unpublished each : FtTcpCosts.unpublished(published)) {
      if (each.quantity().startsWith("memory of one upload")) {
        kilobytes[0] = each.value();
      }
    }
    // 60 B + 4,096,000 B + at least 1000 records of 8 B.
    assertThat(kilobytes[0]).isGreaterThan(4_104_060 / 1024.0);
    assertThat(predicted("chang-memory-ftp")).isLessThan(750);
  }

  private double predicted(String id) {
    return predictions.stream()
        .filter(one -> one.figure().id().equals(id))
        .findFirst()
        .orElseThrow()
        .predicted();
  }
}
