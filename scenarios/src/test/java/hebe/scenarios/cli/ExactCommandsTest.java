package hebe.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code solve} and {@code run --exact} say. */
class ExactCommandsTest {
  @TempDir private Path folder;

  @Test
  void solve_printsEveryMetric_overTheHorizonAndInTheLongRun() {
    Ran ran = Ran.hebe("solve", Ran.catalog("two-state.yaml").toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    // In the long run 8760 h / 1001 h crashes per year, each of 3600 s.
    assertThat(ran.out())
        .isEqualTo(
            """
            Two states, policy none, exact (2 states)
            subject     metric              cause         unit   over the horizon   in the long run
            ---------   -----------------   ---------   ------   ----------------   ---------------
            all, host   availability                         1       0.9990010013       0.999000999
                        unavailability                       1    0.0009989987205    0.000999000999
                        downtime-per-year               s/year        31504.42365        31504.4955
                        downtime-per-year   vmm-crash   s/year        31504.42365        31504.4955
                        outages-per-year                1/year        8.751248771       8.751248751
                        outages-per-year    vmm-crash   1/year        8.751248771       8.751248751
                        mean-outage                          s        3599.991781              3600
            """);
  }

  @Test
  void solve_causesBeyondTheLimit_areLeftOut_andSaid() throws IOException {
    // Up, repaired after a crash of the VMM or of the hardware, and the same with the cause of the
    // outage where the hardware fails during the first repair: 4 states, and 3 without causes.
    Path file =
        Files.writeString(
            folder.resolve("x.yaml"),
            """
            hebe: 1
            name: Two layers
            hosts:
              - name: host
                hardware: {based-on: opteron-280-2006, post: 0 s, scrub: 0 s/GiB}
                vmm: {based-on: xen-3.0.0, vmm-start: 0 s, dom0-boot: 0 s, resume: 0 s}
            failures:
              hardware: {crash: {exponential: {mean: 5000 h}}, repair: {exponential: {mean: 8 h}}}
              vmm: {crash: {exponential: {mean: 1000 h}}, repair: {exponential: {mean: 1 h}}}
            policies: [{name: none}]
            study: {horizon: 1 year, replications: 2}
            """);
    assertThat(Ran.hebe("solve", file.toString(), "--states", "4").out())
        .contains("(4 states)")
        .contains("hardware-failure");

    Ran ran = Ran.hebe("solve", file.toString(), "--states", "3");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("(3 states)")
        .contains("downtime-per-year")
        .doesNotContain("outage");
    assertThat(ran.err())
        .startsWith(
            "hebe: no exact numbers and causes of outages, only downtimes, policy none: more than 3"
                + " states: ")
        .hasLineCount(1);
  }

  @Test
  void solve_fixedRepair_isKnownInTheLongRunOnly() throws IOException {
    String text = Files.readString(Ran.catalog("two-state.yaml"));
    Path file =
        Files.writeString(
            folder.resolve("fixed.yaml"), text.replace("{exponential: {mean: 1 h}}", "1 h"));
    Ran ran = Ran.hebe("solve", file.toString());
    assertThat(ran.code()).isZero();
    // The mean repair alone counts in the long run: 1/1001 as with an exponential one.
    assertThat(ran.out()).containsPattern("unavailability +1 +- +0.000999000999\\n");
    assertThat(ran.err())
        .startsWith("hebe: no exact values over the horizon, policy none: host/platform/end repair")
        .hasLineCount(1);
    Ran run = Ran.run(file, folder.resolve("out"), "--exact", "--replications", "2");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo(ran.err());
  }

  @Test
  void run_withExact_endsWithTheCoverage() {
    Ran ran =
        Ran.run(
            Ran.catalog("two-state.yaml"),
            folder.resolve("out"),
            "--exact",
            "--replications",
            "20");
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("Simulated and exact, policy none")
        .containsPattern("[0-7] of 7 exact values lie inside their 95 % intervals; ");
  }
}
