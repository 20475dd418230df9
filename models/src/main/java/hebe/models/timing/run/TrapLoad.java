package hebe.models.timing.run;

import hebe.models.timing.CostModel;
import hebe.models.timing.HostClock;
import hebe.models.timing.Mode;
import hebe.models.timing.SlowDown;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the work of a guest is broken by traps.
 *
 * @param sources events at rates per second of native work
 * @param spacing how they follow each other
 * @param batches page-table updates that are batched, beside those of the sources
 * @param dirtyLog logging of dirty pages
 * @param ticks timer ticks by the wall clock, beside those of the sources
 * @param unverified counts, cells and rules that it rests on and that are not verified
 */
public record TrapLoad(
    List<TrapSource> sources,
    Spacing spacing,
    Optional<PageTableBatches> batches,
    Optional<DirtyLog> dirtyLog,
    Optional<Ticks> ticks,
    List<String> unverified) {
  /** Work without traps. */
  public static final TrapLoad NONE = of(List.of());

  public TrapLoad {
    sources = List.copyOf(sources);
    unverified = List.copyOf(unverified);
  }

  /** Independent events and nothing else. */
  public static TrapLoad of(List<TrapSource> sources) {
    return new TrapLoad(
        sources, Spacing.RANDOM, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  /** The independent events of a workload; costs that are lacking are an error. */
  public static TrapLoad of(
      Workload workload, CostModel costs, InterruptPath interrupts, HostClock clock) {
    SlowDown closed = SlowDown.of(workload, costs, clock);
    List<TrapSource> sources = new ArrayList<>();
    for (SlowDown.Cause cause : closed.causes()) {
      double extra = interrupts.spares(cause.event()) ? 0 : cause.extraCycles().value();
      sources.add(
          new TrapSource(
              cause.event(), cause.perSecond().value(), entries(cause.event(), extra, costs)));
    }
    TrapLoad load = of(sources);
    return new TrapLoad(
        load.sources, load.spacing, load.batches, load.dirtyLog, load.ticks, closed.unverified());
  }

  /** A page fault of a paravirtualized guest: reflected to it, then the entry is installed. */
  private static List<TrapSource.Entry> entries(TrapEvent event, double extra, CostModel costs) {
    if (event == TrapEvent.PAGE_FAULT && costs.mode().kind() == Mode.Kind.PARAVIRTUAL) {
      double bounce =
          costs.extra(TrapEvent.FAULT_BOUNCE).map(cost -> cost.cycles().value()).orElse(0.0);
      if (bounce > 0 && bounce < extra) {
        return List.of(
            new TrapSource.Entry("page-fault: bounce", bounce),
            new TrapSource.Entry("page-fault: update", extra - bounce));
      }
    }
    return List.of(new TrapSource.Entry(event.label(), extra));
  }

  /** The same with events that follow each other in this way. */
  public TrapLoad spaced(Spacing chosen) {
    return new TrapLoad(sources, chosen, batches, dirtyLog, ticks, unverified);
  }

  /** The same with batched page-table updates. */
  public TrapLoad with(PageTableBatches added) {
    return new TrapLoad(sources, spacing, Optional.of(added), dirtyLog, ticks, unverified);
  }

  /** The same with logging of dirty pages. */
  public TrapLoad with(DirtyLog added) {
    return new TrapLoad(sources, spacing, batches, Optional.of(added), ticks, unverified);
  }

  /** The same with ticks by the wall clock. */
  public TrapLoad with(Ticks added) {
    return new TrapLoad(sources, spacing, batches, dirtyLog, Optional.of(added), unverified);
  }
}
