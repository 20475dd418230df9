package hebe.models.timing;

import java.util.ArrayList;
import java.util.List;

/**
 * The slow-down of a workload: 1 + sum over events of rate x extra / clock.
 *
 * <p>Bounds by interval arithmetic ({@link Bounds}).
 *
 * @param factor run time over native run time
 * @param causes what the extra time goes to, in the order of {@link TrapEvent}
 * @param unverified counts, cells and rules that it rests on and that are not verified
 */
public record SlowDown(Bounds factor, List<Cause> causes, List<String> unverified) {
  public SlowDown {
    causes = List.copyOf(causes);
    unverified = List.copyOf(unverified);
  }

  /**
   * Where a part of the extra time goes.
   *
   * @param event what happens
   * @param perSecond how often, per second of native work
   * @param extraCycles what it costs beyond native
   * @param overhead extra time per native time
   */
  public record Cause(TrapEvent event, Bounds perSecond, Bounds extraCycles, Bounds overhead) {}

  /** The slow-down of a workload; costs that are lacking are an error that names them all. */
  public static SlowDown of(Workload workload, CostModel costs, HostClock clock) {
    List<TrapEvent> lacking = lacking(workload, costs);
    if (!lacking.isEmpty()) {
      throw new IllegalArgumentException(
          workload.name()
              + " in mode "
              + costs.mode().label()
              + " on "
              + costs.microarchitecture().name()
              + ": no cost is known of "
              + String.join(", ", lacking.stream().map(TrapEvent::label).toList()));
    }
    List<Cause> causes = new ArrayList<>();
    List<String> unverified = new ArrayList<>();
    Bounds factor = Bounds.exact(1);
    for (TrapEvent event : workload.events()) {
      ExtraCost extra = costs.extra(event).orElseThrow();
      Bounds rate = workload.perSecond(event);
      Bounds overhead = extra.cycles().times(rate).times(clock.seconds(1));
      causes.add(new Cause(event, rate, extra.cycles(), overhead));
      factor = factor.plus(overhead);
      if (!workload.counts().get(event).provenance().verified()) {
        unverified.add(workload.name() + " " + event.label());
      }
      unverified.addAll(extra.unverified());
    }
    return new SlowDown(factor, causes, unverified.stream().distinct().toList());
  }

  /** The events of a workload whose cost is not known. */
  public static List<TrapEvent> lacking(Workload workload, CostModel costs) {
    return workload.events().stream().filter(event -> costs.extra(event).isEmpty()).toList();
  }

  /** Share of the native throughput that is left: 1 / factor. */
  public Bounds capacityLeft() {
    return factor.reciprocal();
  }

  /** Share of the run time that is native work: 1 / factor. */
  public double nativeShare() {
    return 1 / factor.value();
  }

  /** Share of the run time that goes to a cause. With the native share all add up to 1. */
  public double share(Cause cause) {
    return cause.overhead().value() / factor.value();
  }

  /** Run time of a job with this native time. */
  public Bounds seconds(double nativeSeconds) {
    return factor.times(nativeSeconds);
  }
}
