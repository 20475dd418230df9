package hebe.scenarios.build;

import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.Clock;
import hebe.models.recovery.Mechanism;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.scenarios.read.Variants;
import hebe.sim.law.DelayLaw;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is done against aging. */
final class PolicyTypes {
  private static final Key<Optional<Double>> EVERY =
      Key.optional("every", "The period.", Delays.period());
  private static final Key<Optional<DelayLaw>> AFTER_AGING =
      Key.optional(
          "after-aging", "From the entry into failure-probable to the rejuvenation.", Delays.law());
  private static final Key<Optional<Double>> FIRST =
      Key.optional(
          "first",
          "The first time, with `every` by the calendar.",
          Types.durationSeconds(),
          "one period after the start");
  private static final Key<Clock> CLOCK =
      Key.defaulted(
          "clock",
          "What the period counts from: the calendar, or the last fresh start of the part.",
          Types.choice("clock", List.of(Clock.values()), PolicyTypes::word),
          "calendar");
  private static final Key<Boolean> STAGGER =
      Key.defaulted(
          "stagger",
          "Whether several parts with this schedule take turns, evenly spread over the period (`even`), or not (`none`); by the calendar.",
          Types.choice("stagger", List.of(true, false), even -> even ? "even" : "none"),
          "even");

  private PolicyTypes() {}

  static Type<List<Located<Policy>>> policies() {
    return Types.listOf(policy().located())
        .required()
        .uniqueBy("name", policy -> policy.value().name());
  }

  private static Mapping<Policy> policy() {
    Key<String> name = Key.required("name", "Name of the policy.", Types.identifier());
    Key<Optional<VmmPart>> vmm = Key.optional("vmm", "Rejuvenation of the VMM.", vmm(), "never");
    Key<Optional<GuestPart>> guests =
        Key.optional("guests", "Rejuvenation of the guests.", guests(), "never");
    return Mapping.of(
        "policy",
        "What is done against aging.",
        v -> {
          VmmPart host =
              v.get(vmm).orElse(new VmmPart(new RejuvenationPolicy.Never(), Mechanism.Reboot.COLD));
          GuestPart guest =
              v.get(guests).orElse(new GuestPart(new RejuvenationPolicy.Never(), Optional.empty()));
          return new Policy(v.get(name), host.when(), host.by(), guest.when(), guest.duration());
        },
        name,
        vmm,
        guests);
  }

  private static Mapping<VmmPart> vmm() {
    Key<Mechanism> by = Key.required("by", "How.", mechanism());
    return Mapping.checked(
            "VMM rejuvenation",
            "When and how the VMM is rejuvenated.",
            v -> when(v).map(when -> new VmmPart(when, v.get(by))),
            EVERY,
            AFTER_AGING,
            FIRST,
            CLOCK,
            STAGGER,
            by)
        .exactlyOneOf(EVERY, AFTER_AGING);
  }

  private static Mapping<GuestPart> guests() {
    Key<Optional<DelayLaw>> duration =
        Key.optional(
            "duration",
            "How long one takes.",
            Delays.law(),
            "computed: shutdown, boot and start of the service of one guest");
    return Mapping.checked(
            "guest rejuvenation",
            "When and how the guests are rejuvenated.",
            v -> when(v).map(when -> new GuestPart(when, v.get(duration))),
            EVERY,
            AFTER_AGING,
            FIRST,
            CLOCK,
            STAGGER,
            duration)
        .exactlyOneOf(EVERY, AFTER_AGING);
  }

  private static Type<Mechanism> mechanism() {
    Type<Mechanism.Reboot> reboot =
        Types.choice("mechanism", List.of(Mechanism.Reboot.values()), Mechanism.Reboot::label);
    Variants<Mechanism> restart =
        Variants.<Mechanism>of("restart", "A restart of which only the duration is known.")
            .with(
                "restart",
                "The host is down for this long, then its guests boot.",
                Delays.law().map(Mechanism.Restart::new));
    return Types.firstOf(reboot, restart);
  }

  private static Optional<RejuvenationPolicy> when(Values read) {
    Optional<DelayLaw> afterAging = read.get(AFTER_AGING);
    boolean calendar = afterAging.isEmpty() && read.get(CLOCK) == Clock.CALENDAR;
    for (Key<?> key : List.of(FIRST, STAGGER)) {
      if (!calendar && read.isGiven(key)) {
        return read.refuse(
            key, "no \"" + key.name() + "\" without \"every\" by the calendar", "one", "remove it");
      }
    }
    if (afterAging.isPresent()) {
      return read.isGiven(CLOCK)
          ? read.refuse(CLOCK, "no \"clock\" with \"after-aging\"", "one", "remove it")
          : Optional.of(new RejuvenationPolicy.AfterAging(afterAging.get()));
    }
    OptionalDouble first = read.get(FIRST).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    return Optional.of(
        new RejuvenationPolicy.Periodic(
            read.get(EVERY).orElseThrow(), first, read.get(CLOCK), calendar && read.get(STAGGER)));
  }

  private static String word(Clock clock) {
    return switch (clock) {
      case CALENDAR -> "calendar";
      case SINCE_RENEWAL -> "since-renewal";
    };
  }

  /** When and how the VMM is rejuvenated. */
  private record VmmPart(RejuvenationPolicy when, Mechanism by) {}

  /** When the guests are rejuvenated and how long it takes. */
  private record GuestPart(RejuvenationPolicy when, Optional<DelayLaw> duration) {}
}
