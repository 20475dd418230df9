package hebe.scenarios.build;

import hebe.models.fleet.FleetModel;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import hebe.sim.exact.Derivative;
import hebe.sim.exact.HorizonSensitivity;
import hebe.sim.exact.Solution;
import hebe.sim.exact.UnsolvableException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which delays matter most: for every group how its unavailability over the horizon changes with
 * them, ranked by size.
 */
public final class SensitivityTable {
  private static final int MOST_SHOWN = 10;
  private static final MathContext DIGITS = new MathContext(5);

  private SensitivityTable() {}

  /**
   * The table of a policy.
   *
   * @throws UnsolvableException if the model has no such derivatives, saying why
   */
  public static DataTable of(
      String policy, FleetModel fleet, Solution solution, double horizonSeconds)
      throws UnsolvableException {
    HorizonSensitivity sensitivity = solution.sensitivityUntil(horizonSeconds);
    List<List<String>> rows = new ArrayList<>();
    for (String group : fleet.subjects().groups()) {
      List<Integer> up =
          fleet.subjects().members(group).stream()
              .map(member -> fleet.subjects().all().get(member).reward())
              .toList();
      sensitivity.accumulated(up).stream()
          .map(derivative -> ofUnavailability(derivative, up.size() * horizonSeconds))
          .sorted(Comparator.comparing(SensitivityTable::size).reversed())
          .limit(MOST_SHOWN)
          .forEach(derivative -> rows.add(row(group, derivative)));
    }
    return new DataTable(
        "Policy " + policy + ", by which delays the unavailability over the horizon changes",
        List.of(
            "subject",
            "transition",
            "copies",
            "delay",
            "% per % of mean delay",
            "d/d ln(mean delay)",
            "d/d rate [s]"),
        rows);
  }

  /** The share of the time not up, from the seconds up of all that could be. */
  private static Derivative ofUnavailability(Derivative up, double seconds) {
    return new Derivative(up.parameter(), 1 - up.value() / seconds, -up.perLogRate() / seconds);
  }

  /** As shown, so that what differs in rounding only stays in the order of declaration. */
  private static BigDecimal size(Derivative derivative) {
    return new BigDecimal(derivative.perLogRate()).abs().round(DIGITS);
  }

  private static List<String> row(String group, Derivative derivative) {
    return List.of(
        group,
        derivative.parameter().transition(),
        Integer.toString(derivative.parameter().copies()),
        derivative.parameter().timing(),
        derivative.elasticity().stream().mapToObj(e -> shown(-e)).findFirst().orElse("none"),
        shown(derivative.perLogMean()),
        derivative.perRate().stream().mapToObj(SensitivityTable::shown).findFirst().orElse(""));
  }

  private static String shown(double value) {
    return Numbers.exact(new BigDecimal(value).round(DIGITS).doubleValue());
  }
}
