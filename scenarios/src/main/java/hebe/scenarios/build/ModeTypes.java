package hebe.scenarios.build;

import hebe.models.policy.ModePolicy;
import hebe.models.policy.ModePolicy.AlwaysNative;
import hebe.models.policy.ModePolicy.AlwaysVirtual;
import hebe.models.policy.ModePolicy.Reason;
import hebe.models.policy.ModePolicy.WhenNeeded;
import hebe.models.policy.Window;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** In which mode hosts run that can put a VMM under themselves. */
final class ModeTypes {
  private ModeTypes() {}

  /** A usual mode by its name. */
  private enum Usual {
    ALWAYS_NATIVE("always-native", new AlwaysNative()),
    ALWAYS_VIRTUAL("always-virtual", new AlwaysVirtual()),
    WHEN_NEEDED("when-needed", new WhenNeeded(EnumSet.allOf(Reason.class), Optional.empty()));

    private final String word;
    private final ModePolicy policy;

    Usual(String word, ModePolicy policy) {
      this.word = word;
      this.policy = policy;
    }
  }

  static Type<ModePolicy> mode() {
    Type<ModePolicy> usual =
        Types.choice(
                "mode of a system",
                List.of(Usual.values()),
                one -> one.word,
                List.of("{when-needed-for: [maintenance]}"))
            .map(one -> one.policy);
    return Types.firstOf(usual, needed());
  }

  private static Mapping<WhenNeeded> needed() {
    Key<List<Reason>> reasons =
        Key.defaulted(
            "when-needed-for",
            "Reasons that put the VMM under the system; what comes up for others is done as without one.",
            Types.listOf(Types.choice("reason", List.of(Reason.values()), ModeTypes::word)),
            "[]");
    Key<Optional<Window>> hours =
        Key.optional(
            "virtual-in",
            "Hours in which the VMM is under the system, whatever else there is.",
            WindowTypes.hours(),
            "none");
    return Mapping.checked(
        "mode by reasons",
        "Native, with the VMM under the system only for some reasons or in some hours.",
        v -> needed(v, reasons, hours),
        reasons,
        hours);
  }

  private static Optional<WhenNeeded> needed(
      Values read, Key<List<Reason>> reasons, Key<Optional<Window>> hours) {
    if (read.get(reasons).isEmpty() && read.get(hours).isEmpty()) {
      return read.refuse(
          reasons,
          "a reason or hours to be virtual in",
          "none",
          "add for example \"when-needed-for: [maintenance]\", or write \"mode: always-native\"");
    }
    Set<Reason> given = EnumSet.noneOf(Reason.class);
    given.addAll(read.get(reasons));
    return Optional.of(new WhenNeeded(given, read.get(hours)));
  }

  /** The name of a reason in files. */
  static String word(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  /** A mode for people. */
  static String words(ModePolicy mode) {
    for (Usual usual : Usual.values()) {
      if (usual.policy.equals(mode)) {
        return usual.word;
      }
    }
    WhenNeeded needed = (WhenNeeded) mode;
    List<String> reasons = needed.reasons().stream().map(ModeTypes::word).toList();
    String hours = needed.window().map(open -> "in some hours").orElse("");
    String both = !reasons.isEmpty() && !hours.isEmpty() ? " and " : "";
    return (reasons.isEmpty() ? "virtual " : "when needed for " + String.join(", ", reasons))
        + both
        + hours;
  }
}
