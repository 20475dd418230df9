package hebe.models.fleet;

import static hebe.models.fleet.Operation.always;
import static hebe.models.fleet.Operation.calendar;
import static hebe.models.fleet.Operation.model;
import static hebe.models.fleet.Operation.none;
import static hebe.models.fleet.Operation.run;
import static hebe.models.fleet.Operation.sinceRenewal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hebe.models.Fixtures;
import hebe.models.aging.Aging;
import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent.Arrivals;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.Resource;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Degradation;
import hebe.models.policy.LoadPattern;
import hebe.models.policy.Policy;
import hebe.models.policy.Prediction;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.policy.RejuvenationPolicy.AfterCrash;
import hebe.models.policy.RejuvenationPolicy.AtAge;
import hebe.models.policy.RejuvenationPolicy.OnInspection;
import hebe.models.policy.RejuvenationPolicy.Predicted;
import hebe.models.policy.RejuvenationPolicy.TwoLevel;
import hebe.models.policy.RejuvenationPolicy.Waiting;
import hebe.models.policy.RejuvenationPolicy.WhenDegraded;
import hebe.models.policy.Wait;
import hebe.models.policy.Window;
import hebe.models.recovery.GuestMechanism;
import hebe.models.recovery.InPlaceUpdate;
import hebe.models.recovery.Mechanism;
import hebe.models.recovery.MicroReboot;
import hebe.models.recovery.Migrate;
import hebe.sim.law.Exponential;
import hebe.sim.law.Weibull;
import hebe.sim.study.WorkResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every policy with every mechanism on a host that ages in every way: it runs, its downtimes by
 * cause add up (each replication checks it), or it is refused.
 */
class EveryPolicyTest {
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;
  private static final Window NIGHTS =
      new Window(List.of(new Window.Span(DAY, 22 * HOUR, 8 * HOUR)), List.of());

  // Small guests: a post-copy is computed page by page.
  private static final HostGroup HOST =
      new HostGroup(
              "host",
              1,
              Fixtures.hardware(),
              Fixtures.vmm(),
              List.of(new GuestGroup("web", 2, 0.01, Fixtures.os(), Fixtures.service())))
          .with(Migrations.spares(1, new Exponential(2 * HOUR)));

  static List<Aging> agings() {
    Aging.Stage stage =
        new Aging.Stage(Weibull.ofMean(2, 6 * HOUR), Optional.of(new Exponential(40 * HOUR)));
    return List.of(
        new Aging.None(),
        Aging.Stages.of(new Exponential(10 * HOUR)),
        new Aging.Stages(Collections.nCopies(3, stage)),
        resource(Own.DOMAIN_DESTROYED));
  }

  @ParameterizedTest
  @MethodSource("agings")
  void everyPolicy_onAHostThatAgesSo_runsOrIsRefused(Aging aging) {
    int ran = 0;
    List<RejuvenationPolicy> policies = policies();
    List<Mechanism> mechanisms = mechanisms();
    for (int vmm = 0; vmm < policies.size(); vmm++) {
      for (int by = 0; by < mechanisms.size(); by++) {
        // An eighth of the pairs with policies of guests: half of them meet under some mechanism.
        for (int guest = (vmm + by) % 8; guest < policies.size(); guest += 8) {
          Policy policy =
              new Policy(
                  "p",
                  policies.get(vmm),
                  mechanisms.get(by),
                  policies.get(guest),
                  guestMechanism(policies.get(guest), by),
                  Optional.empty());
          // Guests survive crashes of the VMM in every other run, unless they are moved.
          boolean survives = (vmm + guest / 4) % 2 == 0 && !(mechanisms.get(by) instanceof Migrate);
          ran += runsOrIsRefused(aging, policy, survives) ? 1 : 0;
        }
      }
    }
    assertThat(ran).isGreaterThan(120);
  }

  /** Both in turn where both are possible. */
  private static GuestMechanism guestMechanism(RejuvenationPolicy when, int turn) {
    return turn % 2 == 0 && Policy.byTimeAlone(when)
        ? GuestMechanism.SERVICE_RESTART
        : GuestMechanism.GUEST_REBOOT;
  }

  private static boolean runsOrIsRefused(Aging aging, Policy policy, boolean survives) {
    LayerFailures service = crashing(new Aging.None());
    MicroReboot by =
        new MicroReboot(Fixtures.inPlace(), 0.7, always(1), 0.3, always(9), Optional.empty());
    Failures failures =
        new Failures(
            none(),
            crashing(aging),
            crashing(ofGuest(aging)),
            service,
            survives ? Optional.of(by) : Optional.empty());
    if (policy.vmmWhen().unmet(aging, true).isPresent()
        || policy.guestWhen().unmet(ofGuest(aging), true).isPresent()) {
      assertThatThrownBy(() -> model(busyHost(), failures, policy))
          .hasMessageContaining("wait for");
      return false;
    }
    WorkResult result = run(busyHost(), failures, policy, 2 * DAY);
    assertThat(result.outages()).as(policy::toString).isNotEmpty();
    return true;
  }

  private static Aging ofGuest(Aging aging) {
    return aging.resource().isPresent() ? resource(Own.SERVICE_RESTARTED) : aging;
  }

  private static List<RejuvenationPolicy> policies() {
    List<RejuvenationPolicy> plain =
        List.of(
            calendar(9 * HOUR),
            sinceRenewal(9 * HOUR),
            new AfterAging(new Exponential(HOUR)),
            new AtAge(9 * HOUR),
            new WhenDegraded(new Degradation.FreeBelow(0.4)),
            new WhenDegraded(new Degradation.Stage(1)),
            new OnInspection(3 * HOUR, new Degradation.FreeBelow(0.4), 0.9, 0.1),
            new OnInspection(3 * HOUR, new Degradation.Stage(2), 0.9, 0.1),
            new AfterCrash(),
            new Predicted(new Prediction(2 * HOUR, 3, 0.3, 8 * HOUR, 0.05, OptionalDouble.of(0.3))),
            new TwoLevel(calendar(9 * HOUR), OptionalDouble.of(4 * HOUR), OptionalDouble.empty()));
    List<RejuvenationPolicy> all = new ArrayList<>(plain);
    all.add(new RejuvenationPolicy.Never());
    plain.forEach(policy -> all.add(new Waiting(policy, List.of(new Wait.Opening(NIGHTS)))));
    plain.stream()
        .filter(policy -> !(policy instanceof AfterCrash))
        .forEach(policy -> all.add(new Waiting(policy, List.of(new Wait.Repair(5 * HOUR)))));
    plain.forEach(policy -> all.add(new Waiting(policy, everything(policy))));
    return all;
  }

  private static List<Wait> everything(RejuvenationPolicy policy) {
    List<Wait> all = new ArrayList<>();
    all.add(new Wait.Opening(NIGHTS, OptionalDouble.of(10 * HOUR)));
    all.add(new Wait.Quiet(3 * HOUR));
    if (!(policy instanceof AfterCrash)) {
      all.add(new Wait.Repair(5 * HOUR));
    }
    return all;
  }

  /** A host whose load changes by chance. */
  private static HostGroup busyHost() {
    return HOST.withLoad(
        Optional.of(new LoadPattern.Alternating(new Exponential(3 * HOUR), new Exponential(HOUR))));
  }

  private static List<Mechanism> mechanisms() {
    List<Mechanism> all = new ArrayList<>(List.of(Mechanism.Reboot.values()));
    all.add(new Mechanism.Restart(always(60)));
    all.addAll(Migrations.several());
    all.add(new InPlaceUpdate(Fixtures.inPlace(), 0.7, InPlaceUpdate.Fallback.ROLL_BACK));
    all.add(new InPlaceUpdate(Fixtures.inPlace(), 0.7, InPlaceUpdate.Fallback.COLD_REBOOT));
    return all;
  }

  private static LayerFailures crashing(Aging aging) {
    return new LayerFailures(
        aging, Optional.of(new Exponential(15 * HOUR)), always(30), Optional.empty());
  }

  private static Resource resource(Own own) {
    return new Resource(
        12,
        Resource.Unit.COUNT,
        List.of(
            new Leak("own", own, 3, Optional.empty()),
            new Leak("each", new Arrivals(new Exponential(HOUR), 2), 1, Optional.empty())),
        OptionalDouble.of(0.2),
        List.of(new Resource.Level(0.5, 0.5)),
        Optional.empty());
  }
}
