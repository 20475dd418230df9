package hebe.scenarios.build;

import hebe.models.fleet.Spares;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import java.util.Optional;
import java.util.OptionalDouble;

/** Spare hosts of a group. */
final class SpareTypes {
  private static final int MOST = 10_000;
  private static final double GIB = 0x1p30;
  private static final DelayLaw REPAIR = new Exponential(4 * 3600);

  private SpareTypes() {}

  static Type<Spares> spares() {
    Type<Spares> number =
        Types.integer(1, MOST)
            .map(count -> new Spares(count, Optional.empty(), REPAIR, OptionalDouble.empty()));
    return Types.firstOf(number, mapping());
  }

  private static Mapping<Spares> mapping() {
    Key<Integer> count = Key.defaulted("count", "How many there are.", Types.integer(1, MOST), "1");
    Key<Optional<DelayLaw>> crash =
        Key.optional(
            "crash",
            "From the moment at which one is taken to its failure.",
            Delays.law(),
            "by the laws of hardware and VMM, as new whenever it is taken");
    Key<DelayLaw> repair =
        Key.defaulted(
            "repair",
            "From its failure until it can be taken again.",
            Delays.law(),
            "{exponential: {mean: 4 h}}");
    Key<Optional<Long>> memory =
        Key.optional("memory", "Its memory.", Types.memoryBytes(), "that of the hosts");
    return Mapping.of(
        "spares",
        "Hosts without guests that take those of one host at a time while its VMM restarts.",
        read ->
            new Spares(
                read.get(count),
                read.get(crash),
                read.get(repair),
                read.get(memory)
                    .map(bytes -> OptionalDouble.of(bytes / GIB))
                    .orElseGet(OptionalDouble::empty)),
        count,
        crash,
        repair,
        memory);
  }
}
