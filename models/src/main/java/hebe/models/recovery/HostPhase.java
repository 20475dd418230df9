package hebe.models.recovery;

import java.util.ArrayList;
import java.util.List;

/**
 * One phase of a recovery plan as seen from the host.
 *
 * @param name for example {@code dom0 boot}
 * @param seconds its length
 * @param vmm which VMM runs meanwhile
 */
public record HostPhase(String name, double seconds, Vmm vmm) {
  /** Which VMM runs. */
  public enum Vmm {
    /** The one from before. */
    OLD,
    /** None. */
    OFF,
    /** The fresh one. */
    NEW
  }

  /**
   * The phases of a plan until the host can create or wake guests; a phase of the guests fills what
   * the host waits.
   */
  public static List<HostPhase> of(PlanTimes times) {
    List<HostPhase> phases = new ArrayList<>();
    Vmm vmm = Vmm.OLD;
    double reached = 0;
    double ready = times.hostReadySeconds();
    for (int task = 0; task < times.plan().tasks().size() && reached < ready; task++) {
      Task what = times.plan().tasks().get(task);
      if (what.actor() instanceof Actor.Guest && times.starts().get(task) < reached) {
        continue;
      }
      if (what.vmm() == Task.VmmEffect.STOPS) {
        vmm = Vmm.OFF;
      }
      boolean newOnes = what.vmm() == Task.VmmEffect.STARTS;
      double end =
          what.actor() instanceof Actor.Guest
              ? latestEnd(times, what.phase())
              : times.ends().get(task);
      phases.add(new HostPhase(what.phase(), end - reached, newOnes ? Vmm.OFF : vmm));
      vmm = newOnes ? Vmm.NEW : vmm;
      reached = end;
    }
    return List.copyOf(phases);
  }

  private static double latestEnd(PlanTimes times, String phase) {
    double latest = 0;
    for (int task = 0; task < times.plan().tasks().size(); task++) {
      if (times.plan().tasks().get(task).phase().equals(phase)) {
        latest = Math.max(latest, times.ends().get(task));
      }
    }
    return latest;
  }
}
