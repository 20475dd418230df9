package hebe.models.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.Fixtures;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.sim.result.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What holds for every plan of every host, tried on hosts drawn with constant seeds. */
class PlanPropertiesTest {
  private static final int HOSTS = 200;

  private static final List<Function<Host, RecoveryPlan>> WHOLE_HOST =
      List.of(Plans::warm, Plans::saved, Plans::cold, Plans::restart);

  @Test
  void hostPhases_addUpToTheHostBeingReady() {
    forEachPlan(
        times -> {
          List<HostPhase> phases = HostPhase.of(times);
          double sum = phases.stream().mapToDouble(HostPhase::seconds).sum();
          assertThat(sum).isCloseTo(times.hostReadySeconds(), relative(times.hostReadySeconds()));
          assertThat(phases).allMatch(phase -> phase.seconds() >= 0);
          assertThat(phases.stream().map(HostPhase::name)).doesNotHaveDuplicates();
        });
  }

  @Test
  void hostPhases_goFromTheOldVmmOverNoneToTheNew() {
    forEachPlan(
        times -> {
          List<HostPhase.Vmm> seen =
              HostPhase.of(times).stream().map(HostPhase::vmm).distinct().toList();
          assertThat(seen).isSorted().endsWith(HostPhase.Vmm.OFF, HostPhase.Vmm.NEW);
        });
  }

  @Test
  void hostPhases_ofFreeOperations_areStillThere() {
    // Nothing costs anything: the phases last 0 s and remain, since an automaton needs its states.
    Host free = Fixtures.host(Fixtures.instantHardware(), Fixtures.instantVmm(), 1, 2, 1);
    PlanTimes times = PlanSimulation.run(Plans.warm(free), free);
    assertThat(HostPhase.of(times).stream().map(HostPhase::name))
        .containsExactly("dom0 shutdown", "freeze", "quick reload", "scrub", "dom0 boot");
  }

  @Test
  void timelines_haveNoOverlaps_andGuestsNoGaps() {
    forEachPlan(
        times -> {
          for (Timeline.Row row : times.timeline().rows()) {
            for (int i = 1; i < row.bars().size(); i++) {
              Timeline.Bar before = row.bars().get(i - 1);
              Timeline.Bar bar = row.bars().get(i);
              assertThat(bar.fromSeconds()).isGreaterThanOrEqualTo(before.toSeconds());
              if (row.actor().startsWith("guest")) {
                assertThat(bar.fromSeconds()).isEqualTo(before.toSeconds());
              }
            }
          }
        });
  }

  @Test
  void timelines_ofGuests_coverExactlyTheirOutages() {
    forEachPlan(
        times -> {
          List<Timeline.Row> guests =
              times.timeline().rows().stream()
                  .filter(row -> row.actor().startsWith("guest"))
                  .toList();
          assertThat(guests).hasSize(times.plan().guests());
          for (int guest = 0; guest < guests.size(); guest++) {
            List<Timeline.Bar> bars = guests.get(guest).bars();
            assertThat(bars).allMatch(Timeline.Bar::serviceDown);
            assertThat(bars.get(0).fromSeconds()).isEqualTo(times.downSeconds(guest));
            assertThat(bars.get(bars.size() - 1).toSeconds()).isEqualTo(times.upSeconds(guest));
          }
        });
  }

  @Test
  void timeline_ofOneGuestOfMany_showsThatGuest() {
    Host host = Fixtures.host(1, 1, 1);
    Timeline timeline = PlanSimulation.run(Plans.guestReboot(host, 2), host).timeline();
    assertThat(timeline.title()).isEqualTo("guest-reboot, 1 guest");
    assertThat(timeline.rows())
        .singleElement()
        .extracting(Timeline.Row::actor)
        .isEqualTo("guest 3");
    assertThat(timeline.rows().get(0).bars())
        .containsExactly(
            new Timeline.Bar("shutdown", 0, 6, true),
            new Timeline.Bar("boot", 6, 13, true),
            new Timeline.Bar("service start", 13, 23, true));
  }

  @Test
  void timeline_ofAWarmReboot_byPencil() {
    // As in PlansTest: shutdown 10, freeze 12, reload 17, scrub 22, boot 42, resume 46.
    Host host = Fixtures.host(2);
    assertThat(PlanSimulation.run(Plans.warm(host), host).timeline())
        .isEqualTo(
            new Timeline(
                "warm-reboot, 1 guest",
                List.of(
                    new Timeline.Row(
                        "vmm",
                        List.of(
                            new Timeline.Bar("quick reload", 12, 17, false),
                            new Timeline.Bar("scrub", 17, 22, false))),
                    new Timeline.Row(
                        "dom0",
                        List.of(
                            new Timeline.Bar("dom0 shutdown", 0, 10, false),
                            new Timeline.Bar("dom0 boot", 22, 42, false))),
                    new Timeline.Row(
                        "guest 1",
                        List.of(
                            new Timeline.Bar("freeze", 10, 12, true),
                            new Timeline.Bar("down", 12, 42, true),
                            new Timeline.Bar("resume", 42, 46, true))))));
  }

  @Test
  void plans_withEveryDurationDoubled_takeExactlyTwiceAsLong() {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < HOSTS; i++) {
      Host host = host(random);
      Host slow = slower(host);
      for (Function<Host, RecoveryPlan> plan : WHOLE_HOST) {
        PlanTimes once = PlanSimulation.run(plan.apply(host), host);
        PlanTimes twice = PlanSimulation.run(plan.apply(slow), slow);
        assertThat(twice.ends()).isEqualTo(once.ends().stream().map(end -> 2 * end).toList());
        assertThat(twice.starts())
            .isEqualTo(once.starts().stream().map(start -> 2 * start).toList());
      }
    }
  }

  @Test
  void saves_ofMoreMemory_areNeverShorter() {
    SplittableRandom random = new SplittableRandom(18);
    for (int i = 0; i < HOSTS; i++) {
      double[] sizes = random.doubles(1 + random.nextInt(8), 0.1, 2).toArray();
      double[] larger = sizes.clone();
      larger[random.nextInt(sizes.length)] *= 1 + random.nextDouble();
      PlanTimes small = save(sizes);
      PlanTimes large = save(larger);
      for (int guest = 0; guest < sizes.length; guest++) {
        assertThat(large.ends().get(guest))
            .isGreaterThanOrEqualTo(small.ends().get(guest) * (1 - 1e-12));
      }
      assertThat(large.hostReadySeconds()).isGreaterThanOrEqualTo(small.hostReadySeconds());
    }
  }

  private static PlanTimes save(double[] sizes) {
    Host host =
        Fixtures.host(
            Fixtures.with(Fixtures.hardware(), Parameter.MEMORY, 64), Fixtures.vmm(), sizes);
    return PlanSimulation.run(Plans.saved(host), host);
  }

  private static void forEachPlan(java.util.function.Consumer<PlanTimes> check) {
    SplittableRandom random = new SplittableRandom(16);
    for (int i = 0; i < HOSTS; i++) {
      Host host = host(random);
      WHOLE_HOST.forEach(plan -> check.accept(PlanSimulation.run(plan.apply(host), host)));
    }
  }

  /** A host with up to eight guests; one constant in four is 0 where it may be. */
  private static Host host(SplittableRandom random) {
    Profile hardware =
        Fixtures.profile(
            Parameter.Kind.HARDWARE,
            64,
            1 + random.nextInt(6),
            any(random),
            any(random),
            0.5 + 100 * random.nextDouble(),
            any(random) / 100);
    Profile vmm =
        Fixtures.profile(
            Parameter.Kind.VMM,
            512,
            any(random),
            any(random),
            any(random),
            any(random),
            any(random),
            any(random));
    List<Host.Guest> guests = new ArrayList<>();
    int count = random.nextInt(9);
    for (int guest = 0; guest < count; guest++) {
      guests.add(
          new Host.Guest(
              0.1 + random.nextDouble(),
              Fixtures.profile(Parameter.Kind.OS, any(random), any(random), any(random)),
              Fixtures.profile(Parameter.Kind.SERVICE, any(random), any(random))));
    }
    return new Host(hardware, vmm, guests);
  }

  private static double any(SplittableRandom random) {
    return random.nextInt(4) == 0 ? 0 : 50 * random.nextDouble();
  }

  private static Host slower(Host host) {
    return new Host(
        Fixtures.slower(host.hardware(), 2),
        Fixtures.slower(host.vmm(), 2),
        host.guests().stream()
            .map(
                guest ->
                    new Host.Guest(
                        guest.memoryGib(),
                        Fixtures.slower(guest.os(), 2),
                        Fixtures.slower(guest.service(), 2)))
            .toList());
  }

  private static org.assertj.core.data.Offset<Double> relative(double value) {
    return org.assertj.core.api.Assertions.within(1e-12 * (1 + value));
  }
}
