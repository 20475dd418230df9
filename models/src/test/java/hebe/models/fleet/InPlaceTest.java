package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.calendarFrom;
import static hebe.models.fleet.Operation.crash;
import static hebe.models.fleet.Operation.host;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.outages;
import static hebe.models.fleet.Operation.outagesOf;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.vmm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.Fixtures;
import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent.Arrivals;
import hebe.models.aging.Resource;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.recovery.InPlaceUpdate;
import hebe.models.recovery.InPlaceUpdate.Fallback;
import hebe.models.recovery.MicroReboot;
import hebe.sim.study.WorkResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Crashes and updates of a VMM that its guests survive, by pencil; times in seconds. */
class InPlaceTest {
  /** A probability with which nothing is drawn in a test. */
  private static final double HARDLY = 1e-12;

  private static MicroReboot microReboot(double success, double hangs) {
    return new MicroReboot(
        Fixtures.inPlace(), success, always(5), hangs, always(20), Optional.empty());
  }

  private static Failures crashing(LayerFailures vmm, MicroReboot by) {
    return new Failures(none(), vmm, none(), none(), Optional.of(by));
  }

  private static InPlaceUpdate update(double success, Fallback otherwise) {
    return new InPlaceUpdate(Fixtures.inPlace(), success, otherwise);
  }

  @Test
  void crash_survived_stopsTheGuestsUntilTheyAreThawed() {
    // crash 1000, detection 5, replacement 13: 1018, thaw 3: 1021; crash 1018 + 1000
    WorkResult result =
        run(
            host(1),
            crashing(crash(always(1000), 100), microReboot(1, 0)),
            Operation.never(),
            2100);
    assertThat(outages(result, "host"))
        .containsExactly("1000-1018 vmm-crash", "2018-2036 vmm-crash");
    assertThat(outages(result, "host/web"))
        .containsExactly("1000-1021 micro-reboot", "2018-2039 micro-reboot");
    assertThat(outagesOf(result, "host/web").get(0).lost()).isEmpty();
    assertThat(outagesOf(result, "host/web").get(0).cause().planned()).isFalse();
    assertThat(outagesOf(result, "host").get(0).lost()).isEmpty();
  }

  @Test
  void crash_notSurvived_isDetectedAndRepairedAfterTheVainAttempt() {
    // crash 1000, detection 5, in vain 13: 1018, detection 100: 1118, restart 72: 1190, boot 17
    WorkResult result =
        run(
            host(1),
            crashing(crash(always(1000), 100), microReboot(HARDLY, 0)),
            Operation.never(),
            2000);
    assertThat(outages(result, "host")).containsExactly("1000-1190 vmm-crash");
    assertThat(outages(result, "host/web")).containsExactly("1000-1207 vmm-crash");
    assertThat(outagesOf(result, "host/web").get(0).lost()).contains("page cache", "unsaved data");
  }

  @Test
  void crash_thatHangs_hasADetectionOfItsOwn() {
    // 1000 + 20 + 13 + 3
    WorkResult result =
        run(
            host(1),
            crashing(crash(always(1000), 100), microReboot(1, 1)),
            Operation.never(),
            2000);
    assertThat(outages(result, "host/web")).containsExactly("1000-1036 micro-reboot");
  }

  @Test
  void exhaustion_isNotSurvived() {
    // One of 3 is leaked every 100 s: nothing is left at 300, detection 50, restart 72, boot 17
    Resource heap =
        new Resource(
            3,
            Resource.Unit.COUNT,
            List.of(new Leak("each", new Arrivals(always(100), 1), 1, Optional.empty())),
            OptionalDouble.empty(),
            List.of(),
            Optional.empty());
    LayerFailures vmm = new LayerFailures(heap, Optional.empty(), always(50), Optional.empty());
    WorkResult result = run(host(1), crashing(vmm, microReboot(1, 0)), Operation.never(), 500);
    assertThat(outages(result, "host/web")).containsExactly("300-439 vmm-exhausted");
  }

  @Test
  void microReboot_leavesWhatHasLeaked() {
    // One of 10 every 100 s: less than half is free from 600, crash 850 with 8 leaked; up again at
    // 868, the clocks start anew: 9 leaked at 968, nothing left at 1068.
    Resource heap =
        new Resource(
            10,
            Resource.Unit.COUNT,
            List.of(new Leak("each", new Arrivals(always(100), 1), 1, Optional.empty())),
            OptionalDouble.of(0.5),
            List.of(),
            Optional.empty());
    LayerFailures vmm =
        new LayerFailures(heap, Optional.of(always(250)), always(50), Optional.empty());
    WorkResult result = run(host(1), crashing(vmm, microReboot(1, 0)), Operation.never(), 1100);
    assertThat(outages(result, "host").get(0)).isEqualTo("850-868 vmm-crash");
    assertThat(outages(result, "host").get(1)).startsWith("1068-").endsWith("vmm-exhausted");
  }

  @Test
  void guestAge_pausesWhileTheVmmIsReplaced() {
    // VMM crash 1000, guest stands still until 1021; its own crash after 1100 s: 1121
    Failures failures =
        new Failures(
            none(),
            crash(always(1000), 100),
            crash(always(1100), 10),
            none(),
            Optional.of(microReboot(1, 0)));
    WorkResult result = run(host(1), failures, Operation.never(), 1200);
    // detection 10, boot 17
    assertThat(outages(result, "host/web"))
        .containsExactly("1000-1021 micro-reboot", "1121-1148 guest-crash");
  }

  @Test
  void hardwareFailure_duringAMicroReboot_takesTheGuests() {
    // crash 1000; hardware at 1010, repaired at once: restart 72: 1082, boot 17: 1099
    Failures failures =
        new Failures(
            crash(always(1010), 0, always(0)),
            crash(always(1000), 100),
            none(),
            none(),
            Optional.of(microReboot(1, 0)));
    WorkResult result = run(host(1), failures, Operation.never(), 1500);
    assertThat(outages(result, "host/web")).containsExactly("1000-1099 micro-reboot");
    assertThat(outagesOf(result, "host/web").get(0).lost()).contains("page cache");
  }

  @Test
  void update_thatSucceeds_keepsGuestsAndRenewsTheVmm() {
    // load from 1000, down 1010, freeze 2, replacement 13: 1025, thaw 3; VMM crash 1025 + 2000
    WorkResult result =
        run(
            host(1),
            Operation.failures(none(), crash(always(2000), 100), none()),
            vmm(calendarFrom(1000, 1e6), update(1, Fallback.ROLL_BACK)),
            3500);
    assertThat(outages(result, "host"))
        .containsExactly("1000-1025 in-place-update", "3025-3197 vmm-crash");
    assertThat(outages(result, "host/web").get(0)).isEqualTo("1010-1028 in-place-update");
    assertThat(outagesOf(result, "host/web").get(0).lost()).isEmpty();
  }

  @Test
  void update_rolledBack_takesAsLongAgainAndLeavesTheVmmOld() {
    // 1025 + 13 = 1038, thaw 3: 1041; VMM ran 1012 s until 1012 and again from 1038: crash 2026
    WorkResult result =
        run(
            host(1),
            Operation.failures(none(), crash(always(2000), 100), none()),
            vmm(calendarFrom(1000, 1e6), update(HARDLY, Fallback.ROLL_BACK)),
            2500);
    assertThat(outages(result, "host"))
        .containsExactly("1000-1038 in-place-update", "2026-2198 vmm-crash");
    assertThat(outages(result, "host/web").get(0)).isEqualTo("1010-1041 in-place-update");
  }

  @Test
  void update_failedIntoAReset_losesTheGuests() {
    // 1025 + restart 72 = 1097, boot 17: 1114; VMM crash 1097 - 20 (dom0 boot) + 2000
    WorkResult result =
        run(
            host(1),
            Operation.failures(none(), crash(always(2000), 100), none()),
            vmm(calendarFrom(1000, 1e6), update(HARDLY, Fallback.COLD_REBOOT)),
            3500);
    assertThat(outages(result, "host"))
        .containsExactly("1000-1097 in-place-update", "3077-3249 vmm-crash");
    assertThat(outages(result, "host/web").get(0)).isEqualTo("1010-1114 in-place-update");
    assertThat(outagesOf(result, "host/web").get(0).lost()).contains("page cache");
  }

  @Test
  void causes_thatDifferInLossesOnly_areOneMetric() {
    FleetModel fleet =
        model(
            host(1),
            crashing(crash(always(1000), 100), microReboot(0.5, 0)),
            vmm(calendarFrom(1000, 1e6), update(0.5, Fallback.COLD_REBOOT)));
    assertThat(fleet.measures().stream().map(measure -> measure.id())).doesNotHaveDuplicates();
  }

  @Test
  void recovery_ofAVmmThatNeverCrashes_isRefused() {
    assertThatThrownBy(() -> crashing(none(), microReboot(1, 0))).hasMessageContaining("never");
  }
}
