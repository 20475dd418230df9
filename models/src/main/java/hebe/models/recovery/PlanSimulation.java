package hebe.models.recovery;

import hebe.models.catalog.Parameter;
import hebe.sim.event.HeapEventList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/**
 * Runs a recovery plan on the event level, in seconds: deterministic, so one run serves every use
 * of a configuration.
 */
public final class PlanSimulation {
  private final RecoveryPlan plan;
  private final Simulator simulator = new Simulator(new HeapEventList());
  private final Map<Resource, Station> stations = new EnumMap<>(Resource.class);
  private final double[] starts;
  private final double[] ends;
  private final boolean[] started;
  private final boolean[] ended;

  private PlanSimulation(RecoveryPlan plan, Host host) {
    this.plan = plan;
    stations.put(
        Resource.DISK,
        Station.shared(simulator, 1, host.hardware().get(Parameter.DISK_INTERFERENCE)));
    stations.put(
        Resource.CORES, Station.shared(simulator, host.hardware().get(Parameter.CORES), 0));
    stations.put(Resource.TOOLSTACK, Station.inOrder(simulator));
    int tasks = plan.tasks().size();
    starts = new double[tasks];
    ends = new double[tasks];
    started = new boolean[tasks];
    ended = new boolean[tasks];
  }

  /** Runs a plan of this host and says when each task ran. */
  public static PlanTimes run(RecoveryPlan plan, Host host) {
    return new PlanSimulation(plan, host).run();
  }

  private PlanTimes run() {
    simulator.init();
    startReadyTasks();
    if (!simulator.getEventList().isEmpty()) {
      simulator.start();
    }
    for (int task = 0; task < ended.length; task++) {
      if (!ended[task]) {
        throw new IllegalStateException(
            plan.name() + " never ends its task " + plan.tasks().get(task).phase());
      }
    }
    return new PlanTimes(plan, list(starts), list(ends));
  }

  private void startReadyTasks() {
    for (int task = 0; task < started.length; task++) {
      if (!started[task]
          && plan.tasks().get(task).after().stream().allMatch(before -> ended[before])) {
        started[task] = true;
        starts[task] = simulator.time();
        next(task, 0);
      }
    }
  }

  /** The task goes on with its demand at this position, or ends. */
  private void next(int task, int position) {
    List<Demand> demands = plan.tasks().get(task).demands();
    if (position == demands.size()) {
      ended[task] = true;
      ends[task] = simulator.time();
      startReadyTasks();
    } else if (demands.get(position) instanceof Demand.Work work) {
      stations.get(work.resource()).serve(work, () -> next(task, position + 1));
    } else {
      wait(demands.get(position).seconds(), () -> next(task, position + 1));
    }
  }

  private void wait(double seconds, Runnable then) {
    new Event(simulator) {
      @Override
      public void actions() {
        then.run();
      }
    }.schedule(seconds);
  }

  private static List<Double> list(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return list;
  }
}
