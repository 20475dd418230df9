package hebe.models.recovery;

import hebe.models.catalog.Parameter;
import hebe.models.recovery.Demand.Wait;
import hebe.models.recovery.Demand.Work;
import hebe.models.recovery.Task.VmmEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The recovery operations of a host, composed from the constants of its parts. */
public final class Plans {
  private final Host host;
  private final RecoveryPlan.Builder plan = new RecoveryPlan.Builder();

  private Plans(Host host) {
    this.host = host;
  }

  /**
   * Warm-VM reboot: the control domain shuts down while the guests serve; the VMM freezes them in
   * memory and is replaced by quick reload; the new control domain resumes them one after another.
   * Source: docs/sources.md#warm-vm-reboot.
   */
  public static RecoveryPlan warm(Host host) {
    return new Plans(host).warmReboot();
  }

  /**
   * Saved reboot: all guests are written to disk at once; the machine is reset and boots; all
   * guests are read back at once. Source: docs/sources.md#warm-vm-reboot.
   */
  public static RecoveryPlan saved(Host host) {
    return new Plans(host).savedReboot();
  }

  /**
   * Cold reboot: all guests shut down at once; the machine is reset and boots; all guests boot at
   * once.
   */
  public static RecoveryPlan cold(Host host) {
    return new Plans(host).coldReboot();
  }

  /**
   * Restart of a host whose guests are gone already: reset, boot, and boot of all guests at once.
   */
  public static RecoveryPlan restart(Host host) {
    return new Plans(host).restartAfterCrash();
  }

  /** Rejuvenation of one guest on a running host: shutdown, boot, start of the service. */
  public static RecoveryPlan guestReboot(Host host, int guest) {
    return new Plans(host).oneGuest("guest-reboot", guest, true);
  }

  /** Restart of one crashed guest on a running host: boot, start of the service. */
  public static RecoveryPlan guestRestart(Host host, int guest) {
    return new Plans(host).oneGuest("guest-restart", guest, false);
  }

  /** Restart of the service in one guest. */
  public static RecoveryPlan serviceRestart(Host host, int guest) {
    Plans plans = new Plans(host);
    int start =
        plans.plan.add(
            new Actor.Guest(guest), "service start", plans.serviceStart(guest), List.of());
    return new RecoveryPlan(
        "service-restart", 1, plans.plan.tasks(), List.of(), List.of(start), OptionalInt.empty());
  }

  private RecoveryPlan warmReboot() {
    int shutdown = dom0Shutdown(List.of());
    List<Integer> frozen =
        forEachGuest(
            (guest, spec) ->
                plan.add(
                    new Actor.Guest(guest),
                    "freeze",
                    List.of(
                        new Work(
                            Resource.TOOLSTACK,
                            host.vmm().get(Parameter.SUSPEND) * spec.memoryGib(),
                            false)),
                    List.of(shutdown)));
    int ready =
        vmmAndDom0("quick reload", frozen.isEmpty() ? List.of(shutdown) : frozen, host.guestGib());
    List<Integer> resumed =
        forEachGuest(
            (guest, spec) ->
                plan.add(new Actor.Guest(guest), "resume", List.of(resume(spec)), List.of(ready)));
    return finish("warm-reboot", frozen, resumed, ready);
  }

  private RecoveryPlan savedReboot() {
    List<Integer> saved =
        forEachGuest(
            (guest, spec) ->
                plan.add(new Actor.Guest(guest), "save", List.of(stream(spec)), List.of()));
    int ready = resetAndBoot(List.of(dom0Shutdown(saved)));
    List<Integer> restored =
        forEachGuest(
            (guest, spec) ->
                plan.add(new Actor.Guest(guest), "restore", List.of(stream(spec)), List.of(ready)));
    return finish("saved-reboot", saved, restored, ready);
  }

  private RecoveryPlan coldReboot() {
    List<Integer> stopped =
        forEachGuest(
            (guest, spec) ->
                plan.add(new Actor.Guest(guest), "shutdown", shutdown(guest), List.of()));
    int ready = resetAndBoot(List.of(dom0Shutdown(stopped)));
    return finish("cold-reboot", stopped, bootGuests(ready), ready);
  }

  private RecoveryPlan restartAfterCrash() {
    int ready = resetAndBoot(List.of());
    return finish("restart", List.of(), bootGuests(ready), ready);
  }

  private RecoveryPlan oneGuest(String name, int guest, boolean running) {
    Actor actor = new Actor.Guest(guest);
    List<Integer> before =
        running ? List.of(plan.add(actor, "shutdown", shutdown(guest), List.of())) : List.of();
    int boot = plan.add(actor, "boot", boot(guest), before);
    int start = plan.add(actor, "service start", serviceStart(guest), List.of(boot));
    return new RecoveryPlan(name, 1, plan.tasks(), before, List.of(start), OptionalInt.empty());
  }

  private int dom0Shutdown(List<Integer> after) {
    return plan.add(
        Actor.dom0(),
        "dom0 shutdown",
        List.of(new Wait(host.vmm().get(Parameter.DOM0_SHUTDOWN))),
        after);
  }

  private int resetAndBoot(List<Integer> after) {
    int post =
        plan.add(
            Actor.hardware(),
            "POST",
            List.of(new Wait(host.hardware().get(Parameter.POST))),
            after,
            VmmEffect.STOPS);
    return vmmAndDom0("VMM start", List.of(post), 0);
  }

  /** The new VMM starts, scrubs the memory that is not frozen, and boots the control domain. */
  private int vmmAndDom0(String start, List<Integer> after, double frozenGib) {
    int vmm =
        plan.add(
            Actor.vmm(),
            start,
            List.of(new Wait(host.vmm().get(Parameter.VMM_START))),
            after,
            VmmEffect.STOPS);
    double scrubSeconds = host.hardware().get(Parameter.SCRUB) * host.scrubbedGib(frozenGib);
    int scrub =
        plan.add(
            Actor.vmm(), "scrub", List.of(new Wait(scrubSeconds)), List.of(vmm), VmmEffect.STARTS);
    return plan.add(
        Actor.dom0(),
        "dom0 boot",
        List.of(new Wait(host.vmm().get(Parameter.DOM0_BOOT))),
        List.of(scrub));
  }

  private List<Integer> bootGuests(int ready) {
    return forEachGuest(
        (guest, spec) -> {
          int boot = plan.add(new Actor.Guest(guest), "boot", boot(guest), List.of(ready));
          return plan.add(
              new Actor.Guest(guest), "service start", serviceStart(guest), List.of(boot));
        });
  }

  private List<Demand> shutdown(int guest) {
    return List.of(new Wait(host.guests().get(guest).os().get(Parameter.OS_SHUTDOWN)));
  }

  private List<Demand> boot(int guest) {
    var os = host.guests().get(guest).os();
    return List.of(
        new Wait(os.get(Parameter.OS_BOOT)),
        new Work(Resource.DISK, os.get(Parameter.OS_BOOT_DISK), false));
  }

  private List<Demand> serviceStart(int guest) {
    var service = host.guests().get(guest).service();
    return List.of(
        new Work(Resource.DISK, service.get(Parameter.SERVICE_START_DISK), false),
        new Work(Resource.CORES, service.get(Parameter.SERVICE_START_CPU), false));
  }

  private Demand stream(Host.Guest guest) {
    return new Work(
        Resource.DISK, guest.memoryGib() * 1024 / host.hardware().get(Parameter.DISK_RATE), true);
  }

  private Demand resume(Host.Guest guest) {
    double seconds =
        host.vmm().get(Parameter.RESUME)
            + host.vmm().get(Parameter.RESUME_MEMORY) * guest.memoryGib();
    return new Work(Resource.TOOLSTACK, seconds, false);
  }

  private List<Integer> forEachGuest(TaskOfGuest made) {
    List<Integer> tasks = new ArrayList<>();
    IntStream.range(0, host.guests().size())
        .forEach(guest -> tasks.add(made.add(guest, host.guests().get(guest))));
    return List.copyOf(tasks);
  }

  private RecoveryPlan finish(String name, List<Integer> down, List<Integer> up, int ready) {
    return new RecoveryPlan(
        name, host.guests().size(), plan.tasks(), down, up, OptionalInt.of(ready));
  }

  /** Adds the last of a guest's tasks and returns its position. */
  private interface TaskOfGuest {
    int add(int guest, Host.Guest spec);
  }
}
