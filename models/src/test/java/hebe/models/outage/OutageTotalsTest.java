package hebe.models.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.sim.result.Cause;
import hebe.sim.study.Measure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutageTotalsTest {
  private static final Subjects SUBJECTS =
      new Subjects(
          List.of(
              new Subjects.Subject(0, "host", "host"),
              new Subjects.Subject(1, "host/web-1", "web"),
              new Subjects.Subject(2, "host/web-2", "web")),
          Set.of("web"),
          Set.of("host"));

  private static final List<String> CAUSES = List.of("reboot", "crash");

  @Test
  void totals_addUpBySubjectAndCause() {
    OutageTotals totals = totals();
    assertThat(totals.downSeconds(1)).isEqualTo(150);
    assertThat(totals.outages(1)).isEqualTo(3);
    assertThat(totals.part(1, "reboot")).isEqualTo(new OutageTotals.Part(50, 2));
    assertThat(totals.part(2, "reboot")).isEqualTo(new OutageTotals.Part(0, 0));
  }

  @Test
  void check_passesWhatAddsUp() {
    assertThatCode(() -> totals().check(SUBJECTS, CAUSES, List.of(1000.0, 850.0, 990.0), 1000))
        .doesNotThrowAnyException();
  }

  @Test
  void check_downtimeWithoutAKnownCause_throws() {
    assertThatThrownBy(
            () -> totals().check(SUBJECTS, List.of("reboot"), List.of(1000.0, 850.0, 990.0), 1000))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("downtime of host/web-1 is 150.0 s, by cause 50.0 s, in [reboot, crash]");
  }

  @Test
  void check_upAndDownTimeThatMissTheHorizon_throws() {
    assertThatThrownBy(
            () -> totals().check(SUBJECTS, CAUSES, List.of(1000.0, 850.0, 990.001), 1000))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("up and down time of host/web-2 make 1000.00");
  }

  @Test
  void metrics_ofAGroup_areMeansOverItsMembers() {
    Cause reboot = new Cause("reboot", true, List.of());
    Cause crash = new Cause("crash", false, List.of());
    Metrics metrics =
        new Metrics(SUBJECTS, List.of(crash, reboot), Set.of(reboot), Set.of(), Capacities.NONE);
    double year = Metrics.YEAR_SECONDS;
    assertThat(year).isEqualTo(31_536_000);
    List<Measure.Value> values = metrics.values(totals(), reward -> 0, year);
    // First group is "all" and stands for the guests: 160 s of downtime in two years, 50 s of it by
    // two reboots, 110 s by two crashes.
    assertThat(metrics.measures().stream().limit(11).map(measure -> measure.id().name()))
        .containsExactly(
            "availability",
            "unavailability",
            "downtime-per-year",
            "downtime-per-year",
            "downtime-per-year",
            "outages-per-year",
            "outages-per-year",
            "outages-per-year",
            "mean-outage",
            "downtime-per-rejuvenation",
            "availability");
    assertThat(values.stream().limit(10).map(value -> value.numerator() / value.denominator()))
        .containsExactly(
            1 - 160 / (2 * year), 160 / (2 * year), 80.0, 25.0, 55.0, 2.0, 1.0, 1.0, 40.0, 25.0);
    assertThat(values).hasSameSizeAs(metrics.measures());
    assertThat(metrics.measures().get(10).id().subject()).isEqualTo("web");
    // A host does not suffer from the crash, so its metrics by cause are one less each.
    assertThat(
            metrics.measures().stream().map(Measure::id).filter(id -> id.subject().equals("host")))
        .hasSize(8)
        .noneMatch(id -> id.cause().equals(Optional.of("crash")));
  }

  /** The first guest: two reboots of 20 and 30 s, a crash of 100 s; the second: a crash of 10 s. */
  private static OutageTotals totals() {
    OutageTotals totals = new OutageTotals(3);
    totals.add(1, "reboot", 20);
    totals.add(1, "crash", 100);
    totals.add(1, "reboot", 30);
    totals.add(2, "crash", 10);
    return totals;
  }
}
