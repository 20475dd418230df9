package hebe.models.client;

import hebe.models.connection.cost.LogPlacement;
import hebe.models.connection.cost.ServiceLoad;
import hebe.models.connection.cost.WrapCost;
import hebe.models.connection.cost.WrapCosts;
import hebe.models.load.Execution;
import hebe.models.timing.OperationCosts;
import hebe.models.timing.TrapCostTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the logging of FT-TCP costs the guests. */
public sealed interface Logging {
  /**
   * Share of the work of a guest that it costs, in [0, 1).
   *
   * @param guests the group of the guest
   * @param execution how it runs, if that is known
   * @throws IllegalArgumentException if it needs to know how the guest runs, or costs of the
   *     processor, that are not known
   */
  double share(String guests, Optional<Execution> execution);

  /** Nothing is said of a cost. */
  Logging FREE = new Given(0);

  /**
   * A given share.
   *
   * @param share in [0, 1)
   */
  record Given(double share) implements Logging {
    public Given {
      if (!(share >= 0 && share < 1)) {
        throw new IllegalArgumentException("logging: expected a share in [0, 1), got " + share);
      }
    }

    @Override
    public double share(String guests, Optional<Execution> execution) {
      return share;
    }
  }

  /**
   * The share of the throughput of a busy processor, from the cycles of what the wrap does.
   * Equation: docs/connections.md#costs.
   *
   * @param loads what the service of a group does, by the name of the group; others cost nothing
   * @param batch crossings that are made together, at least 1
   * @param placement where the log is
   */
  record Computed(Map<String, ServiceLoad> loads, int batch, LogPlacement placement)
      implements Logging {
    public Computed {
      loads = Collections.unmodifiableMap(new LinkedHashMap<>(loads));
    }

    @Override
    public double share(String guests, Optional<Execution> execution) {
      if (!loads.containsKey(guests)) {
        return 0;
      }
      return cost(guests, execution)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "logging of "
                          + guests
                          + ": expected how they run, as its cost is computed, got nothing"))
          .overhead(batch)
          .value();
    }

    /** The cost for a group; empty if it has no load, or nobody says how it runs. */
    public Optional<WrapCost> cost(String guests, Optional<Execution> execution) {
      return Optional.ofNullable(loads.get(guests))
          .flatMap(
              load ->
                  execution.map(
                      how ->
                          new WrapCosts(
                                  OperationCosts.load(),
                                  TrapCostTable.load(),
                                  how.costs(),
                                  how.clock())
                              .of(load, placement)));
    }
  }
}
