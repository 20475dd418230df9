package hebe.models.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import hebe.models.validation.LiveMigration.NotPredicted;
import hebe.models.validation.Prediction.Standing;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SelfVirtualizationTest {
  private final Published published = Published.selfVirtualization();
  private final SelfVirtualization found =
      SelfVirtualization.predict(published, Published.liveMigration());

  private Prediction prediction(String id) {
    return found.predictions().stream()
        .filter(each -> each.figure().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void targets_allOfThem_arePredictedOrHaveAReason() {
    List<String> targets =
        published.all().stream()
            .filter(figure -> figure.role() == Published.Role.TARGET)
            .map(Published.Figure::id)
            .toList();
    assertThat(
            Stream.concat(
                found.predictions().stream().map(each -> each.figure().id()),
                found.notPredicted().stream().map(NotPredicted::id)))
        .containsExactlyInAnyOrderElementsOf(targets);
  }

  // Not one of them rests on verified inputs alone.
  @Test
  void gates_thereAreNone() {
    assertThat(found.predictions()).noneMatch(prediction -> prediction.standing() == Standing.GATE);
  }

  // 3,071,744 cycles at 3 GHz + 504.16 us: the sum is in SwitchLawTest.
  @Test
  void fullRebuild_overshootsThePublishedTime() {
    Prediction free = prediction("mercury-switch-free");
    assertThat(free.predicted()).isCloseTo(3_071_744 / 3e6 + 0.50416, within(1e-9));
    assertThat(free.hit()).isFalse();
    assertThat(prediction("class-pv").hit()).isFalse();
  }

  @Test
  void modes_readTheCellsOfTheOtherSystems() {
    assertThat(prediction("mercury-native").predicted()).isZero();
    assertThat(prediction("mercury-virtual").predicted()).isCloseTo(0, within(1e-9));
  }

  // 10 ms x 0.01 / 0.99, 10 ms x 0.1 / 0.9, 10 ms.
  @Test
  void waits_areThoseOfGeometricAttempts() {
    assertThat(prediction("law-wait-p1").predicted()).isCloseTo(0.10101, within(1e-5));
    assertThat(prediction("law-wait-p10").predicted()).isCloseTo(1.11111, within(1e-5));
    assertThat(prediction("law-wait-p10-p99").predicted()).isCloseTo(10, within(1e-9));
  }

  // (1.52807 + 0.03539) ms over itself and the stop phase that is predicted elsewhere.
  @Test
  void toggle_isASmallShareOfAMaintenanceEvent() {
    double stop =
        LiveMigration.predict(Published.liveMigration()).predictions().stream()
            .filter(each -> each.figure().id().equals("nsdi-apache-downtime"))
            .findFirst()
            .orElseThrow()
            .predicted();
    double both = 3_071_744 / 3e6 + 0.50416 + 93_696 / 3e6 + 0.00416;
    assertThat(prediction("toggle-share").predicted())
        .isCloseTo(100 * both / (both + stop), within(1e-6));
  }
}
