package hebe.models.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import hebe.models.Fixtures;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.outage.OutageObserver;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Mechanism;
import hebe.sim.exact.Solution;
import hebe.sim.exact.Steady;
import hebe.sim.exact.UnsolvableException;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.result.Metric;
import hebe.sim.result.MetricId;
import hebe.sim.stat.Estimate;
import hebe.sim.study.Combination;
import hebe.sim.study.WorkResult;
import hebe.sim.study.WorkUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact metrics of random small datacenters, whose hosts and guests boot in no time. */
class ExactOperationTest {
  private static final double HORIZON = 20_000;
  private static final int REPLICATIONS = 150;
  private static final int LIMIT = 100_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void simulation_agreesInEveryMetric(long seed) throws UnsolvableException {
    FleetModel fleet = fleet(seed);
    Map<MetricId, Double> exact = ExactOperation.of(fleet, LIMIT).over(HORIZON).values();
    int compared = 0;
    for (Metric metric : simulated(fleet, seed)) {
      double value = exact.getOrDefault(metric.id(), Double.NaN);
      if (metric.estimate() instanceof Estimate.Interval interval) {
        double error = standardError(interval);
        if (error > 0) {
          assertThat(interval.mean()).as("%s", metric.id()).isCloseTo(value, within(4.5 * error));
          compared++;
        } else if (!metric.id().name().equals("availability")) {
          // Never seen, so fewer than 15 were expected (else below 3e-7), of at most 600 s each.
          assertThat(interval.mean()).as("%s", metric.id()).isZero();
          assertThat(value * HORIZON / (365 * 86_400.0) * REPLICATIONS).isLessThan(15 * 600);
        }
      } else {
        assertThat(metric.estimate()).isInstanceOf(Estimate.NoData.class);
        assertThat(exact).doesNotContainKey(metric.id());
      }
    }
    assertThat(compared).isGreaterThan(9);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void causes_addUpToTheirTotals_andToWhatTheModelSaysWithoutThem(long seed)
      throws UnsolvableException {
    FleetModel fleet = fleet(seed);
    ExactOperation operation = ExactOperation.of(fleet, LIMIT);
    assertThat(operation.causesMissing()).isEmpty();
    assertAddsUp(fleet, operation.over(HORIZON).values());
    assertAddsUp(fleet, operation.inTheLongRun().values());

    Solution without = Solution.of(fleet.model(), LIMIT);
    assertThat(operation.states()).isGreaterThanOrEqualTo(without.states());
    int last = fleet.subjects().all().get(fleet.subjects().all().size() - 1).reward();
    String group = fleet.subjects().all().get(fleet.subjects().all().size() - 1).group();
    // All members of a group fare alike here.
    MetricId availability = MetricId.total("availability", group, "1");
    assertThat(operation.over(HORIZON).values().get(availability))
        .isCloseTo(without.accumulated(last, HORIZON) / HORIZON, withinPercentage(1e-9));
    assertThat(operation.inTheLongRun().values().get(availability))
        .isCloseTo(without.steady(last), withinPercentage(1e-9));
  }

  @Test
  void causesThatMakeTheChainTooLarge_areLeftOut_andSaid() throws UnsolvableException {
    FleetModel fleet = fleet(3);
    ExactOperation all = ExactOperation.of(fleet, LIMIT);
    int states = Solution.of(fleet.model(), LIMIT).states();
    assertThat(states).isLessThan(all.states());

    ExactOperation few = ExactOperation.of(fleet, states);
    assertThat(few.states()).isEqualTo(states);
    assertThat(few.causesMissing()).singleElement().asString().contains("more than " + states);
    Map<MetricId, Double> values = few.over(HORIZON).values();
    assertThat(values.keySet())
        .extracting(MetricId::name)
        .containsOnly("availability", "unavailability", "downtime-per-year");
    assertThat(values).hasSize(3 * fleet.subjects().groups().size());
    values.forEach(
        (metric, value) ->
            assertThat(value)
                .as("%s", metric)
                .isCloseTo(all.over(HORIZON).values().get(metric), withinPercentage(1e-9)));
  }

  @Test
  void horizonOfTooManySteps_leavesTheLongRun() throws UnsolvableException {
    ExactOperation operation = ExactOperation.of(fleet(1), LIMIT);
    ExactValues late = operation.over(1e12);
    assertThat(late.values()).isEmpty();
    assertThat(late.missing()).singleElement().asString().contains("ask for the steady state");
    assertThat(operation.inTheLongRun().missing()).isEmpty();
  }

  /**
   * The host crashes every 1000 s, is found after 10 s and repaired in 40: down for 50 of 1050 s.
   * Its guest crashes every 400 s and is repaired in 30 s. It lives for 1 / (1/1000 + 1/400) s;
   * with probability 400/1400 the host ends that, and both are up after 50 s. Else the guest is
   * down for 1 / (1/30 + 1/1000) s, until its repair or a crash of the host, which is first with
   * probability 30/1030 and costs 50 s more.
   */
  @Test
  void hostAndGuest_areAsByPencil_inTheLongRun() throws UnsolvableException {
    Failures failures =
        new Failures(
            LayerFailures.none(),
            new LayerFailures(
                Optional.empty(),
                Optional.of(new Exponential(1000)),
                new Exponential(10),
                Optional.of(new Exponential(40))),
            new LayerFailures(
                Optional.empty(),
                Optional.of(new Exponential(400)),
                new Deterministic(0),
                Optional.of(new Exponential(30))),
            LayerFailures.none());
    FleetModel fleet = Operation.model(hosts(1, 1), failures, Operation.never());
    Map<MetricId, Double> values = ExactOperation.of(fleet, LIMIT).inTheLongRun().values();
    double life = 1 / (1 / 1000.0 + 1 / 400.0);
    double byHost = 400 / 1400.0;
    double ownDown = 1 / (1 / 30.0 + 1 / 1000.0) + 30 / 1030.0 * 50;
    double cycle = life + byHost * 50 + (1 - byHost) * ownDown;
    double year = 365 * 86_400.0;
    assertMetric(values, "unavailability", "host", "", "1", 50 / 1050.0);
    assertMetric(values, "mean-outage", "host", "", "s", 50);
    assertMetric(values, "outages-per-year", "web", "", "1/year", year / cycle);
    assertMetric(
        values, "outages-per-year", "web", "guest-crash", "1/year", (1 - byHost) * year / cycle);
    assertMetric(
        values, "downtime-per-year", "web", "vmm-crash", "s/year", byHost * 50 * year / cycle);
    assertMetric(
        values,
        "downtime-per-year",
        "web",
        "guest-crash",
        "s/year",
        (1 - byHost) * ownDown * year / cycle);
    assertMetric(values, "mean-outage", "web", "", "s", byHost * 50 + (1 - byHost) * ownDown);
    assertThat(values.keySet())
        .noneMatch(metric -> metric.name().equals("downtime-per-rejuvenation"));
  }

  /**
   * Each of 2,000 hosts crashes every 1000 s, is found after 10 s and repaired in 40: its fleet has
   * the metrics of one, of which those that count are 2,000 times as large for all together.
   */
  @Test
  void twoThousandHosts_areSolvedLikeOne() throws UnsolvableException {
    Failures failures =
        new Failures(
            LayerFailures.none(),
            new LayerFailures(
                Optional.empty(),
                Optional.of(new Exponential(1000)),
                new Exponential(10),
                Optional.of(new Exponential(40))),
            LayerFailures.none(),
            LayerFailures.none());
    ExactOperation one =
        ExactOperation.of(Operation.model(hosts(1, 1), failures, Operation.never()), LIMIT);
    ExactOperation many =
        ExactOperation.of(Operation.model(hosts(2000, 1), failures, Operation.never()), LIMIT);
    assertThat(many.states()).isEqualTo(one.states());
    assertThat(many.causesMissing()).isEmpty();
    assertSame(many.over(HORIZON).values(), one.over(HORIZON).values());
    Map<MetricId, Double> values = many.inTheLongRun().values();
    assertSame(values, one.inTheLongRun().values());
    assertMetric(values, "unavailability", "host", "", "1", 50 / 1050.0);
    assertMetric(values, "mean-outage", "web", "", "s", 50);
    double year = 365 * 86_400.0;
    assertMetric(values, "outages-per-year", "host", "vmm-crash", "1/year", year / 1050);
  }

  private static void assertSame(Map<MetricId, Double> many, Map<MetricId, Double> one) {
    assertThat(many.keySet()).isEqualTo(one.keySet());
    one.forEach(
        (metric, value) ->
            assertThat(many.get(metric)).as("%s", metric).isCloseTo(value, withinPercentage(1e-9)));
  }

  /** Reduced and not: the same metrics, of hosts with guests that age, crash and rejuvenate. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void reducedChain_hasTheRewardsOfAllStates(long seed) throws UnsolvableException {
    FleetModel fleet = fleet(seed);
    OutageObserver observer = new OutageObserver(fleet.outageRule());
    Steady reduced = Solution.of(fleet.model(), observer, LIMIT).steady();
    Steady whole = Solution.unreduced(fleet.model(), observer, LIMIT).steady();
    for (int r = 0; r < fleet.model().rewardCount() + observer.rewards(); r++) {
      assertThat(reduced.rate(r))
          .as("reward %d", r)
          .isCloseTo(whole.rate(r), within(1e-10 * (1e-3 + whole.rate(r))));
    }
  }

  private static void assertMetric(
      Map<MetricId, Double> values,
      String name,
      String subject,
      String cause,
      String unit,
      double expected) {
    MetricId id = new MetricId(name, subject, Optional.of(cause).filter(c -> !c.isEmpty()), unit);
    assertThat(values.get(id)).as("%s", id).isCloseTo(expected, withinPercentage(1e-10));
  }

  private static void assertAddsUp(FleetModel fleet, Map<MetricId, Double> values) {
    for (String group : fleet.subjects().groups()) {
      for (String name : List.of("downtime-per-year", "outages-per-year")) {
        String unit = name.equals("downtime-per-year") ? "s/year" : "1/year";
        double sum =
            values.keySet().stream()
                .filter(id -> id.name().equals(name) && id.subject().equals(group))
                .filter(id -> id.cause().isPresent())
                .mapToDouble(values::get)
                .sum();
        assertThat(values.get(MetricId.total(name, group, unit)))
            .as(group + " " + name)
            .isPositive()
            .isCloseTo(sum, within(1e-12 * sum));
      }
    }
  }

  private static List<Metric> simulated(FleetModel fleet, long seed) {
    OperationRun run = new OperationRun(fleet);
    List<WorkResult> results = new ArrayList<>();
    for (int r = 0; r < REPLICATIONS; r++) {
      results.add(run.run(new WorkUnit(seed, r, HORIZON, List.of(), false)));
    }
    return new Combination(run.measures(), results, 0.95).metrics();
  }

  private static double standardError(Estimate.Interval interval) {
    double quantile =
        new TDistribution(interval.count() - 1.0)
            .inverseCumulativeProbability((1 + interval.level()) / 2);
    return (interval.high() - interval.low()) / 2 / quantile;
  }

  /** One host with up to two guests, or two hosts without; every layer may fail. */
  private static FleetModel fleet(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int guests = random.nextInt(3);
    Failures failures =
        new Failures(
            layer(random, false, random.nextBoolean()),
            layer(random, true, true),
            layer(random, true, true),
            layer(random, false, random.nextBoolean()));
    Mechanism restart = new Mechanism.Restart(repair(random));
    RejuvenationPolicy vmm = new RejuvenationPolicy.AfterAging(new Exponential(300));
    RejuvenationPolicy guest = new RejuvenationPolicy.AfterAging(new Exponential(200));
    Policy policy =
        new Policy(
            "random",
            random.nextBoolean() ? vmm : Operation.NEVER,
            restart,
            random.nextBoolean() ? guest : Operation.NEVER,
            Optional.of(repair(random)));
    return Operation.model(hosts(guests == 0 ? 2 : 1, guests), failures, policy);
  }

  private static LayerFailures layer(SplittableRandom random, boolean ages, boolean fails) {
    if (!fails) {
      return LayerFailures.none();
    }
    DelayLaw detection =
        random.nextBoolean() ? new Deterministic(0) : new Exponential(5 + random.nextInt(20));
    return new LayerFailures(
        ages ? Optional.of(new Exponential(200 + random.nextInt(300))) : Optional.empty(),
        Optional.of(new Exponential(400 + random.nextInt(800))),
        detection,
        Optional.of(repair(random)));
  }

  private static DelayLaw repair(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Deterministic(0);
      case 1 -> new Erlang(2, 60);
      default -> new Exponential(20 + random.nextInt(80));
    };
  }

  private static HostGroup hosts(int count, int guests) {
    Profile os = Fixtures.profile(Parameter.Kind.OS, 0, 0, 0);
    Profile service = Fixtures.profile(Parameter.Kind.SERVICE, 0, 0);
    List<GuestGroup> groups =
        guests == 0 ? List.of() : List.of(new GuestGroup("web", guests, 1, os, service));
    return new HostGroup("host", count, Fixtures.instantHardware(), Fixtures.instantVmm(), groups);
  }
}
