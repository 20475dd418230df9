package hebe.models.selfvirt;

import hebe.models.timing.HostClock;
import hebe.models.timing.OperationCost;
import java.util.List;

/**
 * One attach or detach, to be simulated.
 *
 * @param cost its items
 * @param factor what all of them are taken by, above 0; 1 as they are
 * @param clock of the CPUs
 * @param cpus how many, at least 1
 * @param inUse whether attempts find sensitive code in use
 * @param periodSeconds from one attempt to the next, above 0
 */
public record SwitchPlan(
    OperationCost cost,
    double factor,
    HostClock clock,
    int cpus,
    InUse inUse,
    double periodSeconds) {
  public SwitchPlan {
    if (!(factor > 0) || Double.isInfinite(factor)) {
      throw new IllegalArgumentException("factor: expected a number above 0, got " + factor);
    }
    if (cpus < 1) {
      throw new IllegalArgumentException("CPUs: expected at least 1, got " + cpus);
    }
    Retry checked = new Retry(inUse.probability(cpus), periodSeconds);
    periodSeconds = checked.periodSeconds();
  }

  /** The wait in closed form, as if attempts were independent. */
  public Retry retry() {
    return new Retry(inUse.probability(cpus), periodSeconds);
  }

  /** What one CPU does in turn. */
  record Part(String name, double cycles) {}

  List<Part> parts(Phase phase) {
    return cost.items().stream()
        .filter(item -> Phase.of(item.name()) == phase)
        .map(item -> new Part(item.name(), factor * item.cycles().value()))
        .toList();
  }

  /** What one CPU takes to pass a meeting point. */
  double passCycles() {
    double all = parts(Phase.MEETING).stream().mapToDouble(Part::cycles).sum();
    return cpus == 1 ? 0 : all / (2 * (cpus - 1));
  }
}
