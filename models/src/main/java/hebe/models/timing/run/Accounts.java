package hebe.models.timing.run;

import hebe.models.timing.HostClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a group of virtual processors used, in cycles. */
final class Accounts {
  private final LoadPlan plan;
  private final double[] causeCycles;
  private double nativeCycles;
  private double runCycles;
  private long events;
  private int longestQueue;
  private final Observations completions = new Observations();
  private final Observations waits = new Observations();

  Accounts(LoadPlan plan) {
    this.plan = plan;
    causeCycles = new double[plan.causes().size()];
  }

  void clear() {
    Arrays.fill(causeCycles, 0);
    nativeCycles = 0;
    runCycles = 0;
    events = 0;
    longestQueue = 0;
    completions.clear();
    waits.clear();
  }

  void book(int cause, double cycles) {
    causeCycles[cause] += cycles;
  }

  void work(double cycles) {
    nativeCycles += cycles;
  }

  void ran(double cycles) {
    runCycles += cycles;
  }

  void event() {
    events++;
  }

  void queued(int length) {
    longestQueue = Math.max(longestQueue, length);
  }

  Observations completions() {
    return completions;
  }

  Observations waits() {
    return waits;
  }

  double runCycles() {
    return runCycles;
  }

  double nativeCycles() {
    return nativeCycles;
  }

  double causeCycles(int cause) {
    return causeCycles[cause];
  }

  LoadPlan plan() {
    return plan;
  }

  GuestResult guests(GuestGroup group, HostClock clock) {
    List<TimeShare> shares = new ArrayList<>();
    shares.add(new TimeShare(TimeShare.NATIVE, share(nativeCycles)));
    for (int cause = 0; cause < causeCycles.length; cause++) {
      if (causeCycles[cause] != 0) {
        shares.add(new TimeShare(plan.causes().get(cause), share(causeCycles[cause])));
      }
    }
    return new GuestResult(
        group.name(),
        group.count(),
        clock.seconds(nativeCycles),
        clock.seconds(runCycles),
        shares,
        events,
        completions.in(clock));
  }

  private double share(double cycles) {
    return runCycles == 0 ? 0 : cycles / runCycles;
  }

  DriverResult driver(HostClock clock) {
    return new DriverResult(clock.seconds(runCycles), waits.in(clock), longestQueue);
  }

  long events() {
    return events;
  }
}
