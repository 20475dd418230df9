package hebe.models.fleet;

import hebe.sim.exact.Approximate;
import hebe.sim.exact.Approximation;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.result.MetricId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the solution of a datacenter says in which laws without phases are fitted, with fits of two
 * orders.
 *
 * @param states number of states of the chain of the higher order
 * @param fits the fits of the higher order, by transition
 * @param values by metric
 */
public record ApproximateOperation(
    int states, List<Approximation.Fit> fits, Map<MetricId, Approximate> values) {

  public ApproximateOperation {
    fits = List.copyOf(fits);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Solves a model twice.
   *
   * @param order most phases of a fit, at least 2; the other time half of it
   * @param horizonSeconds length of a replication
   * @param limit most states
   * @throws UnsolvableException saying every reason and what would help
   */
  public static ApproximateOperation solve(
      FleetModel fleet, int order, double horizonSeconds, int limit) throws UnsolvableException {
    int coarserOrder = Approximate.coarserOrder(order);
    Approximation fitted = Approximation.of(fleet.model(), order);
    // The coarser one first: it is sooner done when both are refused.
    ExactOperation coarse =
        ExactOperation.of(
            fleet.retimed(Approximation.of(fleet.model(), coarserOrder).model()), limit);
    Map<MetricId, Double> coarser = known(coarse.over(horizonSeconds));
    ExactOperation fine = ExactOperation.of(fleet.retimed(fitted.model()), limit);
    Map<MetricId, Approximate> values = new LinkedHashMap<>();
    known(fine.over(horizonSeconds))
        .forEach(
            (metric, value) -> {
              if (coarser.containsKey(metric)) {
                values.put(
                    metric, new Approximate(value, order, coarser.get(metric), coarserOrder));
              }
            });
    return new ApproximateOperation(fine.states(), fitted.fits(), values);
  }

  private static Map<MetricId, Double> known(ExactValues values) throws UnsolvableException {
    if (!values.missing().isEmpty()) {
      throw new UnsolvableException(values.missing());
    }
    return values.values();
  }
}
