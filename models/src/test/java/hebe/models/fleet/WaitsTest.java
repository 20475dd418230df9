package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.calendarFrom;
import static hebe.models.fleet.Operation.crash;
import static hebe.models.fleet.Operation.failures;
import static hebe.models.fleet.Operation.guests;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.outages;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hebe.models.failure.Failures;
import hebe.models.policy.LoadPattern;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.AtAge;
import hebe.models.policy.RejuvenationPolicy.Waiting;
import hebe.models.policy.Wait;
import hebe.models.policy.Window;
import hebe.models.recovery.Mechanism;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.Exponential;
import hebe.sim.result.MetricId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What rejuvenations wait for, alone and together; a restart takes 50 s. */
class WaitsTest {
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;
  private static final Mechanism RESTART = new Mechanism.Restart(always(50));
  private static final Window.Span NIGHTS = new Window.Span(DAY, 22 * HOUR, 8 * HOUR);
  private static final Window.Span WEEKENDS = new Window.Span(7 * DAY, 5 * DAY, 2 * DAY);
  private static final Wait NIGHT = new Wait.Opening(new Window(List.of(NIGHTS), List.of()));

  /** Quiet from 13 to 15, 28 to 30, 43 to 45 h... */
  private static final LoadPattern CHANGING =
      new LoadPattern.Alternating(always(13 * HOUR), always(2 * HOUR));

  @Test
  void quiet_isWaitedForAtMostSoLong() {
    assertThat(restarts(CHANGING, new Wait.Quiet(5 * HOUR))).isEqualTo("46800-46850 restart");
    assertThat(restarts(CHANGING, new Wait.Quiet(2 * HOUR))).isEqualTo("43200-43250 restart");
  }

  @Test
  void quietByCalendar_isWaitedFor() {
    LoadPattern nightly = new LoadPattern.ByCalendar(new Window(List.of(NIGHTS), List.of()));
    assertThat(restarts(nightly, new Wait.Quiet(DAY))).isEqualTo("79200-79250 restart");
    var group = host(1).withLoad(Optional.of(nightly));
    var due = new Waiting(calendarFrom(10 * HOUR, 1e7), List.of(new Wait.Quiet(DAY)));
    assertThat(outages(run(group, Failures.none(), guests(due, 10), DAY), "host/web"))
        .containsExactly("79200-79210 guest-rejuvenation");
  }

  @Test
  void severalWaits_endWhenAllHoldAtOnce() {
    // in a night and quiet: from 28 h on
    assertThat(restarts(CHANGING, NIGHT, new Wait.Quiet(3 * DAY)))
        .isEqualTo("100800-100850 restart");
  }

  @Test
  void severalWaits_endEachByItself() {
    // the night is waited for until 14 h, and then it is quiet
    Wait brief = new Wait.Opening(new Window(List.of(NIGHTS), List.of()), most(4 * HOUR));
    assertThat(restarts(CHANGING, brief, new Wait.Quiet(3 * DAY))).isEqualTo("50400-50450 restart");
    // quiet is waited for until 12 h, and then not before the night
    assertThat(restarts(CHANGING, NIGHT, new Wait.Quiet(2 * HOUR)))
        .isEqualTo("79200-79250 restart");
  }

  @Test
  void patience_beginsAnewWithWhatFallsDueNext() {
    // due at 10 h and at 35 h, each for 2 h
    var policy = vmm(new Waiting(calendarFrom(10 * HOUR, 25 * HOUR), List.of(quiet())), RESTART);
    var group = host(0).withLoad(Optional.of(CHANGING));
    assertThat(outages(run(group, Failures.none(), policy, 40 * HOUR), "host"))
        .containsExactly("43200-43250 restart", "133200-133250 restart");
  }

  @Test
  void repairInAWindow_isTheOneInTheWindow() {
    // guest crashes at 12 h, up after 22 s, and at 86422 s, in the first night
    var due = new Waiting(new AtAge(10 * HOUR), List.of(new Wait.Repair(3 * DAY), NIGHT));
    Failures failing = failures(none(), none(), crash(always(12 * HOUR), 5));
    assertThat(outages(run(host(1), failing, vmm(due, RESTART), 87_000), "host"))
        .containsExactly("86422-86472 restart");
    // without a repair in time the wait for it ends at 13 h, that for the night at 22 h
    var brief = new Waiting(new AtAge(10 * HOUR), List.of(new Wait.Repair(3 * HOUR), NIGHT));
    assertThat(outages(run(host(1), failing, vmm(brief, RESTART), 80_000), "host"))
        .containsExactly("79200-79250 restart");
  }

  @Test
  void weekendsWithBlackout_andPhase_openOnTheSecondWeekend() {
    // due on day 2, the first weekend is blacked out; due again on day 16, open from day 19 on
    Window window =
        new Window(List.of(WEEKENDS), List.of(new Window.Span(365 * DAY, 5 * DAY, 2 * DAY)));
    var policy =
        vmm(
            new Waiting(calendarFrom(2 * DAY, 7 * DAY), List.of(new Wait.Opening(window))),
            RESTART);
    assertThat(outages(run(host(0), Failures.none(), policy, 20 * DAY), "host"))
        .containsExactly("1036800-1036850 restart", "1641600-1641650 restart");
  }

  @Test
  void exactSolution_ofARandomLoad_isThatOfTwoPhases() throws UnsolvableException {
    double exact =
        ExactOperation.of(randomLoad(), 1000)
            .inTheLongRun()
            .values()
            .get(MetricId.total("unavailability", "host", "1"));
    assertThat(exact).isCloseTo(byPencil(), within(1e-10));
  }

  /**
   * Robust for a mean 500, then due until quiet, restart exponential of mean 50; busy of mean 300,
   * quiet of mean 100. With q the probability to be quiet at the end of a cycle's restart: the load
   * after a time that is exponential of rate r keeps memory m = r / (r + 1/300 + 1/100).
   */
  private static double byPencil() {
    double change = 1.0 / 300 + 1.0 / 100;
    double robust = (1.0 / 500) / (1.0 / 500 + change);
    double restart = (1.0 / 50) / (1.0 / 50 + change);
    double stationary = 0.25;
    // A restart begins when it is quiet, so at its end P(quiet) = 1/4 + 3/4 restart; when due
    double quietAtEnd = stationary + (1 - stationary) * restart;
    double quietWhenDue = stationary + (quietAtEnd - stationary) * robust;
    double up = 500 + (1 - quietWhenDue) * 300;
    return 50 / (50 + up);
  }

  private static FleetModel randomLoad() {
    var load = new LoadPattern.Alternating(new Exponential(300), new Exponential(100));
    RejuvenationPolicy age =
        new RejuvenationPolicy.WhenDegraded(new hebe.models.policy.Degradation.Stage(1));
    Policy policy =
        vmm(
            new Waiting(age, List.of(new Wait.Quiet(1e4))),
            new Mechanism.Restart(new Exponential(50)));
    var aging =
        new hebe.models.failure.LayerFailures(
            hebe.models.aging.Aging.Stages.of(new Exponential(500)),
            Optional.empty(),
            always(5),
            Optional.empty());
    return model(host(0).withLoad(Optional.of(load)), failures(none(), aging, none()), policy);
  }

  @Test
  void quietWithoutALoad_isRefused() {
    var policy = vmm(new Waiting(calendarFrom(10, 10), List.of(quiet())), RESTART);
    assertThatThrownBy(() -> model(host(0), Failures.none(), policy))
        .hasMessageContaining("no load");
    Window never = new Window(List.of(NIGHTS), List.of(new Window.Span(DAY, 21 * HOUR, 10 * HOUR)));
    assertThatThrownBy(() -> new LoadPattern.ByCalendar(never)).hasMessageContaining("never is");
    assertThatThrownBy(() -> new Waiting(calendarFrom(10, 10), List.of(NIGHT, NIGHT)))
        .hasMessageContaining("once");
  }

  private static Wait quiet() {
    return new Wait.Quiet(2 * HOUR);
  }

  private static OptionalDouble most(double seconds) {
    return OptionalDouble.of(seconds);
  }

  /** The one restart of a VMM that is due at 10 h. */
  private static String restarts(LoadPattern load, Wait... waits) {
    var policy = vmm(new Waiting(calendarFrom(10 * HOUR, 1e7), List.of(waits)), RESTART);
    var group = host(0).withLoad(Optional.of(load));
    List<String> all = outages(run(group, Failures.none(), policy, 4 * DAY), "host");
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
