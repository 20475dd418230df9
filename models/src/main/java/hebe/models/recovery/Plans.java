package hebe.models.recovery;

import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.recovery.Demand.Wait;
import hebe.models.recovery.Demand.Work;
import hebe.models.recovery.Task.VmmEffect;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
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
    int start = plans.serviceStart(guest);
    return new RecoveryPlan(
        "service-restart", 1, plans.plan.tasks(), List.of(), List.of(start), OptionalInt.empty());
  }

  private RecoveryPlan warmReboot() {
    int shutdown = dom0Shutdown(List.of());
    List<Integer> frozen =
        forEachGuest(
            guest ->
                task(guest, "freeze", List.of(freeze(guest)), "vmm.suspend x memory", shutdown));
    int ready =
        vmmAndDom0("quick reload", frozen.isEmpty() ? List.of(shutdown) : frozen, host.guestGib());
    List<Integer> resumed =
        forEachGuest(
            guest ->
                task(
                    guest,
                    "resume",
                    List.of(resume(guest)),
                    "vmm.resume + vmm.resume-memory x memory",
                    ready));
    return finish("warm-reboot", frozen, resumed, ready);
  }

  private RecoveryPlan savedReboot() {
    String formula = "memory / hardware.disk-rate";
    List<Integer> saved =
        forEachGuest(guest -> task(guest, "save", List.of(stream(guest)), formula));
    int ready = resetAndBoot(List.of(dom0Shutdown(saved)));
    List<Integer> restored =
        forEachGuest(guest -> task(guest, "restore", List.of(stream(guest)), formula, ready));
    return finish("saved-reboot", saved, restored, ready);
  }

  private RecoveryPlan coldReboot() {
    List<Integer> stopped = forEachGuest(this::shutdown);
    int ready = resetAndBoot(List.of(dom0Shutdown(stopped)));
    return finish("cold-reboot", stopped, forEachGuest(guest -> bootAndStart(guest, ready)), ready);
  }

  private RecoveryPlan restartAfterCrash() {
    int ready = resetAndBoot(List.of());
    return finish("restart", List.of(), forEachGuest(guest -> bootAndStart(guest, ready)), ready);
  }

  private RecoveryPlan oneGuest(String name, int guest, boolean running) {
    List<Integer> before = running ? List.of(shutdown(guest)) : List.of();
    int start = bootAndStart(guest, before.stream().mapToInt(Integer::intValue).toArray());
    return new RecoveryPlan(name, 1, plan.tasks(), before, List.of(start), OptionalInt.empty());
  }

  private int dom0Shutdown(List<Integer> after) {
    return part(
        Actor.dom0(),
        "dom0 shutdown",
        host.vmm().get(Parameter.DOM0_SHUTDOWN),
        "vmm.dom0-shutdown",
        after,
        VmmEffect.NONE);
  }

  private int resetAndBoot(List<Integer> after) {
    int post =
        part(
            Actor.hardware(),
            "POST",
            host.hardware().get(Parameter.POST),
            "hardware.post",
            after,
            VmmEffect.STOPS);
    return vmmAndDom0("VMM start", List.of(post), 0);
  }

  /** The new VMM starts, scrubs the memory that is not frozen, and boots the control domain. */
  private int vmmAndDom0(String start, List<Integer> after, double frozenGib) {
    int vmm =
        part(
            Actor.vmm(),
            start,
            host.vmm().get(Parameter.VMM_START),
            "vmm.vmm-start",
            after,
            VmmEffect.STOPS);
    double scrubSeconds = host.hardware().get(Parameter.SCRUB) * host.scrubbedGib(frozenGib);
    String formula =
        "hardware.scrub x (hardware.memory - vmm.dom0-memory"
            + (frozenGib > 0 ? " - frozen guests)" : ")");
    int scrub = part(Actor.vmm(), "scrub", scrubSeconds, formula, List.of(vmm), VmmEffect.STARTS);
    return part(
        Actor.dom0(),
        "dom0 boot",
        host.vmm().get(Parameter.DOM0_BOOT),
        "vmm.dom0-boot",
        List.of(scrub),
        VmmEffect.NONE);
  }

  private int shutdown(int guest) {
    return task(
        guest, "shutdown", List.of(new Wait(os(guest).get(Parameter.OS_SHUTDOWN))), "os.shutdown");
  }

  private int bootAndStart(int guest, int... after) {
    List<Demand> demands =
        List.of(
            new Wait(os(guest).get(Parameter.OS_BOOT)),
            new Work(Resource.DISK, os(guest).get(Parameter.OS_BOOT_DISK), false));
    int boot = task(guest, "boot", demands, "os.boot, then os.boot-disk", after);
    return serviceStart(guest, boot);
  }

  private int serviceStart(int guest, int... after) {
    Profile service = host.guests().get(guest).service();
    List<Demand> demands =
        List.of(
            new Work(Resource.DISK, service.get(Parameter.SERVICE_START_DISK), false),
            new Work(Resource.CORES, service.get(Parameter.SERVICE_START_CPU), false));
    return task(
        guest, "service start", demands, "service.start-disk, then service.start-cpu", after);
  }

  private Demand freeze(int guest) {
    return new Work(
        Resource.TOOLSTACK, host.vmm().get(Parameter.SUSPEND) * memoryGib(guest), false);
  }

  private Demand stream(int guest) {
    return new Work(
        Resource.DISK, memoryGib(guest) * 1024 / host.hardware().get(Parameter.DISK_RATE), true);
  }

  private Demand resume(int guest) {
    double seconds =
        host.vmm().get(Parameter.RESUME)
            + host.vmm().get(Parameter.RESUME_MEMORY) * memoryGib(guest);
    return new Work(Resource.TOOLSTACK, seconds, false);
  }

  private Profile os(int guest) {
    return host.guests().get(guest).os();
  }

  private double memoryGib(int guest) {
    return host.guests().get(guest).memoryGib();
  }

  private int task(int guest, String phase, List<Demand> demands, String formula, int... after) {
    List<Integer> before = IntStream.of(after).boxed().toList();
    return plan.add(
        new Task(new Actor.Guest(guest), phase, demands, formula, before, VmmEffect.NONE));
  }

  private int part(
      Actor actor,
      String phase,
      double seconds,
      String formula,
      List<Integer> after,
      VmmEffect vmm) {
    return plan.add(new Task(actor, phase, List.of(new Wait(seconds)), formula, after, vmm));
  }

  private List<Integer> forEachGuest(IntUnaryOperator added) {
    return IntStream.range(0, host.guests().size()).map(added).boxed().toList();
  }

  private RecoveryPlan finish(String name, List<Integer> down, List<Integer> up, int ready) {
    return new RecoveryPlan(
        name, host.guests().size(), plan.tasks(), down, up, OptionalInt.of(ready));
  }
}
