package hebe.models.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A cold page cache by pencil. */
class PageCacheTest {
  @Test
  void cold_readsAtTheRateOfTheDisk() {
    // 1 MiB in 0.125 + 1 / 8 = 0.25 s: 4 of 16 MiB/s; 64 MiB take 16 s
    PageCache cache = new PageCache(64, 16, 1);
    assertThat(cache.coldShare(8, 0.125)).isEqualTo(0.25);
    assertThat(cache.refillSeconds(8, 0.125)).isEqualTo(16);
  }

  @Test
  void guest_slowerThanTheDisk_loosesNothing() {
    PageCache cache = new PageCache(64, 2, 1);
    assertThat(cache.coldShare(8, 0.125)).isEqualTo(1);
    assertThat(cache.refillSeconds(8, 0.125)).isEqualTo(32);
  }

  @Test
  void lostWork_isTheSameInAnyOrderOfReads() {
    // In random order the cached share f grows; a read then takes f / D + (1 - f) / r for a MiB.
    PageCache cache = new PageCache(64, 16, 1);
    double cached = 0;
    double lost = 0;
    double step = 1e-3;
    while (cached < 64 * (1 - 1e-6)) {
      double perMib = cached / 64 / 16 + (1 - cached / 64) / 4;
      lost += step * (1 - 1 / perMib / 16);
      cached += step / perMib * (1 - cached / 64);
    }
    // S (1 / r - 1 / D) = 64 (1 / 4 - 1 / 16) = 12
    double inOrder = cache.refillSeconds(8, 0.125) * (1 - cache.coldShare(8, 0.125));
    assertThat(inOrder).isEqualTo(12);
    assertThat(lost).isCloseTo(inOrder, within(0.01));
  }

  @Test
  void nothing_isRefused() {
    assertThatThrownBy(() -> new PageCache(0, 1, 1)).hasMessageContaining("above 0");
  }
}
