package hebe.models.recovery;

import hebe.sim.result.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When each task of a plan ran, in seconds since the plan began.
 *
 * @param plan the plan
 * @param starts begin of each task
 * @param ends end of each task
 */
public record PlanTimes(RecoveryPlan plan, List<Double> starts, List<Double> ends) {
  public PlanTimes {
    starts = List.copyOf(starts);
    ends = List.copyOf(ends);
  }

  /** When the service of a guest stops; 0 if it is down already. */
  public double downSeconds(int guest) {
    return plan.guestDown().isEmpty() ? 0 : starts.get(plan.guestDown().get(guest));
  }

  /** When the service of a guest runs again. */
  public double upSeconds(int guest) {
    return ends.get(plan.guestUp().get(guest));
  }

  /** How long the service of a guest is down. */
  public double outageSeconds(int guest) {
    return upSeconds(guest) - downSeconds(guest);
  }

  /** Longest outage of a guest; 0 without guests. */
  public double longestOutageSeconds() {
    double longest = 0;
    for (int guest = 0; guest < plan.guests(); guest++) {
      longest = Math.max(longest, outageSeconds(guest));
    }
    return longest;
  }

  /** Mean outage over the guests; 0 without guests. */
  public double meanOutageSeconds() {
    double sum = 0;
    for (int guest = 0; guest < plan.guests(); guest++) {
      sum += outageSeconds(guest);
    }
    return plan.guests() == 0 ? 0 : sum / plan.guests();
  }

  /** When the host can create or wake guests; 0 if the plan does not touch the host. */
  public double hostReadySeconds() {
    return plan.hostReady().isPresent() ? ends.get(plan.hostReady().getAsInt()) : 0;
  }

  /** When the last task ends. */
  public double endSeconds() {
    return ends.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /** When the first task of this phase begins. */
  public double startOf(String phase) {
    return starts.get(position(phase));
  }

  /** When the first task of this phase ends. */
  public double endOf(String phase) {
    return ends.get(position(phase));
  }

  private int position(String phase) {
    for (int task = 0; task < plan.tasks().size(); task++) {
      if (plan.tasks().get(task).phase().equals(phase)) {
        return task;
      }
    }
    throw new IllegalArgumentException(plan.name() + " has no phase '" + phase + "'");
  }

  /**
   * The plan as rows of bars: parts of the host first, then the guests with the time that their
   * service is down.
   */
  public Timeline timeline() {
    Map<String, List<Timeline.Bar>> bars = new LinkedHashMap<>();
    for (String part : List.of("hardware", "vmm", "dom0")) {
      bars.put(part, new ArrayList<>());
    }
    for (int task = 0; task < plan.tasks().size(); task++) {
      Task what = plan.tasks().get(task);
      bars.computeIfAbsent(what.actor().label(), actor -> new ArrayList<>())
          .add(
              new Timeline.Bar(
                  what.phase(),
                  starts.get(task),
                  ends.get(task),
                  what.actor() instanceof Actor.Guest));
    }
    for (int guest = 0; guest < plan.guests(); guest++) {
      Task last = plan.tasks().get(plan.guestUp().get(guest));
      fillGaps(bars.get(last.actor().label()), downSeconds(guest));
    }
    List<Timeline.Row> rows = new ArrayList<>();
    bars.forEach((actor, row) -> rows.add(new Timeline.Row(actor, row)));
    rows.removeIf(row -> row.bars().isEmpty());
    return new Timeline(
        plan.name() + ", " + plan.guests() + (plan.guests() == 1 ? " guest" : " guests"), rows);
  }

  /** Between its own tasks a guest is down and waits. */
  private static void fillGaps(List<Timeline.Bar> bars, double downSeconds) {
    double reached = downSeconds;
    for (int i = 0; i < bars.size(); i++) {
      Timeline.Bar bar = bars.get(i);
      if (bar.fromSeconds() > reached) {
        bars.add(i, new Timeline.Bar("down", reached, bar.fromSeconds(), true));
        i++;
      }
      reached = Math.max(reached, bar.toSeconds());
    }
  }
}
