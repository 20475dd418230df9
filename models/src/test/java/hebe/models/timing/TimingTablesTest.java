package hebe.models.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import hebe.models.catalog.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTablesTest {
  private static final Workloads WORKLOADS = Workloads.load();
  private static final Published PUBLISHED = Published.trapTiming();

  @ParameterizedTest
  @CsvSource({
    "kernel-build, page-fault, xen03-build-page-faults",
    "kernel-build, null-syscall, xen03-build-system-calls",
    "kernel-build, fork-exit, xen03-build-processes",
    "netperf-assigned, external-interrupt, eli12-netperf-host-interrupts-baseline",
    "apache-assigned, external-interrupt, eli12-apache-host-interrupts-baseline",
    "guest-boot, cpuid-exit, cmpe-mix-cpuid",
    "guest-boot, port-io-user, cmpe-mix-port-io",
  })
  void counts_ofWorkloads_areThePublishedOnes(String workload, String event, String id) {
    assertThat(WORKLOADS.get(workload).counts().get(TrapEvent.of(event)).times().value())
        .isEqualTo(PUBLISHED.figure(id).value());
  }

  @Test
  void counts_ofTheBoot_sumToAllItsExits() {
    double exits =
        WORKLOADS.get("guest-boot").counts().values().stream()
            .mapToDouble(count -> count.times().value())
            .sum();
    assertThat(exits).isEqualTo(449_509);
  }

  @Test
  void workload_unknown_suggestsTheNearest() {
    assertThatThrownBy(() -> WORKLOADS.get("kernel-bild"))
        .hasMessageStartingWith(
            "no workload is called 'kernel-bild'; the nearest are kernel-build, ");
  }

  @Test
  void workloads_badRows_areAllReported() {
    TableText jobs =
        new TableText(
            "jobs.csv", "name,native_seconds,description\nbuild,0,\nweb,1,\nweb,1,\n,2,\n");
    TableText counts =
        new TableText(
            "counts.csv",
            """
                workload,event,count,low,high,provenance,source,note
                wep,page-fault,1,1,1,text,X,
                web,page-falt,1,1,1,text,X,
                web,page-fault,1,2,3,text,X,
                web,nested-l2-code,1,1,1,text,X,
                web,page-fault,1,1,1,text,X,
                web,page-fault,1,1,1,text,X,
                """);
    TableProblems thrown =
        catchThrowableOfType(TableProblems.class, () -> Workloads.read(jobs, counts));
    assertThat(thrown.problems())
        .containsExactly(
            "jobs.csv:2: native_seconds: expected a time above 0, got 0",
            "jobs.csv:4: web is given twice",
            "jobs.csv:5: name: expected a text, got nothing",
            "counts.csv:2: no workload is called 'wep'; the nearest are web",
            "counts.csv:3: no event is called 'page-falt'; the nearest are page-fault,"
                + " page-fault-exit, hypercall",
            "counts.csv:4: expected low <= count <= high, got 2, 1, 3",
            "counts.csv:5: nested-l2-code is a part of other events and is not counted",
            "counts.csv:7: web page-fault is given twice");
  }

  @Test
  void rules_badRows_areAllReported() {
    TableText table =
        new TableText(
            "rules.csv",
            """
                mode,event,part,count,provenance,source,note
                xen-pv-32,exec,fork-exit,some,text,X,
                xen-pv-32,exec,fork-exit,exec per fork in xen-pv-32 on haswell,text,X,
                xen-pv-32,shell,fork-exit,2 x exec per fork-exit in xen-pv-32 on haswell,text,X,
                xen-pv-32,shell,fork-exit,1,text,X,
                """);
    TableProblems thrown = catchThrowableOfType(TableProblems.class, () -> EventRules.read(table));
    assertThat(thrown.problems())
        .containsExactly(
            "rules.csv:2: count: expected a number that is at least 0, or 'EVENT [less EVENT] per"
                + " EVENT in MODE on CPU', got 'some'",
            "rules.csv:3: count: 'exec per fork in xen-pv-32 on haswell' names an unknown event or"
                + " mode",
            "rules.csv:5: xen-pv-32: shell from fork-exit is given twice");
  }

  @Test
  void bounds_arithmetic_isThatOfIntervals() {
    Bounds a = new Bounds(2, 1, 4);
    Bounds b = new Bounds(3, -1, 5);
    assertThat(a.plus(b)).isEqualTo(new Bounds(5, 0, 9));
    assertThat(a.minus(b)).isEqualTo(new Bounds(-1, -4, 5));
    assertThat(a.times(b)).isEqualTo(new Bounds(6, -4, 20));
    assertThat(a.times(-2)).isEqualTo(new Bounds(-4, -8, -2));
    assertThat(b.keepingSign()).isEqualTo(new Bounds(3, 0, 5));
    assertThat(b.times(-1).keepingSign()).isEqualTo(new Bounds(-3, -5, 0));
    assertThat(a.reciprocal()).isEqualTo(new Bounds(0.5, 0.25, 1));
    assertThatThrownBy(() -> new Bounds(1, 2, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(b::reciprocal).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void domains_ofFiveMilliseconds_loseWhatWasMeasured() {
    // 900,000 cycles of 12 million: 7.5 %; at 50 ms 0.75 %; at 0.1 ms nothing is left.
    DomainScheduling turns =
        DomainScheduling.of(
            TrapCostTable.load(), "netburst-xeon-2400", Mode.XEN_PV_32, new HostClock(2.4e9));
    assertThat(turns.loss(0.005).value()).isCloseTo(0.075, within(1e-15));
    assertThat(turns.loss(0.005).low()).isCloseTo(0.0745, within(1e-15));
    assertThat(turns.loss(0.005).high()).isCloseTo(0.0755, within(1e-15));
    assertThat(turns.loss(0.05).value()).isCloseTo(0.0075, within(1e-15));
    assertThat(turns.loss(0.0001).value()).isEqualTo(1);
    assertThat(turns.refillCycles().value()).isEqualTo(895_000);
  }
}
