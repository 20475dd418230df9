package hebe.scenarios.build;

import hebe.models.outage.Costs;
import hebe.models.outage.Metrics;
import hebe.models.outage.Subjects;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import java.util.Map;
import java.util.Optional;

/** What downtime, operations and spare hosts cost. */
final class CostTypes {
  private static final Type<Double> PER_TIME = Types.ratePerSecond(Bounds.notNegative());
  private static final Type<Double> EACH = Types.number(Bounds.notNegative());

  private CostTypes() {}

  static Mapping<Costs> costs() {
    Key<Optional<String>> currency =
        Key.optional("currency", "What the numbers are, in results.", Types.identifier(), "none");
    Key<Map<String, Double>> planned =
        downtime("planned-downtime", "Cost per time of planned downtime of one guest");
    Key<Map<String, Double>> unplanned =
        downtime(
            "unplanned-downtime", "Cost per time of downtime that nobody planned, of one guest");
    Key<Double> vmm = each("vmm-rejuvenation", "Cost of each rejuvenation of a VMM.");
    Key<Double> guest = each("guest-rejuvenation", "Cost of each rejuvenation of a guest.");
    Key<SpareHosts> spares =
        Key.defaulted("spare-hosts", "Hosts that are held ready.", spareHosts(), "{each: 0 /year}");
    return Mapping.of(
        "costs",
        "What downtime and operations cost, all in one currency: the metric `cost-per-year`.",
        read ->
            new Costs(
                read.get(currency),
                read.get(planned),
                read.get(unplanned),
                read.get(vmm),
                read.get(guest),
                read.get(spares).perYear(),
                read.get(spares).eachPerYear()),
        currency,
        planned,
        unplanned,
        vmm,
        guest,
        spares);
  }

  private static Key<Map<String, Double>> downtime(String name, String doc) {
    Type<Map<String, Double>> forAll = PER_TIME.map(each -> Map.of(Subjects.EVERYTHING, each));
    return Key.defaulted(
        name,
        doc + ", or of one host where there are no guests; or one for each of some groups.",
        Types.firstOf(forAll, Types.mapOf(PER_TIME)),
        "0 /h");
  }

  private static Key<Double> each(String name, String doc) {
    return Key.defaulted(name, doc, EACH, "0");
  }

  private static Mapping<SpareHosts> spareHosts() {
    Key<Optional<Integer>> count =
        Key.optional(
            "count",
            "How many there are, whatever the policy.",
            Types.integer(0, 1_000_000),
            "the `spares` of all hosts, under policies that migrate");
    Key<Double> each = Key.required("each", "Cost per time of one of them.", PER_TIME);
    return Mapping.of(
        "spare hosts",
        "Hosts that are held ready, whatever they are used for.",
        read -> new SpareHosts(read.get(count), read.get(each)),
        count,
        each);
  }

  /** Hosts that are held ready. */
  private record SpareHosts(Optional<Integer> count, double eachPerSecond) {
    double perYear() {
      return count.orElse(0) * eachPerSecond * Metrics.YEAR_SECONDS;
    }

    double eachPerYear() {
      return count.isPresent() ? 0 : eachPerSecond * Metrics.YEAR_SECONDS;
    }
  }
}
