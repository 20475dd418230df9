package hebe.sim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EffectTest {
  private final Scope root = new ModelBuilder().root();
  private final Counter leaked = root.counter("leaked", 0, 1_000_000_000, 0);
  private final Component age = root.component("age", "new", "worn", "old");

  /** The value after an effect on a variable that has this one. */
  private static int after(Effect effect, int value) {
    int[] values = new int[2];
    values[effect.variable().offset()] = value;
    return effect.apply(values, new int[] {0});
  }

  @Test
  void keep_roundsDownInWholeNumbers() {
    // 0.1 as a double is above a tenth, 1 - 0.9 below: 10 x 0.1 is 1 for both
    assertThat(after(leaked.keep(0.1, 0), 10)).isEqualTo(1);
    assertThat(after(leaked.keep(1 - 0.9, 0), 10)).isEqualTo(1);
    assertThat(after(leaked.keep(1 - 0.7, 5), 9)).isEqualTo(7);
    assertThat(after(leaked.keep(0.3, 0), 1_000_000_000)).isEqualTo(300_000_000);
    assertThat(after(leaked.keep(1, 0), 7)).isEqualTo(7);
    assertThat(after(leaked.keep(1, 9), 1_000_000_000)).isEqualTo(1_000_000_000);
    assertThat(after(leaked.keep(0, 0), 7)).isZero();
  }

  @Test
  void back_stopsAtTheFirstState() {
    assertThat(after(age.back(1), 2)).isEqualTo(1);
    assertThat(after(age.back(5), 2)).isZero();
    assertThat(after(age.keep(0.5), 2)).isEqualTo(1);
    assertThat(after(age.keep(0.4), 2)).isZero();
  }

  @Test
  void effects_describeThemselves() {
    assertThat(leaked.keep(0.25, 3).describe()).isEqualTo("leaked := leaked * 0.25 + 3");
    assertThat(age.back(1).describe()).isEqualTo("age -= 1, at least new");
  }

  @Test
  void shares_outsideOfTheWhole_areRefused() {
    assertThatThrownBy(() -> leaked.keep(1.5, 0)).hasMessageContaining("1000000 millionths");
    assertThatThrownBy(() -> age.back(-1)).hasMessageContaining("at least 0");
  }
}
