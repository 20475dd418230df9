package hebe.models.outage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What downtime, operations and spare hosts cost, all in one currency; nothing costs less than 0.
 *
 * @param currency its name; empty for plain numbers
 * @param plannedPerSecond for a group, or {@code all}, the cost of a second of planned downtime of
 *     one member
 * @param unplannedPerSecond likewise for downtime that nobody decided
 * @param perVmmRejuvenation cost of each rejuvenation of a VMM
 * @param perGuestRejuvenation cost of each rejuvenation of a guest
 * @param sparesPerYear cost of hosts that are held ready whatever the policy, in a year of 365 days
 * @param spareHostPerYear cost of each spare host that a policy needs
 */
public record Costs(
    Optional<String> currency,
    Map<String, Double> plannedPerSecond,
    Map<String, Double> unplannedPerSecond,
    double perVmmRejuvenation,
    double perGuestRejuvenation,
    double sparesPerYear,
    double spareHostPerYear) {
  public Costs {
    plannedPerSecond = Collections.unmodifiableMap(new LinkedHashMap<>(plannedPerSecond));
    unplannedPerSecond = Collections.unmodifiableMap(new LinkedHashMap<>(unplannedPerSecond));
    plannedPerSecond.values().forEach(Costs::require);
    unplannedPerSecond.values().forEach(Costs::require);
    require(perVmmRejuvenation);
    require(perGuestRejuvenation);
    require(sparesPerYear);
    require(spareHostPerYear);
  }

  /** Costs that do not depend on how many spare hosts a policy needs. */
  public Costs(
      Optional<String> currency,
      Map<String, Double> plannedPerSecond,
      Map<String, Double> unplannedPerSecond,
      double perVmmRejuvenation,
      double perGuestRejuvenation,
      double sparesPerYear) {
    this(
        currency,
        plannedPerSecond,
        unplannedPerSecond,
        perVmmRejuvenation,
        perGuestRejuvenation,
        sparesPerYear,
        0);
  }

  /** These costs where a policy needs so many spare hosts. */
  public Costs withSpareHosts(int needed) {
    return new Costs(
        currency,
        plannedPerSecond,
        unplannedPerSecond,
        perVmmRejuvenation,
        perGuestRejuvenation,
        sparesPerYear + needed * spareHostPerYear,
        spareHostPerYear);
  }

  /** Whether rejuvenations cost something beside their downtime, so that they must be counted. */
  public boolean operations() {
    return perVmmRejuvenation > 0 || perGuestRejuvenation > 0;
  }

  /** The unit of a cost per year. */
  public String unitPerYear() {
    return currency.orElse("1") + "/year";
  }

  private static void require(double cost) {
    if (!(cost >= 0) || Double.isInfinite(cost)) {
      throw new IllegalArgumentException("a cost is finite and at least 0; got " + cost);
    }
  }
}
