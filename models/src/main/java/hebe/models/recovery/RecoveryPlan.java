package hebe.models.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A recovery operation as a graph of tasks.
 *
 * @param name of the operation
 * @param guests number of guests that it concerns
 * @param tasks in an order in which each follows what it waits for
 * @param guestDown for each guest the position of the task at whose start its service stops; empty
 *     if all are down already
 * @param guestUp for each guest the position of the task at whose end its service runs again
 * @param hostReady position of the task at whose end the host can create or wake guests; empty if
 *     the host is not touched
 */
public record RecoveryPlan(
    String name,
    int guests,
    List<Task> tasks,
    List<Integer> guestDown,
    List<Integer> guestUp,
    OptionalInt hostReady) {
  public RecoveryPlan {
    tasks = List.copyOf(tasks);
    guestDown = List.copyOf(guestDown);
    guestUp = List.copyOf(guestUp);
    if (guestUp.size() != guests || (!guestDown.isEmpty() && guestDown.size() != guests)) {
      throw new IllegalArgumentException(
          name + " does not say for each of its " + guests + " guests when it stops and returns");
    }
    for (int task = 0; task < tasks.size(); task++) {
      for (int before : tasks.get(task).after()) {
        if (before < 0 || before >= task) {
          throw new IllegalArgumentException(
              "task " + task + " of " + name + " waits for task " + before);
        }
      }
    }
  }

  /** Collects the tasks of a plan. */
  static final class Builder {
    private final List<Task> tasks = new ArrayList<>();

    /** Adds a task and returns its position. */
    int add(Task task) {
      tasks.add(task);
      return tasks.size() - 1;
    }

    List<Task> tasks() {
      return List.copyOf(tasks);
    }
  }
}
