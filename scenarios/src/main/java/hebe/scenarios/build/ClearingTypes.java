package hebe.scenarios.build;

import hebe.models.aging.Aging;
import hebe.models.aging.Clearing;
import hebe.models.aging.Clearing.Share;
import hebe.models.aging.Clearing.StagesBack;
import hebe.models.failure.LayerFailures;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Empirical;
import hebe.sim.law.Uniform;
import hebe.sim.model.Ageing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much of an age a rejuvenation or a repair takes away. */
final class ClearingTypes {
  private static final Key<Optional<Double>> SHARE =
      Key.optional("share", "Share of the age that is taken away.", Types.share());
  private static final Key<Ageing.Of> OF =
      Key.defaulted(
          "of",
          "What the share is of: the whole age, or only what was gained since the last rejuvenation or repair.",
          Types.choice("part of an age", List.of(Ageing.Of.values()), ClearingTypes::label),
          "whole-age");
  private static final Key<Optional<Integer>> STAGES =
      Key.optional(
          "stages",
          "How many stages of its aging it goes back.",
          Types.integer(1, Aging.Stages.MOST));

  private ClearingTypes() {}

  static Key<Clearing> key(String name, String doc) {
    Mapping<Clearing> parts =
        Mapping.checked(
                "part of an age",
                "How much of an age is taken away.",
                ClearingTypes::read,
                SHARE,
                OF,
                STAGES)
            .exactlyOneOf(SHARE, STAGES);
    Type<Clearing> share = Types.share().map(s -> new Share(s, Ageing.Of.WHOLE_AGE));
    return Key.defaulted(name, doc, Types.firstOf(share, parts), "100 %");
  }

  private static Optional<Clearing> read(Values v) {
    if (v.get(STAGES).isPresent()) {
      return v.isGiven(OF)
          ? v.refuse(OF, "no \"of\" with \"stages\"", "one", "remove it")
          : v.get(STAGES).map(StagesBack::new);
    }
    return v.get(SHARE).map(share -> new Share(share, v.get(OF)));
  }

  private static String label(Ageing.Of of) {
    return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How a layer is repaired, if that fits how it ages. */
  static Optional<LayerFailures> repaired(Values v, Key<Clearing> key, LayerFailures layer) {
    Clearing clearing = v.get(key);
    if (clearing.full()) {
      return Optional.of(layer);
    }
    Optional<String> need = clearing.misfit(layer.aging());
    if (need.isPresent()) {
      return v.refuse(key, "that only with " + need.get(), "another aging", "write a share");
    }
    if (layer.aging().resource().isPresent() && clearing.equals(Clearing.nothing())) {
      return v.refuse(
          key,
          "more than 0 % where a resource runs out",
          "0 %, with which it would crash again at once",
          "write a larger share");
    }
    boolean staged = layer.aging() instanceof Aging.Stages;
    if (!staged && layer.crash().filter(ClearingTypes::ends).isPresent()) {
      return v.refuse(
          key,
          "100 % where \"crash\" has a longest delay",
          "less, with which it would crash at once when that is over",
          "remove it, or write another law, for example weibull");
    }
    return Optional.of(layer.restoring(clearing));
  }

  private static boolean ends(DelayLaw law) {
    return law instanceof Deterministic || law instanceof Uniform || law instanceof Empirical;
  }

  /** In words, for example {@code 70 % of the whole age}. */
  static String words(Clearing clearing) {
    if (clearing instanceof StagesBack stages) {
      return stages.back() == 1 ? "one stage" : stages.back() + " stages";
    }
    Share share = (Share) clearing;
    return Shown.number(100 * share.share())
        + (share.of() == Ageing.Of.LAST_RUN ? " % of the last run" : " % of the whole age");
  }
}
