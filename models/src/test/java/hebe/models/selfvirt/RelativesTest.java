package hebe.models.selfvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.selfvirt.Relatives.Relative;
import org.junit.jupiter.api.Test;

class RelativesTest {
  private final Relatives relatives = Relatives.load();

  @Test
  void publishedTimes_areInTheirClasses() {
    assertThat(relatives.all())
        .filteredOn(one -> one.kind().isPresent() && one.seconds().isPresent())
        .hasSize(9);
    for (Relative one : relatives.all()) {
      if (one.kind().isPresent() && one.seconds().isPresent()) {
        assertThat(one.kind().get().holds(one.seconds().get().value())).as(one.system()).isTrue();
      }
    }
  }

  @Test
  void layerOfHardwareVirtualization_isDearerToRemoveThanToInsert() {
    assertThat(relatives.withTimes()).containsExactly("odv", "microvisor");
    SwitchTimes odv = relatives.times("odv");
    assertThat(odv.attachSeconds().value()).isEqualTo(0.02);
    assertThat(odv.detachSeconds().value()).isEqualTo(0.03);
    assertThat(odv.unverified()).containsExactly("odv: constants, no mechanism");
  }

  @Test
  void systemWithoutTimes_isRefused() {
    assertThatThrownBy(() -> relatives.times("dichotomy"))
        .hasMessage(
            "no time of 'dichotomy' attach is published; both times are known of odv, microvisor");
  }
}
