package hebe.models.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.Fixtures;
import hebe.models.load.CacheUse.Cold;
import hebe.models.load.CacheUse.Dip;
import hebe.models.load.CacheUse.WarmRate;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A cold cache on the test machine, whose disk streams at 128 MiB/s and loses g = 0.25. */
class CacheUseTest {
  private static Cold cold(CacheUse.Warm warm, int guests) {
    return new CacheUse(512, warm, Optional.empty()).cold(Fixtures.hardware(), guests);
  }

  @Test
  void guest_aloneOnTheDisk_readsAtItsRate() {
    // 512 / 128 s
    assertThat(cold(new Dip(0.75), 1)).isEqualTo(new Cold(new Deterministic(4), 0.25));
    assertThat(cold(new WarmRate(512), 1)).isEqualTo(new Cold(new Deterministic(4), 0.25));
  }

  @Test
  void guests_together_shareWhatParallelStreamsLeave() {
    // 128 / (2 (1 + 0.25)) = 51.2 MiB/s of 512: 10 s at a tenth
    assertThat(cold(new Dip(0.75), 2)).isEqualTo(new Cold(new Deterministic(10), 0.1));
    assertThat(cold(new WarmRate(512), 2)).isEqualTo(new Cold(new Deterministic(10), 0.1));
  }

  @Test
  void guest_slowerThanItsShare_losesNothing() {
    assertThat(cold(new WarmRate(32), 2)).isEqualTo(new Cold(new Deterministic(16), 1));
    assertThat(cold(new Dip(0), 1)).isEqualTo(new Cold(new Deterministic(4), 1));
  }

  @Test
  void givenLaw_replacesTheTimeAndNotTheSpeed() {
    CacheUse use = new CacheUse(512, new Dip(0.75), Optional.of(new Exponential(7)));
    assertThat(use.cold(Fixtures.hardware(), 2)).isEqualTo(new Cold(new Exponential(7), 0.1));
  }

  @Test
  void values_thatMeanNothing_areRefused() {
    assertThatThrownBy(() -> new CacheUse(0, new Dip(0), Optional.empty()))
        .hasMessage("a working set is above 0; got 0.0 MiB");
    assertThatThrownBy(() -> new Dip(1)).hasMessage("a dip is at least 0 and below 1; got 1.0");
    assertThatThrownBy(() -> new WarmRate(0)).hasMessage("a rate is above 0; got 0.0 MiB/s");
  }
}
