package hebe.models.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hebe.sim.result.Provenance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrapCostTableTest {
  private static final TrapCostTable TABLE = TrapCostTable.load();
  private static final String HEADER =
      "microarchitecture,clock_mhz,mode,event,cycles,low,high,provenance,source,note\n";

  /* Microseconds of the publication times the nominal clock in MHz. */
  @ParameterizedTest
  @CsvSource({
    "netburst-xeon-2400, native, null-syscall, 1080", // 0.45 x 2400
    "netburst-xeon-2400, xen-pv-32, page-fault, 6552", // 2.73 x 2400
    "netburst-xeon-2400, xen-pv-32, domain-switch, 900000", // 0.075 x 5 ms x 2.4 GHz
    "netburst-xeon-2400, type2-skas, fork-exit, 50400000", // 21000 x 2400
    "netburst-xeon-2400, vmm-bypass, io-setup, 11016", // 2 x 2328 + 2 x 816 + 4728
    "prescott, binary-translation, port-io-kernel, 216",
    "cascade-lake, vtx-shadow, null-syscall, 5225", // 2.09 x 2500
    "cascade-lake, vtx-ept, hardware-round-trip, 440",
    "nehalem, vtx-ept, external-interrupt, 14400",
    "haswell, nested-ept, nested-l0-handler, 11736", // 4.89 x 2400
    "skx-2026-mitigated, vtx-ept, mitigation-l1d-flush, 2076",
    "amd-epyc-2020, svm-npt, hardware-round-trip, 1360",
  })
  void cell_ofEachTable_isThePublishedOne(String cpu, String mode, String event, double cycles) {
    assertThat(TABLE.cell(cpu, Mode.of(mode), TrapEvent.of(event)).cost().cycles().value())
        .isEqualTo(cycles);
  }

  @Test
  void tables_allFiles_holdEachCellOnce() {
    // 119 + 15 + 7 + 32 + 166 + 83 rows of the six files.
    assertThat(TABLE.cells()).hasSize(422);
  }

  @Test
  void everyMode_hasCellsOnSomeProcessor() {
    assertThat(
            TABLE.microarchitectures().names().stream()
                .flatMap(cpu -> TABLE.modes(cpu).stream())
                .distinct())
        .containsExactlyInAnyOrder(Mode.values());
  }

  @Test
  void nestedParts_ofHaswell_sumToTheWholeExit() {
    // 120 + 1944 + 3096 + 11736 + 3360 + 4704 = 24960.
    double sum =
        TABLE.events("haswell", Mode.NESTED_EPT).stream()
            .filter(event -> event.kind() == TrapEvent.Kind.PART)
            .mapToDouble(
                event -> TABLE.cell("haswell", Mode.NESTED_EPT, event).cost().cycles().value())
            .sum();
    assertThat(sum)
        .isEqualTo(
            TABLE.cell("haswell", Mode.NESTED_EPT, TrapEvent.CPUID_EXIT).cost().cycles().value());
  }

  /* Per crossing: switches, system calls, signal; K = 155 pages of the guest kernel fault again. */
  @ParameterizedTest
  @CsvSource({
    "type2-ptrace, 8, 3, 155",
    "type2-kernel-module, 2, 0, 155",
    "type2-segment-bounds, 2, 0, 0",
    "type2-switchguest, 2, 0, 0",
  })
  void systemCalls_ofTypeTwo_areMadeOfPrimitivesOfTheHost(
      String mode, int switches, int calls, int faults) {
    double crossing =
        switches * host(TrapEvent.PROCESS_SWITCH_2P0K)
            + calls * host(TrapEvent.NULL_SYSCALL)
            + host(TrapEvent.SIGNAL_DELIVER);
    double cycles = 2 * crossing + faults * host(TrapEvent.PAGE_FAULT);
    assertThat(
            TABLE
                .cell("netburst-xeon-2400", Mode.of(mode), TrapEvent.NULL_SYSCALL)
                .cost()
                .cycles()
                .value())
        .isEqualTo(cycles);
  }

  @Test
  void pagesThatFaultAgain_spreadOverTheBuild_are155() {
    // 8.19 x 263 s x 2.4 GHz over 6.0 + 3.0 million events, less 2 x (8 x 1848 + 3 x 1080 + 5976).
    double cyclesPerEvent = 8.19 * 263 * 2.4e9 / 9e6;
    double crossings = 2 * (8 * 1848 + 3 * 1080 + 5976);
    assertThat((cyclesPerEvent - crossings) / host(TrapEvent.PAGE_FAULT))
        .isCloseTo(155, org.assertj.core.api.Assertions.within(1.0));
  }

  private static double host(TrapEvent event) {
    return TABLE.cell("netburst-xeon-2400", Mode.NATIVE, event).cost().cycles().value();
  }

  @Test
  void verifiedOnly_dropsRecalledAndEstimatedCells() {
    TrapCostTable verified = TABLE.verifiedOnly();
    assertThat(verified.cells())
        .isNotEmpty()
        .noneMatch(cell -> cell.cost().provenance() == Provenance.RECALLED)
        .noneMatch(cell -> cell.cost().provenance() == Provenance.ESTIMATED);
    assertThat(verified.find("prescott", Mode.VTX_SHADOW, TrapEvent.PAGE_FAULT)).isEmpty();
    assertThat(verified.find("nehalem", Mode.VTX_EPT, TrapEvent.EOI)).isPresent();
  }

  @Test
  void without_dropsOneCellOnly() {
    TrapCostTable less =
        TABLE.without("netburst-xeon-2400", Mode.BINARY_TRANSLATION, TrapEvent.FORK_EXIT);
    assertThat(less.cells()).hasSize(421);
    assertThat(less.find("netburst-xeon-2400", Mode.BINARY_TRANSLATION, TrapEvent.FORK_EXIT))
        .isEmpty();
  }

  @Test
  void lookup_unknownNames_suggestTheNearest() {
    assertThatThrownBy(() -> TABLE.microarchitectures().get("haswel"))
        .hasMessageStartingWith("no CPU is called 'haswel'; the nearest are haswell, ");
    assertThatThrownBy(() -> Mode.of("vtx-epd"))
        .hasMessageStartingWith("no mode is called 'vtx-epd'; the nearest are vtx-ept, ");
    assertThatThrownBy(() -> TrapEvent.of("hyper-call"))
        .hasMessageStartingWith("no event is called 'hyper-call'; the nearest are hypercall, ");
  }

  @Test
  void lookup_modeThatTheProcessorCannotHave_isRefusedWithTheReason() {
    assertThatThrownBy(() -> TABLE.cell("prescott", Mode.VTX_EPT, TrapEvent.HYPERCALL))
        .hasMessage(
            "prescott cannot run vtx-ept: it has VT-x without EPT, and the mode needs VT-x with EPT");
  }

  @Test
  void lookup_costThatIsNotThere_namesThoseThatAre() {
    assertThatThrownBy(() -> TABLE.cell("amd-k8-2007", Mode.SVM_SHADOW, TrapEvent.EOI))
        .hasMessage("no cost of eoi in mode svm-shadow on amd-k8-2007; there are [hypercall]");
  }

  @Test
  void reading_badRows_saysAllOfThemWithFileAndLine() {
    TableText table =
        new TableText(
            "mine.csv",
            HEADER
                + """
                haswel,2400,vtx-ept,eoi,1,1,1,text,X,
                haswell,2400,vtx-epd,eoi,1,1,1,text,X,
                haswell,fast,vtx-ept,eoi,1,1,1,text,X,
                haswell,2400,vtx-ept,eoi,5,6,7,text,X,
                haswell,2400,vtx-ept,eoi,-1,1,7,text,X,
                haswell,2400,vtx-ept,eoi,1,1,1,seen,,
                prescott,2400,vtx-ept,eoi,1,1,1,text,X,
                haswell,2400,vtx-ept,eoi,1,1,1,text,X
                haswell,2400,vtx-ept,eoi,1,1,1,text,X,
                haswell,2400,vtx-ept,eoi,1,1,1,text,X,
                """);
    TableProblems thrown =
        catchThrowableOfType(
            TableProblems.class,
            () -> TrapCostTable.read(TABLE.microarchitectures(), List.of(table)));
    assertThat(thrown.problems())
        .containsExactly(
            "mine.csv:2: no microarchitecture is called 'haswel'; the nearest are haswell, nehalem, broadwell",
            "mine.csv:3: no mode is called 'vtx-epd'; the nearest are vtx-ept, vtx-shadow, svm-npt",
            "mine.csv:4: clock_mhz: expected a number that is at least 0, got 'fast'",
            "mine.csv:5: expected low <= cycles <= high, got 6, 5, 7",
            "mine.csv:6: cycles: expected a number that is at least 0, got '-1'",
            "mine.csv:7: no provenance is called 'seen'; the nearest are text, text2, derived",
            "mine.csv:7: source: expected a text, got nothing",
            "mine.csv:8: prescott has VT-x without EPT, not VT-x with EPT",
            "mine.csv:9: expected 10 cells, got 9",
            "mine.csv:11: haswell vtx-ept eoi is given twice");
  }

  @Test
  void reading_otherColumns_isRefused() {
    TableText table = new TableText("mine.csv", "cpu,cycles\nhaswell,1\n");
    assertThatThrownBy(() -> TrapCostTable.read(TABLE.microarchitectures(), List.of(table)))
        .isInstanceOf(TableProblems.class)
        .hasMessageStartingWith("mine.csv:1: expected the columns [microarchitecture, ");
  }
}
