package hebe.models.recovery;

import static hebe.models.catalog.Parameter.FREEZE;
import static hebe.models.catalog.Parameter.FREEZE_MEMORY;
import static hebe.models.catalog.Parameter.HOST_BOOT;
import static hebe.models.catalog.Parameter.LOAD;
import static hebe.models.catalog.Parameter.START;
import static hebe.models.catalog.Parameter.START_CORE;
import static hebe.models.catalog.Parameter.TABLES;
import static hebe.models.catalog.Parameter.THAW;
import static hebe.models.catalog.Parameter.THAW_MEMORY;

import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.recovery.Task.VmmEffect;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The operations that replace a VMM under its guests. With c cores and M GiB in the host and m_j in
 * guest j, constants by their keys: all guests stop together and guest i stands still for
 *
 * <pre>sum over j (freeze + freeze-memory m_j) + start + start-core (c - 1) + tables M + host-boot
 *     + sum over j up to i (thaw + thaw-memory m_j)</pre>
 *
 * after {@code load} in which all serve; after a crash nothing is loaded or frozen. Source:
 * docs/sources.md#in-place.
 */
final class InPlacePlans {
  private final Host host;
  private final Profile technique;
  private final RecoveryPlan.Builder plan = new RecoveryPlan.Builder();

  private InPlacePlans(Host host, Profile technique) {
    if (technique.kind() != Parameter.Kind.IN_PLACE) {
      throw new IllegalArgumentException(technique.name() + " does not say how a VMM is replaced");
    }
    this.host = host;
    this.technique = technique;
  }

  static RecoveryPlan update(Host host, Profile technique) {
    return new InPlacePlans(host, technique).update();
  }

  static RecoveryPlan microReboot(Host host, Profile technique) {
    InPlacePlans plans = new InPlacePlans(host, technique);
    return plans.finish("micro-reboot", List.of(), plans.replace(List.of()));
  }

  private RecoveryPlan update() {
    int loaded =
        part(Actor.vmm(), "load", seconds(LOAD), "in-place.load", List.of(), VmmEffect.NONE);
    List<Integer> frozen = forEachGuest("freeze", FREEZE, FREEZE_MEMORY, loaded);
    int ready = replace(frozen.isEmpty() ? List.of(loaded) : frozen);
    return finish("in-place-update", frozen, ready);
  }

  private int replace(List<Integer> after) {
    double cores = host.hardware().get(Parameter.CORES);
    double memoryGib = host.hardware().get(Parameter.MEMORY);
    int start =
        part(
            Actor.vmm(),
            "new VMM",
            seconds(START) + seconds(START_CORE) * (cores - 1),
            "in-place.start + in-place.start-core x (hardware.cores - 1)",
            after,
            VmmEffect.STOPS);
    int tables =
        part(
            Actor.vmm(),
            "page tables",
            seconds(TABLES) * memoryGib,
            "in-place.tables x hardware.memory",
            List.of(start),
            VmmEffect.NONE);
    return part(
        Actor.dom0(),
        "host boot",
        seconds(HOST_BOOT),
        "in-place.host-boot",
        List.of(tables),
        VmmEffect.STARTS);
  }

  private RecoveryPlan finish(String name, List<Integer> down, int ready) {
    List<Integer> up = forEachGuest("thaw", THAW, THAW_MEMORY, ready);
    return new RecoveryPlan(
        name, host.guests().size(), plan.tasks(), down, up, OptionalInt.of(ready));
  }

  private List<Integer> forEachGuest(String phase, Parameter fixed, Parameter perGib, int after) {
    String formula = "in-place." + fixed.key() + " + in-place." + perGib.key() + " x memory";
    List<Integer> tasks = new ArrayList<>();
    for (int guest = 0; guest < host.guests().size(); guest++) {
      double work = seconds(fixed) + seconds(perGib) * host.guests().get(guest).memoryGib();
      Demand demand = new Demand.Work(Resource.TOOLSTACK, work, false);
      tasks.add(
          plan.add(
              new Task(
                  new Actor.Guest(guest),
                  phase,
                  List.of(demand),
                  formula,
                  List.of(after),
                  VmmEffect.NONE)));
    }
    return tasks;
  }

  private int part(
      Actor actor,
      String phase,
      double seconds,
      String formula,
      List<Integer> after,
      VmmEffect vmm) {
    return plan.add(new Task(actor, phase, List.of(new Demand.Wait(seconds)), formula, after, vmm));
  }

  private double seconds(Parameter parameter) {
    return technique.get(parameter);
  }
}
