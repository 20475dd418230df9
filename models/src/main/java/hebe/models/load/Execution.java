package hebe.models.load;

import hebe.models.timing.Bounds;
import hebe.models.timing.CostModel;
import hebe.models.timing.DomainScheduling;
import hebe.models.timing.EventRules;
import hebe.models.timing.HostClock;
import hebe.models.timing.Mode;
import hebe.models.timing.TrapCostTable;
import java.util.OptionalDouble;

/**
 * How a host runs its guests.
 *
 * @param costs what events cost beyond native
 * @param clock clock of its cores
 * @param switchLoss share of a core that is lost to switches of guests where they outnumber the
 *     cores, in [0, 1)
 */
public record Execution(CostModel costs, HostClock clock, Bounds switchLoss) {
  public Execution {
    if (switchLoss.low() < 0 || switchLoss.high() >= 1) {
      throw new IllegalArgumentException(
          "switches: expected a loss below the whole core, got more");
    }
  }

  /**
   * A mode on a processor.
   *
   * @param clockHertz instead of the nominal clock of the processor
   * @param sliceSeconds how long a guest runs before another takes the core; without it switches
   *     cost nothing
   * @throws IllegalArgumentException if the processor cannot have the mode, no clock is known, or a
   *     slice is given and the cost of a switch is not known
   */
  public static Execution of(
      TrapCostTable table,
      EventRules rules,
      String cpu,
      Mode mode,
      OptionalDouble clockHertz,
      OptionalDouble sliceSeconds) {
    CostModel costs = new CostModel(table, rules, cpu, mode);
    HostClock clock = clock(costs, clockHertz);
    Bounds loss =
        sliceSeconds.isPresent()
            ? DomainScheduling.of(table, cpu, mode, clock).loss(sliceSeconds.getAsDouble())
            : Bounds.ZERO;
    return new Execution(costs, clock, loss);
  }

  private static HostClock clock(CostModel costs, OptionalDouble given) {
    OptionalDouble nominal = costs.microarchitecture().nominalHertz();
    if (given.isEmpty() && nominal.isEmpty()) {
      throw new IllegalArgumentException(
          "clock: expected that of "
              + costs.microarchitecture().name()
              + ", of which no part is named, got none");
    }
    return new HostClock(given.orElseGet(nominal::getAsDouble));
  }
}
