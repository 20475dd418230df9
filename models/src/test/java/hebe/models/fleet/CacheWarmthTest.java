package hebe.models.fleet;

import static hebe.models.fleet.Operation.NEVER;
import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.calendar;
import static hebe.models.fleet.Operation.calendarFrom;
import static hebe.models.fleet.Operation.crash;
import static hebe.models.fleet.Operation.metric;
import static hebe.models.fleet.Operation.none;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.models.Fixtures;
import hebe.models.failure.Failures;
import hebe.models.load.CacheUse;
import hebe.models.load.LoadFixtures;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.GuestMechanism;
import hebe.models.recovery.InPlaceUpdate;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.models.recovery.MicroReboot;
import hebe.models.recovery.Migrate;
import hebe.sim.law.Exponential;
import hebe.sim.result.Outage;
import hebe.sim.run.Replication;
import hebe.sim.study.WorkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What cold page caches cost guests. 250,000 hypercalls of 1000 cycles at 1 GHz make each take 1.25
 * times its native time, so it gets a share of 0.8 done. While its cache is cold it has a quarter
 * of that for 512 / 128 = 4 s; where two share the disk a tenth for 10 s ({@code CacheUseTest}).
 */
class CacheWarmthTest {
  private static final double HOUR = 3600;
  private static final double SHARE = 0.8;
  private static final Offset<Double> NOTHING = within(1e-9);
  private static final CacheUse USE = new CacheUse(512, new CacheUse.Dip(0.75), Optional.empty());

  private static HostGroup host(int guests, CacheUse use) {
    GuestGroup web =
        new GuestGroup(
            "web",
            guests,
            0.01,
            Fixtures.os(),
            Fixtures.service(),
            Optional.of(LoadFixtures.workload(250_000, 0, 0)));
    return new HostGroup(
        "host",
        1,
        Fixtures.hardware(),
        Fixtures.vmm(),
        List.of(web.with(use)),
        Optional.of(LoadFixtures.xen(OptionalDouble.empty())));
  }

  /** Warm seconds of one guest's work that cold caches cost it. */
  private static double lostSeconds(FleetModel fleet, WorkResult result, double horizon) {
    return horizon
        * (metric(fleet, result, "availability", "web", "")
            - metric(fleet, result, "capacity", "web", "") / SHARE);
  }

  private static double lostSeconds(int guests, Failures failures, Policy policy) {
    FleetModel fleet = Operation.model(host(guests, USE), failures, policy);
    return lostSeconds(fleet, Operation.run(fleet, 1, 2000), 2000);
  }

  private static Policy once(Mechanism by) {
    return Operation.vmm(calendarFrom(1000, 1e6), by);
  }

  @Test
  void coldReboot_costsTheDipForTheRefill() {
    // 3/4 of 4 s; of two guests 9/10 of 10 s each
    assertThat(lostSeconds(1, Failures.none(), once(Reboot.COLD))).isCloseTo(3, NOTHING);
    assertThat(lostSeconds(2, Failures.none(), once(Reboot.COLD))).isCloseTo(9, NOTHING);
    assertThat(lostSeconds(2, Failures.none(), once(new Mechanism.Restart(always(60)))))
        .isCloseTo(9, NOTHING);
  }

  @Test
  void warmReboot_andWhatElseKeepsMemory_costsNothing() {
    InPlaceUpdate update =
        new InPlaceUpdate(Fixtures.inPlace(), 1, InPlaceUpdate.Fallback.ROLL_BACK);
    for (Mechanism by : List.of(Reboot.WARM, Reboot.SAVED, update)) {
      assertThat(lostSeconds(2, Failures.none(), once(by))).as(by.label()).isCloseTo(0, NOTHING);
    }
  }

  @Test
  void guestReboot_hasTheDiskForItself_andServiceRestartKeepsTheCache() {
    RejuvenationPolicy when = calendarFrom(1000, 1e6);
    assertThat(lostSeconds(2, Failures.none(), guests(when, GuestMechanism.GUEST_REBOOT)))
        .isCloseTo(3, NOTHING);
    assertThat(lostSeconds(2, Failures.none(), guests(when, GuestMechanism.SERVICE_RESTART)))
        .isCloseTo(0, NOTHING);
  }

  private static Policy guests(RejuvenationPolicy when, GuestMechanism by) {
    return new Policy("p", NEVER, Reboot.COLD, when, by, Optional.empty());
  }

  @Test
  void crash_costsAsABootDoes() {
    Failures ofVmm = Operation.failures(none(), crash(always(1500), 10), none());
    assertThat(lostSeconds(2, ofVmm, Operation.never())).isCloseTo(9, NOTHING);
    Failures ofGuest = Operation.failures(none(), none(), crash(always(1500), 10));
    assertThat(lostSeconds(2, ofGuest, Operation.never())).isCloseTo(3, NOTHING);
    Failures ofService = new Failures(none(), none(), none(), crash(always(1500), 10));
    assertThat(lostSeconds(2, ofService, Operation.never())).isCloseTo(0, NOTHING);
  }

  @Test
  void refill_restsWhileTheServiceDoes() {
    // The service fails after each 2 s, so the refill after the crash at 1000 takes two of them.
    Failures failures = new Failures(none(), none(), crash(always(1000), 10), crash(always(2), 10));
    assertThat(lostSeconds(1, failures, Operation.never())).isCloseTo(3, NOTHING);
  }

  static List<Mechanism> mechanisms() {
    List<Mechanism> all = new ArrayList<>(List.of(Reboot.values()));
    all.add(new Mechanism.Restart(always(60)));
    all.add(Migrations.several().get(0));
    all.add(new InPlaceUpdate(Fixtures.inPlace(), 0.5, InPlaceUpdate.Fallback.COLD_REBOOT));
    return all;
  }

  /** The outages say what was lost; from them alone follows how long the guest is slow. */
  @ParameterizedTest
  @MethodSource("mechanisms")
  void lostWork_underEveryMechanism_followsFromTheOutages(Mechanism by) {
    CacheUse use = new CacheUse(512, new CacheUse.Dip(0.75), Optional.of(always(HOUR)));
    MicroReboot survived =
        new MicroReboot(Fixtures.inPlace(), 0.5, always(1), 0.5, always(9), Optional.empty());
    boolean moves = by instanceof Migrate;
    Failures failures =
        new Failures(
            crash(new Exponential(50 * HOUR), 30, always(600)),
            crash(new Exponential(15 * HOUR), 30),
            crash(new Exponential(10 * HOUR), 30),
            crash(new Exponential(2 * HOUR), 30),
            moves ? Optional.empty() : Optional.of(survived));
    HostGroup host = host(1, use).with(Migrations.spares(1, new Exponential(2 * HOUR)));
    for (GuestMechanism guestBy : GuestMechanism.values()) {
      Policy policy =
          new Policy("p", calendar(5 * HOUR), by, calendar(7 * HOUR), guestBy, Optional.empty());
      FleetModel fleet = Operation.model(host, failures, policy);
      double horizon = 400 * HOUR;
      WorkResult result = Operation.run(fleet, 1, horizon);
      double cold = coldSeconds(Operation.outagesOf(result, "host/web"), horizon);
      assertThat(cold).isGreaterThan(20 * HOUR);
      double up = horizon * metric(fleet, result, "availability", "web", "");
      assertThat(up - speedSeconds(fleet, horizon)).isCloseTo(0.75 * cold, within(1e-4));
    }
  }

  private static double coldSeconds(List<Outage> outages, double horizon) {
    double cold = 0;
    double left = 0;
    double upSince = 0;
    for (Outage outage : outages) {
      double served = Math.min(left, outage.startSeconds() - upSince);
      cold += served;
      left = outage.lost().contains("page cache") ? HOUR : left - served;
      upSince = outage.endSeconds();
    }
    return cold + Math.min(left, horizon - upSince);
  }

  /** Earned by speed and not by capacity, as a move takes some of that, too. */
  private static double speedSeconds(FleetModel fleet, double horizon) {
    int speed =
        IntStream.range(0, fleet.model().rewardCount())
            .filter(r -> fleet.model().reward(r).name().equals(FleetModel.SPEED))
            .findFirst()
            .orElseThrow();
    return new Replication(fleet.model(), 1, 0, horizon, List.of(horizon))
        .run(new Operation.Firings(fleet))
        .total(speed);
  }
}
