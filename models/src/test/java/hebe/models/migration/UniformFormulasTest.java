package hebe.models.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniformFormulasTest {
  private static final SwitchOver SWITCH_OVER = new SwitchOver(0.002, 0.009);

  @Test
  void formulas_areThePencilsValues() {
    // V = 1024, R = 128 MiB/s, r = 0.5, down to 128 MiB: n = 3, (8)(1 - 1/16)/(1/2) = 15, 1 s.
    UniformFormulas formulas = formulas(0.5, 29);
    assertThat(formulas.rounds()).isEqualTo(3);
    assertThat(formulas.durationSeconds()).isCloseTo(15.011, within(1e-12));
    assertThat(formulas.downtimeSeconds()).isCloseTo(1.011, within(1e-12));
    // r = 1: (n + 1) V / R.
    assertThat(formulas(1, 4).durationSeconds()).isCloseTo(40.011, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-6, 0.05, 0.125, 0.3, 0.5, 0.7, 0.9, 0.99, 1, 1.5, 40})
  void model_underUniformDirtying_equalsTheFormulas(double ratio) {
    for (int most : List.of(0, 1, 3, 29)) {
      UniformFormulas formulas = formulas(ratio, most);
      PreCopyRun run = PreCopy.run(memory(ratio), formulas.law(), SWITCH_OVER);
      same(run, formulas);
      for (int k = 0; k < run.rounds().size(); k++) {
        assertThat(run.rounds().get(k).pass().sentBytes())
            .isCloseTo(formulas.roundBytes(k), within(1e-9 * formulas.memoryBytes()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.2, 0.3, 0.7, 2})
  void sharedLink_likeGuestsAtOnce_isOneAtRateOverM(double ratio) {
    for (int m : List.of(1, 2, 3, 7)) {
      UniformFormulas formulas = formulas(ratio, 29);
      SharedLink.Guest guest = new SharedLink.Guest(memory(ratio), formulas.law(), SWITCH_OVER);
      double link = formulas.law().bitsPerSecond();
      for (PreCopyRun run : SharedLink.parallel(link, Collections.nCopies(m, guest))) {
        same(run, formulas.parallel(m));
      }
      double serial = 0;
      for (PreCopyRun run : SharedLink.serial(link, Collections.nCopies(m, guest))) {
        same(run, formulas);
        serial += run.durationSeconds();
      }
      assertThat(serial).isCloseTo(formulas.serialSeconds(m), within(1e-9 * serial));
    }
  }

  @Test
  void parallel_ofM_hasMTimesTheRatio() {
    assertThat(formulas(0.2, 29).parallel(4).ratio()).isCloseTo(0.8, within(1e-12));
  }

  private static void same(PreCopyRun run, UniformFormulas formulas) {
    assertThat(run.rounds()).hasSize(formulas.rounds());
    double duration = formulas.durationSeconds();
    assertThat(run.durationSeconds()).isCloseTo(duration, within(1e-9 * duration));
    double downtime = formulas.downtimeSeconds();
    assertThat(run.downtimeSeconds()).isCloseTo(downtime, within(1e-9 * downtime));
  }

  private static Uniform memory(double ratio) {
    return new Uniform(0x1p30, ratio * 0x1p27);
  }

  private static UniformFormulas formulas(double ratio, int mostRounds) {
    return new UniformFormulas(
        0x1p30, ratio * 0x1p27, new ConstantRate(0x1p30, 0x1p27, mostRounds), 0.011);
  }
}
