package hebe.models.recovery;

import java.util.List;

/**
 * One task of a recovery operation: it starts when all that it waits for has ended, and then meets
 * its demands in order.
 *
 * @param actor who does it: {@code hardware}, {@code vmm}, {@code dom0}, or a guest by its number
 * @param phase what is done, for example {@code dom0 boot}
 * @param demands its steps
 * @param formula the constants that the demands are computed from
 * @param after positions in the plan of the tasks that must have ended, all smaller than its own
 * @param vmm what the task means for the VMM
 */
public record Task(
    Actor actor,
    String phase,
    List<Demand> demands,
    String formula,
    List<Integer> after,
    VmmEffect vmm) {
  public Task {
    demands = List.copyOf(demands);
    after = List.copyOf(after);
  }

  /** What a task means for the VMM. */
  public enum VmmEffect {
    /** Nothing. */
    NONE,
    /** The old VMM stops when the task starts. */
    STOPS,
    /** A new VMM runs when the task ends. */
    STARTS
  }
}
