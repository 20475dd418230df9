package hebe.models.timing.run;

import hebe.models.timing.CostModel;
import hebe.models.timing.ExtraCost;
import hebe.models.timing.TrapEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How interrupts of an assigned device reach a guest. */
public enum InterruptPath {
  /** The VMM takes each interrupt and injects it; its end exits as well. */
  THROUGH_VMM,
  /** The guest takes the interrupt; only its end exits. */
  DELIVERED,
  /** Neither exits. */
  EXITLESS;

  /** Whether the guest performs the event without the VMM on this path. */
  public boolean spares(TrapEvent event) {
    return switch (this) {
      case THROUGH_VMM -> false;
      case DELIVERED -> event == TrapEvent.EXTERNAL_INTERRUPT;
      case EXITLESS -> event == TrapEvent.EXTERNAL_INTERRUPT || event == TrapEvent.EOI;
    };
  }

  /** Cycles that one interrupt and its end cost beyond native on this path; empty if not known. */
  public OptionalDouble interruptCycles(CostModel costs) {
    double cycles = 0;
    for (TrapEvent event : List.of(TrapEvent.EXTERNAL_INTERRUPT, TrapEvent.EOI)) {
      if (!spares(event)) {
        Optional<ExtraCost> extra = costs.extra(event);
        if (extra.isEmpty()) {
          return OptionalDouble.empty();
        }
        cycles += extra.get().cycles().value();
      }
    }
    return OptionalDouble.of(cycles);
  }
}
