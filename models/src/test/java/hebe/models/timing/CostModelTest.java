package hebe.models.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostModelTest {
  private static final TrapCostTable TABLE = TrapCostTable.load();
  private static final EventRules RULES = EventRules.load();
  private static final String XEON = "netburst-xeon-2400";

  /* Cell less native cell, or the sum of the rules, by pencil. */
  @ParameterizedTest
  @CsvSource({
    "netburst-xeon-2400, xen-pv-32, page-fault, 3144", // 6552 - 3408
    "netburst-xeon-2400, xen-pv-32, signal-deliver, -1776", // 4200 - 5976
    "netburst-xeon-2400, xen-pv-32, hypercall, 2328",
    "netburst-xeon-2400, xen-pv-32, rx-packet, 3144", // 2328 + 816
    "netburst-xeon-2400, xen-pv-32, device-io, 16288", // 2 x (2328 + 816 + 5000)
    "netburst-xeon-2400, native-smp, fork-exit, 79200", // 343200 - 264000
    "netburst-xeon-2400, native-smp, hypercall, 0",
    "netburst-xeon-2400, vmm-bypass, tx-packet, 0",
    "netburst-xeon-2400, vmm-bypass, rx-packet, 816",
    "netburst-xeon-2400, vmm-bypass, page-fault, 3144", // as on Xen
    "prescott, binary-translation, port-io-kernel, -2993", // 216 - 3209
    "merom, vtx-shadow, page-fault, 6000", // two exits of 3000
    "merom, vtx-shadow, process-switch-2p0k, 3000",
    "merom, vtx-shadow, rx-packet, 23800", // 16000 + 7800
    "nehalem, vtx-ept, page-fault, 0",
    "nehalem, vtx-ept, rx-packet, 18250", // 14400 + 3850
    "nehalem, vmm-bypass, rx-packet, 0",
    "cascade-lake, vtx-ept, null-syscall, 0", // the reference there
    "cascade-lake, vtx-ept, tx-packet, 1150", // one notice, a hypercall
    "cascade-lake, vtx-shadow, null-syscall, 4675", // 5225 - 550
    "cascade-lake, nested-ept, page-fault, 100", // 475 - 375
    "haswell, nested-ept, hypercall, 24960",
  })
  void extra_isCellLessNative_orTheSumOfItsRules(
      String cpu, String mode, String event, double cycles) {
    CostModel model = new CostModel(TABLE, RULES, cpu, Mode.of(mode));
    assertThat(model.extra(TrapEvent.of(event)).orElseThrow().cycles().value())
        .isCloseTo(cycles, within(1e-9));
  }

  @Test
  void faultsOfAFork_fittedOnXen_explainTranslation() {
    // 211200 / 3144 = 67.18 faults; x 26352 = 1770226 cycles, and 264000: 847.6 us; published 874.
    TrapCostTable less = TABLE.without(XEON, Mode.BINARY_TRANSLATION, TrapEvent.FORK_EXIT);
    CostModel model = new CostModel(less, RULES, XEON, Mode.BINARY_TRANSLATION);
    ExtraCost extra = model.extra(TrapEvent.FORK_EXIT).orElseThrow();
    assertThat((264_000 + extra.cycles().value()) / 2400).isCloseTo(847.59, within(0.01));
    assertThat(extra.basis())
        .containsExactly(
            "binary-translation: fork-exit from page-fault",
            "netburst-xeon-2400 xen-pv-32 fork-exit",
            "netburst-xeon-2400 native fork-exit",
            "netburst-xeon-2400 xen-pv-32 page-fault",
            "netburst-xeon-2400 native page-fault",
            "netburst-xeon-2400 binary-translation page-fault");
    assertThat(extra.unverified()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "xen-pv-32, 54.2", // 170400 / 3144
    "binary-translation, 50.3", // 1324800 / 26352
    "type2-skas, 53.5", // 3196800 / 59712
  })
  void faultsOfARegion_ofThreeUnrelatedVmms_agree(String mode, double faults) {
    CostModel model = new CostModel(TABLE, RULES, XEON, Mode.of(mode));
    double region = model.extra(TrapEvent.MMAP_REGION).orElseThrow().cycles().value();
    double fault = model.extra(TrapEvent.PAGE_FAULT).orElseThrow().cycles().value();
    assertThat(region / fault).isCloseTo(faults, within(0.05));
  }

  /* Transition + work + mitigations: 600 + 581, 600 + 581 + 348, and 2320 more; + 2076 + 16300. */
  @ParameterizedTest
  @CsvSource({
    "NONE, hypercall, 600, 581, 0",
    "NONE, cpuid-exit, 600, 691, 0",
    "OF_2020, hypercall, 600, 581, 348",
    "OF_2026, hypercall, 600, 581, 2668",
    "OF_2026, port-io-user, 600, 5609, 21044", // 581 + 6209 - 1181; 348 + 2320 + 2076 + 16300
  })
  void exit_onSkylake_hasItsParts(
      MitigationEra era, String event, double hardware, double software, double mitigation) {
    CostModel model =
        new CostModel(TABLE, RULES, "skylake-sp", Mode.VTX_EPT)
            .withMitigations(era, Bounds.exact(100));
    ExitCost parts = model.parts(TrapEvent.of(event)).orElseThrow();
    assertThat(parts.hardware().value()).isEqualTo(hardware);
    assertThat(parts.software().value()).isEqualTo(software);
    assertThat(parts.mitigation().value()).isEqualTo(mitigation);
    double whole = hardware + software + mitigation + 100;
    assertThat(parts.total().value()).isEqualTo(whole);
    assertThat(model.extra(TrapEvent.of(event)).orElseThrow().cycles().value()).isEqualTo(whole);
  }

  @Test
  void exit_ofAnUnmeasuredEvent_hasNoParts() {
    CostModel model = new CostModel(TABLE, RULES, "skylake-sp", Mode.VTX_EPT);
    assertThat(model.parts(TrapEvent.EOI)).isEmpty();
    assertThat(
            new CostModel(TABLE, RULES, "amd-epyc-2020", Mode.SVM_NPT).parts(TrapEvent.HYPERCALL))
        .isEmpty();
  }

  @Test
  void exit_composedOfVerifiedCells_isVerifiedFrom2020On() {
    // The part of the measurement of 2017 is not named, so its bare transition is an estimate.
    CostModel model = new CostModel(TABLE, RULES, "cascade-lake", Mode.VTX_EPT);
    assertThat(
            model
                .withMitigations(MitigationEra.NONE, Bounds.ZERO)
                .parts(TrapEvent.HYPERCALL)
                .orElseThrow()
                .unverified())
        .containsExactly("skylake-2017 vtx-ept hardware-round-trip");
    ExitCost of2020 =
        model
            .withMitigations(MitigationEra.OF_2020, Bounds.ZERO)
            .parts(TrapEvent.HYPERCALL)
            .orElseThrow();
    assertThat(of2020.unverified()).isEmpty();
    assertThat(of2020.total().value()).isEqualTo(1369); // 440 + 1529 - 600
  }

  @Test
  void mode_thatTheProcessorCannotHave_isRefused() {
    assertThatThrownBy(() -> new CostModel(TABLE, RULES, "prescott", Mode.VTX_EPT))
        .hasMessageStartingWith("prescott cannot run vtx-ept: it has VT-x without EPT");
    assertThatThrownBy(() -> new CostModel(TABLE, RULES, "amd-epyc-2020", Mode.VTX_EPT))
        .hasMessageStartingWith("amd-epyc-2020 cannot run vtx-ept: ");
  }

  @Test
  void event_withoutCellAndRule_isLacking() {
    CostModel model = new CostModel(TABLE, RULES, "prescott", Mode.BINARY_TRANSLATION);
    assertThat(model.extra(TrapEvent.PROCESS_SWITCH_2P0K)).isEmpty();
    assertThat(model.extra(TrapEvent.TX_PACKET)).isEmpty();
  }

  @Test
  void rules_inACircle_areNoticed() {
    EventRules circle =
        EventRules.read(
            new TableText(
                "mine.csv",
                """
                mode,event,part,count,provenance,source,note
                vtx-ept,io-notify,io-upcall,1,text,X,
                vtx-ept,io-upcall,io-notify,1,text,X,
                """));
    CostModel model = new CostModel(TABLE, circle, "haswell", Mode.VTX_EPT);
    assertThatThrownBy(() -> model.extra(TrapEvent.IO_NOTIFY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("run in a circle");
  }
}
