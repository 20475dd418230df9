package hebe.models.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Published;
import hebe.models.validation.Prediction.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmVmRebootTest {
  private static final Published PUBLISHED = Published.warmVmReboot();
  private static final Catalog CATALOG = Catalog.load(PUBLISHED);
  private static final List<Prediction> PREDICTIONS = WarmVmReboot.predict(PUBLISHED, CATALOG);

  /*
   * By pencil from the calibrated constants: dom0 boot 43 - 11 - 11.5 x 0.485 = 26.4225; with eleven
   * frozen guests 0.5 GiB are scrubbed: 0.2425 s. Warm: 0.08 + 11 + 0.2425 + 26.4225 + 11 x 0.364 =
   * 41.749. Cold with sshd: 10.6 + 14 + 47 + 11 + 5.5775 + 26.4225 + 2.8 + 37.4 + 11 x 0.5 / 4 = 156.175;
   * with JBoss 154.8 + 101.2 + 83.6 / 4 = 276.9. A guest's rejuvenation takes 33.6.
   */
  @ParameterizedTest
  @CsvSource({
    "rh-restore-disk-1x11, 130.97674418604652", // 11 x 1024 / 86
    "rh-vmm-slope, -0.485",
    "rh-vmm-11, 37.665",
    "rh-os-reboot-11, 50.8", // 10.6 + 2.8 + 11 x 3.4
    "rh-os-linearity, 1",
    "rh-boot-11, 40.2",
    "rh-hw-reset, 58", // 47 + 11
    "rh-reset-gap, 47",
    "rh-warm-slope, -0.11372727272727273", // 0.08 / 11 + 0.364 - 0.485
    "rh-warm-ssh-11, 41.749",
    "rh-warm-jboss-11, 41.749",
    "rh-saved-ssh-11, 470.73488372093022", // 2 x 11 x 1024 / 86 x 1.4 + 104
    "rh-cold-jboss-11, 276.9",
    "rh-r-slope, 3.5137272727272727", // 3.4 - that of warm
    "rh-r-const, 74.4", // cold 117.4, warm 43
    "rh-r-alpha, -16.8",
    "tdsc-reduction-max, 73.2678085481", // 1 - 41.749 / 156.175
    "rh-reduction-jboss, 84.9227157819", // 1 - 41.749 / 276.9
    "rh-down4w-warm, 174.329", // 4 x 33.6 + 37.745 + 6 x 0.364
    "rh-down4w-cold, 394.5", // 3.5 x 33.6 + 276.9
    "rehype-latency, 713.2", // 297 + 7 x 21.4 + 8 x 33.3
    "hotswap-time, 30.2", // 10 + 3 x 3 + 8 x 1.4
    "hyfix-flatness, 0",
    "rh-tcp-warm, 1", // 41.7 s of 60 s
    "rh-tcp-saved, 0", // 470 s
    "rh-tcp-cold, 0",
    "rh-loss-web-cold, 60.9875", // 0.5 / (0.0056 + 0.5 / 86) = 43.8 of 112.2 MiB/s
    "rh-loss-warm, 0",
    "exhaust-svm, 4096", // 16 MiB / 4 KiB
    "exhaust-hourly, 170.66666666666667", // 4096 h
    "exhaust-minutely, 2.8444444444444446", // 4096 min
    "exhaust-ia64-heap, 512", // 64 MiB / 128 KiB
    "exhaust-ia64-domheap, 768", // 12 GiB / 16 MiB
  })
  void prediction_isThePencilsValue(String id, double expected) {
    double tolerance = id.equals("rh-loss-web-cold") ? 1e-3 : 1e-8;
    assertThat(prediction(id).predicted())
        .isCloseTo(expected, within(tolerance * Math.abs(expected)));
  }

  @Test
  void exhaustion_ofElevenGuests_comesWithTheLastInTurn() {
    // 4096 = 372 x 11 + 4: the fourth guest of the 373rd week; 7.13 years of 365 days
    assertThat(prediction("exhaust-11-weekly").predicted())
        .isCloseTo((372 + 4 / 11.0) * 7 / 365, within(1e-9));
  }

  @Test
  void verdicts_missTheConstantOfTheGainAndSaySo() {
    assertThat(PREDICTIONS.stream().filter(prediction -> !prediction.hit()))
        .extracting(prediction -> prediction.figure().id())
        .containsExactly("rh-r-const", "rh-loss-web-cold");
  }

  @Test
  void standing_inputsThatAreRecalled_makeNoGate() {
    assertThat(PREDICTIONS).noneMatch(prediction -> prediction.standing() == Standing.GATE);
    assertThat(prediction("tdsc-reduction-max").standing()).isEqualTo(Standing.UNVERIFIED);
    assertThat(prediction("rh-boot-11").standing()).isEqualTo(Standing.NOT_INDEPENDENT);
  }

  @Test
  void prediction_ofAnInput_isRefused() {
    assertThatThrownBy(
            () -> new Prediction(PUBLISHED.figure("rh-post"), 47, Standing.UNVERIFIED, "input"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rh-post is not a target with a band");
  }

  @Test
  void linesOfTheSource_areItsFits() {
    // Warm 43 - 0.07 + (0.43 - 0.55) n, cold 47 + 43 + 13 + 3.8 n.
    WarmVmReboot.BesideLine last = WarmVmReboot.besideLines(PUBLISHED, CATALOG).get(10);
    assertThat(last.guests()).isEqualTo(11);
    assertThat(last.warmLine()).isCloseTo(41.61, within(1e-12));
    assertThat(last.coldLine()).isCloseTo(144.8, within(1e-12));
    assertThat(last.cold()).isCloseTo(154.8, within(1e-9));
  }

  @Test
  void sensitivity_splitOfTheStart_keepsItsLength() {
    // All on the cores: 154.8 + 11 x 16.8 / 4; all on the disk: 154.8 + 11 x 16.8.
    Sensitivity split = Sensitivity.all(PUBLISHED, CATALOG).get(0);
    assertThat(split.input()).isEqualTo(Parameter.SERVICE_START_DISK);
    assertThat(split.atLowSeconds()).isCloseTo(201, within(1e-9));
    assertThat(split.atHighSeconds()).isCloseTo(339.6, within(1e-9));
  }

  private static Prediction prediction(String id) {
    return PREDICTIONS.stream()
        .filter(prediction -> prediction.figure().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
