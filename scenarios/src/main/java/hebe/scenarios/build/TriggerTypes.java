package hebe.scenarios.build;

import hebe.models.policy.Degradation;
import hebe.models.policy.Prediction;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.AfterCrash;
import hebe.models.policy.RejuvenationPolicy.AtAge;
import hebe.models.policy.RejuvenationPolicy.Clock;
import hebe.models.policy.RejuvenationPolicy.OnInspection;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.models.policy.RejuvenationPolicy.Predicted;
import hebe.models.policy.RejuvenationPolicy.TwoLevel;
import hebe.models.policy.RejuvenationPolicy.WhenDegraded;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** When a rejuvenation falls due. */
final class TriggerTypes {
  private static final Bounds SOME = new Bounds(0, false, 1, true);
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
          Types.choice("clock", List.of(Clock.values()), TriggerTypes::word),
          "calendar");
  private static final Key<Boolean> STAGGER =
      Key.defaulted(
          "stagger",
          "Whether several parts with this schedule take turns, evenly spread over the period (`even`), or not (`none`); by the calendar.",
          Types.choice("stagger", List.of(true, false), even -> even ? "even" : "none"),
          "even");

  private static final Key<Optional<Double>> AT_AGE =
      Key.optional(
          "at-age", "Time in which the part has run since its last fresh start.", Delays.period());
  private static final Key<Optional<Double>> WHEN_FREE_BELOW =
      Key.optional(
          "when-free-below",
          "As soon as less than this share of the part's resource is free.",
          Types.share(new Bounds(0, false, 1, false)));
  private static final Key<Optional<OnInspection>> INSPECT =
      Key.optional("inspect", "If an inspection finds that the part is degraded.", inspection());

  private static final Key<Optional<Prediction>> PREDICT =
      Key.optional(
          "predict",
          "When measurements foretell that the part's resource will soon be used up.",
          PredictionTypes.prediction());
  private static final Key<Optional<Double>> CREDIT =
      Key.optional(
          "credit",
          "An instant of \"every\" by the calendar passes by if the part's last fresh start is less than this ago.",
          Delays.period(),
          "none passes by for that");

  private final Key<Optional<String>> afterCrash;

  /**
   * The triggers of a part.
   *
   * @param above what runs on it, whose crash is one
   */
  TriggerTypes(String above) {
    afterCrash =
        Key.optional(
            "after-crash",
            "Only after a crash of what runs on the part.",
            Types.choice("layer", List.of(above), word -> word));
  }

  /** The keys of the triggers, and some more. */
  Key<?>[] keysWith(Key<?>... more) {
    List<Key<?>> keys = new ArrayList<>(List.of(ways()));
    keys.addAll(List.of(FIRST, CLOCK, STAGGER, CREDIT));
    keys.addAll(Arrays.asList(more));
    return keys.toArray(Key<?>[]::new);
  }

  /** The keys of which exactly one says when. */
  Key<?>[] ways() {
    return new Key<?>[] {EVERY, AFTER_AGING, AT_AGE, WHEN_FREE_BELOW, INSPECT, PREDICT, afterCrash};
  }

  private static Mapping<OnInspection> inspection() {
    Key<Double> every =
        Key.required(
            "every", "Time from a fresh start or an inspection to the next.", Delays.period());
    Key<Optional<Integer>> stage =
        Key.optional(
            "stage",
            "Degraded means in this stage or a later one; a fresh part is in stage 0.",
            Types.integer(1, hebe.models.aging.Aging.Stages.MOST));
    Key<Optional<Double>> below =
        Key.optional(
            "free-below",
            "Degraded means that less than this share of its resource is free.",
            Types.share(SOME));
    Key<Double> detection =
        Key.defaulted(
            "detection", "How often a degraded part is found so.", Types.share(SOME), "100 %");
    Key<Double> falseAlarm =
        Key.defaulted(
            "false-alarm",
            "How often a part that is not degraded is found so.",
            Types.share(new Bounds(0, true, 1, false)),
            "0 %");
    return Mapping.of(
            "inspection",
            "Looks at regular intervals, in no time; what it finds is acted on.",
            v ->
                new OnInspection(
                    v.get(every),
                    v.get(stage)
                        .<Degradation>map(Degradation.Stage::new)
                        .or(() -> v.get(below).map(Degradation.FreeBelow::new))
                        .orElseThrow(),
                    v.get(detection),
                    v.get(falseAlarm)),
            every,
            stage,
            below,
            detection,
            falseAlarm)
        .exactlyOneOf(stage, below);
  }

  /** When it falls due. */
  Optional<RejuvenationPolicy> read(Values read) {
    Optional<RejuvenationPolicy> simple =
        read.get(AT_AGE)
            .<RejuvenationPolicy>map(AtAge::new)
            .or(() -> read.get(WHEN_FREE_BELOW).map(TriggerTypes::whenFreeBelow))
            .or(() -> read.get(INSPECT))
            .or(() -> read.get(PREDICT).map(Predicted::new))
            .or(() -> read.get(afterCrash).map(above -> new AfterCrash()));
    for (Key<?> key : List.of(FIRST, CLOCK, STAGGER, CREDIT)) {
      if (simple.isPresent() && read.isGiven(key)) {
        return read.refuse(key, "no \"" + key.name() + "\" without \"every\"", "one", "remove it");
      }
    }
    return simple.isPresent() ? simple : periodic(read);
  }

  private static Optional<RejuvenationPolicy> periodic(Values read) {
    Optional<DelayLaw> afterAging = read.get(AFTER_AGING);
    boolean calendar = afterAging.isEmpty() && read.get(CLOCK) == Clock.CALENDAR;
    for (Key<?> key : List.of(FIRST, STAGGER, CREDIT)) {
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
    Periodic periodic =
        new Periodic(
            read.get(EVERY).orElseThrow(), first, read.get(CLOCK), calendar && read.get(STAGGER));
    return read.get(CREDIT).isEmpty()
        ? Optional.of(periodic)
        : below(read, CREDIT, periodic)
            .map(
                credit ->
                    new TwoLevel(periodic, OptionalDouble.of(credit), OptionalDouble.empty()));
  }

  /** A credit or a lead of less than the period. */
  private static Optional<Double> below(Values read, Key<Optional<Double>> key, Periodic periodic) {
    Optional<Double> given = read.get(key);
    return given.isEmpty() || given.get() < periodic.periodSeconds()
        ? given
        : read.refuse(
            key,
            "less than the period of " + Shown.duration(periodic.periodSeconds()),
            Shown.duration(given.get()),
            "write a shorter time");
  }

  /**
   * The same, but pulled forward by up to what a key says.
   *
   * @param due by the calendar, perhaps with a credit
   */
  static Optional<RejuvenationPolicy> pulledForward(
      Values read, Key<Optional<Double>> key, RejuvenationPolicy due) {
    if (read.get(key).isEmpty()) {
      return Optional.of(due);
    }
    OptionalDouble credit =
        due instanceof TwoLevel both ? both.creditSeconds() : OptionalDouble.empty();
    if ((due instanceof TwoLevel both ? both.due() : due) instanceof Periodic periodic
        && periodic.clock() == Clock.CALENDAR) {
      return below(read, key, periodic)
          .map(lead -> new TwoLevel(periodic, credit, OptionalDouble.of(lead)));
    }
    return read.refuse(
        key, "no \"" + key.name() + "\" without \"every\" by the calendar", "one", "remove it");
  }

  private static String word(Clock clock) {
    return switch (clock) {
      case CALENDAR -> "calendar";
      case SINCE_RENEWAL -> "since-renewal";
    };
  }

  private static RejuvenationPolicy whenFreeBelow(double share) {
    return new WhenDegraded(new Degradation.FreeBelow(share));
  }
}
