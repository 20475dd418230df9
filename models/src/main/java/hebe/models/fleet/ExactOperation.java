package hebe.models.fleet;

import hebe.models.outage.GroupOutages;
import hebe.models.outage.OutageObserver;
import hebe.sim.exact.Derivative;
import hebe.sim.exact.HorizonSensitivity;
import hebe.sim.exact.Parameter;
import hebe.sim.exact.Reduction;
import hebe.sim.exact.Solution;
import hebe.sim.exact.TooManyStepsException;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.result.MetricId;
import hebe.sim.study.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * The exact solution of a datacenter under a policy: the expectations of its metrics, over the same
 * time as a replication or in the long run.
 */
public final class ExactOperation {
  private final FleetModel fleet;
  private final Solution solution;
  private final ExpectedOutages outages;
  private final ModeMetrics modes;
  private final List<String> causesMissing;

  private ExactOperation(
      FleetModel fleet, Solution solution, ExpectedOutages outages, List<String> causesMissing) {
    this.fleet = fleet;
    this.solution = solution;
    this.outages = outages;
    modes = new ModeMetrics(fleet);
    this.causesMissing = List.copyOf(causesMissing);
  }

  /**
   * Explores a model together with the causes of its outages, or, where these make it too large,
   * without them.
   *
   * @param limit most states of an island
   * @throws UnsolvableException saying every reason and what would help
   */
  public static ExactOperation of(FleetModel fleet, int limit) throws UnsolvableException {
    OutageObserver observer = new OutageObserver(fleet.outageRule());
    try {
      return new ExactOperation(
          fleet,
          Solution.of(fleet.model(), observer, limit),
          new ExpectedOutages.ByCause(fleet, observer),
          List.of());
    } catch (UnsolvableException withCauses) {
      return new ExactOperation(
          fleet,
          Solution.of(fleet.model(), limit),
          new ExpectedOutages.Downtime(fleet),
          withCauses.reasons());
    }
  }

  /**
   * What the solution together with the causes of outages makes of a model.
   *
   * @param tried most states of an island that are explored to see how many there are
   * @throws UnsolvableException if it cannot be solved
   */
  public static Reduction reduction(FleetModel fleet, int tried) throws UnsolvableException {
    return Reduction.of(fleet.model(), new OutageObserver(fleet.outageRule()), tried);
  }

  /** Number of states that were explored, of equal islands those of one. */
  public int states() {
    return solution.states();
  }

  /**
   * Why outages are neither counted nor told apart by cause, so that only availabilities and
   * downtimes have values; empty if they are.
   */
  public List<String> causesMissing() {
    return causesMissing;
  }

  /** Why the metrics of clients have no values; empty if there are no clients. */
  public List<String> clientsMissing() {
    return fleet.clients().groups().isEmpty()
        ? List.of()
        : List.of(
            "a stall is a staircase of the length of an outage, and the solution knows mean lengths"
                + " alone; simulate instead");
  }

  /** The expectations over a replication of this length, from its start. */
  public ExactValues over(double horizonSeconds) {
    return values(horizonSeconds, () -> solution.until(horizonSeconds)::accumulated);
  }

  /** The expectations in the steady state. */
  public ExactValues inTheLongRun() {
    return values(1, () -> solution.steady()::rate);
  }

  private ExactValues values(double seconds, Solving solving) {
    try {
      IntToDoubleFunction earned = solving.solve();
      return new ExactValues(values(earned, seconds), List.of());
    } catch (UnsolvableException refused) {
      return new ExactValues(Map.of(), refused.reasons());
    } catch (TooManyStepsException tooMany) {
      return new ExactValues(
          Map.of(),
          List.of(
              tooMany.getMessage()
                  + "; a shorter horizon or, where laws are fitted, fewer phases would help"));
    }
  }

  /**
   * How every metric over a replication of this length depends on the pace of each delay.
   *
   * <p>A metric is a ratio of sums n and d of what rewards earn, so by a delay it changes by (dn -
   * n / d dd) / d.
   *
   * @throws UnsolvableException if a clock of the model has no phases
   */
  public Map<MetricId, List<Derivative>> sensitivities(double horizonSeconds)
      throws UnsolvableException {
    HorizonSensitivity sensitivity = solution.sensitivityUntil(horizonSeconds);
    Map<Integer, List<Derivative>> known = new LinkedHashMap<>();
    IntFunction<List<Derivative>> of =
        reward -> known.computeIfAbsent(reward, r -> sensitivity.accumulated(List.of(r)));
    List<Parameter> parameters = sensitivity.parameters();
    Map<MetricId, List<Derivative>> all = new LinkedHashMap<>();
    List<Measure.Value> none = expected(reward -> 0, horizonSeconds);
    for (int p = 0; p < parameters.size(); p++) {
      int parameter = p;
      List<Measure.Value> here =
          expected(reward -> of.apply(reward).get(parameter).value(), horizonSeconds);
      List<Measure.Value> moved =
          expected(reward -> of.apply(reward).get(parameter).perLogRate(), horizonSeconds);
      for (int m = 0; m < here.size(); m++) {
        MetricId id = fleet.measures().get(m).id();
        double below = here.get(m).denominator();
        if (tells(id) && below > 0) {
          double value = here.get(m).numerator() / below;
          double above = moved.get(m).numerator() - none.get(m).numerator();
          double perLogRate =
              (above - value * (moved.get(m).denominator() - none.get(m).denominator())) / below;
          all.computeIfAbsent(id, metric -> new ArrayList<>())
              .add(new Derivative(parameters.get(p), value, perLogRate));
        }
      }
    }
    return all;
  }

  private Map<MetricId, Double> values(IntToDoubleFunction earned, double seconds) {
    List<Measure> measures = fleet.measures();
    List<Measure.Value> expected = expected(earned, seconds);
    Map<MetricId, Double> values = new LinkedHashMap<>();
    for (int m = 0; m < measures.size(); m++) {
      MetricId id = measures.get(m).id();
      Measure.Value value = expected.get(m);
      if (tells(id) && value.denominator() > 0) {
        values.put(id, value.numerator() / value.denominator());
      }
    }
    return values;
  }

  private boolean tells(MetricId metric) {
    return outages.tells(metric) && modes.tells(metric);
  }

  /** The metrics, in order, from what rewards have earned. */
  private List<Measure.Value> expected(IntToDoubleFunction earned, double seconds) {
    Function<String, GroupOutages> of = group -> outages.of(group, seconds, earned);
    List<Measure.Value> expected = new ArrayList<>(fleet.metrics().values(of, earned, seconds));
    expected.addAll(modes.values(earned, reward -> 0, seconds));
    CostPerYear.of(fleet).ifPresent(cost -> expected.add(cost.value(of, earned, seconds)));
    expected.addAll(fleet.clientMetrics().unknown());
    return expected;
  }

  /** Gives what each reward earns. */
  private interface Solving {
    IntToDoubleFunction solve() throws UnsolvableException;
  }
}
