package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.Fixtures;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.modes.ModeSwitch;
import hebe.models.modes.Move;
import hebe.models.modes.Occasion;
import hebe.models.modes.Occasion.Act;
import hebe.models.modes.Occasion.Demand;
import hebe.models.modes.SelfVirtualization;
import hebe.models.policy.ModePolicy;
import hebe.models.policy.ModePolicy.Reason;
import hebe.models.policy.Policy;
import hebe.models.policy.Window;
import hebe.models.recovery.Mechanism;
import hebe.sim.law.Deterministic;
import hebe.sim.study.WorkResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Schedules by pencil. The test host boots in 72 s; an attach takes 4 s, a detach 2 s, so that the
 * arithmetic is in whole numbers; native mode does 7/8 of the work, virtual mode 3/4. What follows
 * without a service between is an outage of its own, with its own cause.
 */
class ModeScopeTest {
  private static final Failures NONE =
      new Failures(
          LayerFailures.none(), LayerFailures.none(), LayerFailures.none(), LayerFailures.none());
  private static final Move MOVE = new Move(always(30), always(1));
  private static final Occasion MAINTENANCE =
      new Occasion.Maintenance(always(1000), always(100), MOVE);
  private static final ModePolicy NATIVE = new ModePolicy.AlwaysNative();
  private static final ModePolicy VIRTUAL = new ModePolicy.AlwaysVirtual();
  private static final ModePolicy NEEDED =
      new ModePolicy.WhenNeeded(EnumSet.allOf(Reason.class), Optional.empty());

  static Policy policy(ModePolicy mode) {
    return new Policy(
        "mode", Operation.NEVER, Mechanism.Reboot.COLD, Operation.NEVER, Optional.empty(), mode);
  }

  static HostGroup host(ModeSwitch switching, Occasion... occasions) {
    return new HostGroup(
        "server",
        1,
        Fixtures.hardware(),
        Fixtures.vmm(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new SelfVirtualization(switching, 0.875, 0.75, List.of(occasions))));
  }

  private static FleetModel model(ModePolicy mode, Failures failures, Occasion... occasions) {
    return Operation.model(host(ModeSwitch.lasting(4, 2), occasions), failures, policy(mode));
  }

  private static double metric(FleetModel fleet, WorkResult result, String name) {
    return Operation.metric(fleet, result, name, "server", "");
  }

  private static WorkResult run(FleetModel fleet, double seconds) {
    return Operation.run(fleet, 1, seconds);
  }

  @Test
  void maintenance_whenNeeded_attachesMovesAwayAndBackAndDetaches() {
    // Due at 1000; attach until 1004; copy until 1034; stop until 1035; away until 1135; copy until
    // 1165; stop until 1166, which ends it; detach until 1168. The next is due at 2166.
    FleetModel fleet = model(NEEDED, NONE, MAINTENANCE);
    WorkResult result = run(fleet, 2000);
    assertThat(Operation.outages(result, "server"))
        .containsExactly(
            "1000-1004 attach",
            "1034-1035 maintenance",
            "1165-1166 maintenance",
            "1166-1168 detach");
    // Native 1000 + 832 s, on the VMM 30 + 100 + 30 s, of which the shares are 7/8 and 3/4.
    assertThat(metric(fleet, result, "capacity")).isEqualTo((1832 * 0.875 + 160 * 0.75) / 2000);
    assertThat(metric(fleet, result, "availability")).isEqualTo(1992.0 / 2000);
    // The VMM is there from 1004 to 1166.
    assertThat(metric(fleet, result, "time-virtual")).isEqualTo(162.0 / 2000);
    assertThat(metric(fleet, result, "toggles-per-year"))
        .isCloseTo(31_536_000 / 2000.0, within(1e-9));
  }

  @Test
  void maintenance_alwaysNative_isDownForTheWorkAndABoot() {
    FleetModel fleet = model(NATIVE, NONE, MAINTENANCE);
    WorkResult result = run(fleet, 2000);
    // 100 s of work and a boot of 72 s; an unchanged system has no tax.
    assertThat(Operation.outages(result, "server")).containsExactly("1000-1172 maintenance");
    assertThat(metric(fleet, result, "capacity")).isEqualTo(1828.0 / 2000);
    assertThat(metric(fleet, result, "toggles-per-year")).isZero();
    assertThat(metric(fleet, result, "time-virtual")).isZero();
  }

  @Test
  void maintenance_alwaysVirtual_hasTheStopsAlone() {
    FleetModel fleet = model(VIRTUAL, NONE, MAINTENANCE);
    WorkResult result = run(fleet, 2000);
    assertThat(Operation.outages(result, "server"))
        .containsExactly("1030-1031 maintenance", "1161-1162 maintenance");
    assertThat(metric(fleet, result, "capacity")).isEqualTo(1998 * 0.75 / 2000);
  }

  @Test
  void maintenance_forAReasonThatDoesNotCount_isDoneAsWithoutAVmm() {
    ModePolicy others = new ModePolicy.WhenNeeded(EnumSet.of(Reason.UPDATE), Optional.empty());
    WorkResult result = run(model(others, NONE, MAINTENANCE), 2000);
    assertThat(Operation.outages(result, "server")).containsExactly("1000-1172 maintenance");
  }

  @Test
  void update_patchesTheRunningSystem_orBootsIt() {
    Occasion update = new Occasion.Update(always(1000), always(10), always(3));
    assertThat(Operation.outages(run(model(NEEDED, NONE, update), 1500), "server"))
        .containsExactly("1000-1004 attach", "1014-1017 update", "1017-1019 detach");
    assertThat(Operation.outages(run(model(NATIVE, NONE, update), 1500), "server"))
        .containsExactly("1000-1072 update");
  }

  @Test
  void twoOccasions_atOnce_shareOneAttach() {
    Occasion update = new Occasion.Update(always(1000), always(10), always(3));
    WorkResult result = run(model(NEEDED, NONE, update, MAINTENANCE), 1500);
    // Maintenance first: its last stop ends at 1166, then the patch until 1176 and its stop.
    assertThat(Operation.outages(result, "server"))
        .containsExactly(
            "1000-1004 attach",
            "1034-1035 maintenance",
            "1165-1166 maintenance",
            "1176-1179 update",
            "1179-1181 detach");
  }

  @Test
  void checkpoints_loseAtACrashWhatWasDoneSince() {
    // Every 100 s a checkpoint of 10 s. Crash at 250 s of life, which includes the standstills.
    Occasion checkpoints =
        new Occasion.Checkpoints(always(100), always(10), always(20), always(500));
    Failures crashing = failures(LayerFailures.none(), crash(250, 30));
    // Due 100; attach -104, save -114, detach -116. Due 214 (100 after the save); attach -218, save
    // -228, detach -230. Crash at 250: 20 s of work at 7/8 are lost. Detected at once, repaired at
    // 280, restored at 300. Then the same again: due 400...
    FleetModel fleet = model(NEEDED, crashing, checkpoints);
    WorkResult result = run(fleet, 350);
    assertThat(Operation.outages(result, "server"))
        .containsExactly(
            "100-104 attach",
            "104-114 checkpoint",
            "114-116 detach",
            "214-218 attach",
            "218-228 checkpoint",
            "228-230 detach",
            "250-300 os-crash");
    double years = 350 / 31_536_000.0;
    assertThat(metric(fleet, result, "work-lost-per-year") * years)
        .isCloseTo(20 * 0.875, within(1e-9));
    // Native for 100 + 98 + 20 + 50 s.
    assertThat(metric(fleet, result, "work-done-per-year") * years)
        .isCloseTo((268 - 20) * 0.875, within(1e-9));
  }

  @Test
  void checkpoints_alwaysNative_saveWorkAtTheEndsOfJobs() {
    Occasion checkpoints =
        new Occasion.Checkpoints(always(100), always(10), always(20), always(200));
    FleetModel fleet = model(NATIVE, failures(LayerFailures.none(), crash(250, 30)), checkpoints);
    WorkResult result = run(fleet, 600);
    // Job saved at 200; crash at 250 loses 50 s; up at 280, job saved at 480, crash at 530: 50 s.
    assertThat(Operation.outages(result, "server"))
        .containsExactly("250-280 os-crash", "530-560 os-crash");
    assertThat(metric(fleet, result, "work-lost-per-year") * 600 / 31_536_000)
        .isCloseTo(100, within(1e-9));
  }

  @Test
  void suspectedFailure_isEvadedByMovingAway_ifTheLeadSuffices() {
    // Shows at 500, announced with 60 s of lead: attached 504, moved 535, strikes at 560.
    Occasion evacuate = suspicion(60, new Act.Evacuate(MOVE, always(100)));
    Failures hardware = failures(crash(500, 40), LayerFailures.none());
    assertThat(Operation.outages(run(model(NEEDED, hardware, evacuate), 900), "server"))
        .containsExactly(
            "500-504 attach", "534-535 suspicion", "665-666 suspicion", "666-668 detach");
    // Without a VMM it strikes at 560: repair 40 s, boot 72 s.
    assertThat(Operation.outages(run(model(NATIVE, hardware, evacuate), 900), "server"))
        .containsExactly("560-672 hardware-failure");
    // 20 s of lead are too short: it strikes at 520, in the copying.
    Occasion late = suspicion(20, new Act.Evacuate(MOVE, always(100)));
    assertThat(Operation.outages(run(model(NEEDED, hardware, late), 900), "server"))
        .containsExactly("500-504 attach", "520-632 hardware-failure");
  }

  @Test
  void attach_thatCrashesTheSystem_isAnUnplannedOutageOfItsOwn() {
    // Due at 1000; all but no attach fails and crashes: 4 s of it and a boot of 72 s. Wanted still,
    // it
    // is
    // tried again at once.
    ModeSwitch failing = new ModeSwitch(always(4), always(2), 0, 10, 1 - 1e-12, 1);
    FleetModel fleet = Operation.model(host(failing, MAINTENANCE), NONE, policy(NEEDED));
    WorkResult result = run(fleet, 1150);
    assertThat(Operation.outages(result, "server"))
        .containsExactly("1000-1076 attach-failure", "1076-1150 attach-failure");
    assertThat(Operation.outagesOf(result, "server"))
        .allSatisfy(
            outage -> {
              assertThat(outage.cause().planned()).isFalse();
              assertThat(outage.lost()).contains("unsaved data");
            });
    assertThat(
            Operation.metric(fleet, result, "downtime-per-year", "server", "attach-failure")
                * 1150
                / 31_536_000)
        .isCloseTo(150, within(1e-9));
  }

  @Test
  void falseAlarm_costsAnEvacuation() {
    Occasion alarm =
        new Occasion.Suspicion(
            1, always(60), Optional.of(always(300)), new Act.Evacuate(MOVE, always(100)));
    Failures hardware = failures(crash(1e9, 40), LayerFailures.none());
    assertThat(Operation.outages(run(model(NEEDED, hardware, alarm), 480), "server"))
        .containsExactly(
            "300-304 attach", "334-335 suspicion", "465-466 suspicion", "466-468 detach");
  }

  @Test
  void window_isVirtualWhileOpen_andGuestsAreServedThen() {
    // Open from 3600 to 7200 of every 10,000 s.
    Window day = new Window(List.of(new Window.Span(10_000, 3600, 3600)), List.of());
    FleetModel fleet = model(NEEDED, NONE, new Occasion.Hosting(2, new Demand.Calendar(day)));
    WorkResult result = run(fleet, 10_000);
    assertThat(Operation.outages(result, "server"))
        .containsExactly("3600-3604 attach", "7200-7202 detach");
    assertThat(metric(fleet, result, "guests-served")).isEqualTo(3596.0 / 3600);
    assertThat(
            Operation.outages(
                run(
                    Operation.model(
                        host(ModeSwitch.lasting(4, 2)),
                        NONE,
                        policy(
                            new ModePolicy.WhenNeeded(
                                EnumSet.noneOf(Reason.class), Optional.of(day)))),
                    10_000),
                "server"))
        .containsExactly("3600-3604 attach", "7200-7202 detach");
  }

  @Test
  void guestsOnDemand_attachWithTheFirst_andDetachAfterTheLast() {
    FleetModel fleet =
        model(NEEDED, NONE, new Occasion.Hosting(2, new Demand.Now(always(100), always(50))));
    WorkResult result = run(fleet, 200);
    assertThat(Operation.outages(result, "server"))
        .containsExactly("100-104 attach", "150-152 detach");
    assertThat(metric(fleet, result, "guests-served")).isEqualTo(46.0 / 50);
    FleetModel without =
        model(NATIVE, NONE, new Occasion.Hosting(2, new Demand.Now(always(100), always(50))));
    assertThat(metric(without, run(without, 200), "guests-served")).isZero();
  }

  @Test
  void vmm_failsOnlyWhileItIsThere_andEveryDetachMakesItFresh() {
    Window day = new Window(List.of(new Window.Span(10_000, 3600, 3600)), List.of());
    Occasion hosting = new Occasion.Hosting(1, new Demand.Calendar(day));
    Failures weak =
        new Failures(
            LayerFailures.none(), crash(4000, 30), LayerFailures.none(), LayerFailures.none());
    // Always there, it crashes after 4000 s of life: at 4000, 8030.
    assertThat(Operation.outages(run(model(VIRTUAL, weak, hosting), 10_000), "server"))
        .containsExactly("4000-4030 vmm-crash", "8030-8060 vmm-crash");
    // There for 3596 s at most, it never gets so old.
    assertThat(Operation.outages(run(model(NEEDED, weak, hosting), 20_000), "server"))
        .containsExactly(
            "3600-3604 attach", "7200-7202 detach", "13600-13604 attach", "17200-17202 detach");
  }

  private static Occasion suspicion(double lead, Act act) {
    return new Occasion.Suspicion(1, always(lead), Optional.empty(), act);
  }

  private static Failures failures(LayerFailures hardware, LayerFailures os) {
    return new Failures(hardware, LayerFailures.none(), os, LayerFailures.none());
  }

  private static LayerFailures crash(double seconds, double repairSeconds) {
    return Operation.crash(always(seconds), 0, new Deterministic(repairSeconds));
  }
}
