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
   * The phases of a plan until the host can create or wake guests; none if it does not touch the
   * host. What the guests do at once is one phase. A phase may last 0 s.
   */
  public static List<HostPhase> of(PlanTimes times) {
    List<HostPhase> phases = new ArrayList<>();
    Vmm vmm = Vmm.OLD;
    double reached = 0;
    int tasks = times.plan().hostReady().isPresent() ? times.plan().hostReady().getAsInt() + 1 : 0;
    for (Task task : times.plan().tasks().subList(0, tasks)) {
      if (!phases.isEmpty() && phases.get(phases.size() - 1).name().equals(task.phase())) {
        continue;
      }
      boolean starts = task.vmm() == Task.VmmEffect.STARTS;
      vmm = starts || task.vmm() == Task.VmmEffect.STOPS ? Vmm.OFF : vmm;
      double end = latestEnd(times, task.phase());
      phases.add(new HostPhase(task.phase(), end - reached, vmm));
      vmm = starts ? Vmm.NEW : vmm;
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
