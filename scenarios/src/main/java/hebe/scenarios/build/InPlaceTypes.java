package hebe.scenarios.build;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.recovery.InPlaceUpdate;
import hebe.models.recovery.InPlaceUpdate.Fallback;
import hebe.models.recovery.InPlaceUse;
import hebe.models.recovery.MicroReboot;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a VMM is replaced under its guests: by plan, or after a crash. */
final class InPlaceTypes {
  private static final Bounds SOME = new Bounds(0, false, 1, true);

  private InPlaceTypes() {}

  private static Type<Profile> technique(Catalog catalog) {
    return ProfileType.of(catalog, Parameter.Kind.IN_PLACE, "in-place technique");
  }

  static Mapping<InPlaceUpdate> update(Catalog catalog) {
    Key<Profile> technique =
        Key.required("technique", "The constants of the technique.", technique(catalog));
    Key<Double> success =
        Key.defaulted("success", "Probability that the new VMM runs.", Types.share(SOME), "100 %");
    Key<Fallback> otherwise =
        Key.defaulted(
            "otherwise",
            "What follows where it does not run: the old VMM is put back, which takes as long again, or the guests are lost and the host is reset.",
            Types.choice("fallback", List.of(Fallback.values()), Fallback::label),
            Fallback.ROLL_BACK.label());
    return Mapping.checked(
        "in-place update",
        "A new VMM takes the place of the old one under the guests.",
        v ->
            InPlaceUse.of(v.get(technique)) == InPlaceUse.BY_PLAN
                ? Optional.of(new InPlaceUpdate(v.get(technique), v.get(success), v.get(otherwise)))
                : v.refuse(
                    technique,
                    "a technique that takes over from a VMM that runs",
                    v.get(technique).name() + ", which boots a copy of one that has failed",
                    "write one of " + names(catalog, InPlaceUse.BY_PLAN)),
        technique,
        success,
        otherwise);
  }

  static Mapping<MicroReboot> microReboot(Catalog catalog) {
    Key<String> by =
        Key.required(
            "by",
            "How: a new VMM is booted under the guests that the crash has stopped.",
            Types.choice("recovery", List.of("micro-reboot"), name -> name));
    Key<Profile> technique =
        Key.defaulted(
            "technique", "The constants of the technique.", technique(catalog), "rehype-2011");
    Key<Double> success =
        Key.required(
            "success",
            "Probability that host and guests go on; otherwise the guests are lost, and the crash is detected and repaired as without `recovery`.",
            Types.share(SOME));
    Key<DelayLaw> detection =
        Key.defaulted(
            "detection",
            "From a crash that announces itself to the begin of the micro-reboot.",
            Delays.law(),
            "0 s");
    Key<Double> hangs =
        Key.defaulted("hangs", "Share of the crashes that are hangs.", Types.share(), "0 %");
    Key<Optional<DelayLaw>> hangDetection =
        Key.optional(
            "hang-detection",
            "From a hang to the begin of the micro-reboot.",
            Delays.law(),
            "required with `hangs`");
    Key<Optional<DelayLaw>> duration =
        Key.optional(
            "duration",
            "From the detection until the new VMM runs.",
            Delays.law(),
            "computed from the technique");
    return Mapping.checked(
        "VMM recovery",
        "What follows a crash of the VMM where guests can survive it; they never survive its exhaustion.",
        v ->
            recovering(v, technique, names(catalog, InPlaceUse.AFTER_CRASH))
                .flatMap(with -> detected(v, hangs, hangDetection))
                .map(
                    law ->
                        new MicroReboot(
                            v.get(technique),
                            v.get(success),
                            v.get(detection),
                            v.get(hangs),
                            law,
                            v.get(duration))),
        by,
        technique,
        success,
        detection,
        hangs,
        hangDetection,
        duration);
  }

  private static String names(Catalog catalog, InPlaceUse use) {
    return catalog.names(Parameter.Kind.IN_PLACE).stream()
        .filter(name -> InPlaceUse.of(catalog.profile(Parameter.Kind.IN_PLACE, name)) == use)
        .collect(Collectors.joining(", "));
  }

  private static Optional<Profile> recovering(Values read, Key<Profile> key, String fitting) {
    Profile technique = read.get(key);
    return InPlaceUse.of(technique) == InPlaceUse.AFTER_CRASH
        ? Optional.of(technique)
        : read.refuse(
            key,
            "a technique for after a crash",
            technique.name() + ", which needs the old VMM alive",
            "write " + fitting);
  }

  private static Optional<DelayLaw> detected(
      Values read, Key<Double> hangs, Key<Optional<DelayLaw>> detection) {
    boolean some = read.get(hangs) > 0;
    if (some && read.get(detection).isEmpty()) {
      return read.refuse(
          hangs, "\"hang-detection\" beside \"hangs\"", "none", "add \"hang-detection: 1 s\"");
    }
    if (!some && read.get(detection).isPresent()) {
      return read.refuse(
          detection,
          "\"hang-detection\" only with \"hangs\"",
          "it alone",
          "remove it, or add them");
    }
    return Optional.of(read.get(detection).orElseGet(() -> new Deterministic(0)));
  }
}
