package hebe.scenarios.build;

import hebe.models.policy.LoadPattern;
import hebe.models.policy.Window;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import java.util.Optional;

/** When the load of a host is low. */
final class LoadTypes {
  private static final Key<Optional<Window>> QUIET_AT =
      Key.optional(
          "quiet-at", "The hours of the calendar in which it is low.", WindowTypes.hours());
  private static final Key<Optional<DelayLaw>> BUSY =
      Key.optional("busy", "How long it is high; it is at the start.", Delays.law());
  private static final Key<Optional<DelayLaw>> QUIET =
      Key.optional("quiet", "How long it is then low.", Delays.law());

  private LoadTypes() {}

  static Mapping<LoadPattern> load() {
    return Mapping.checked(
        "load",
        "When the load is low, by the calendar or by chance.",
        LoadTypes::read,
        QUIET_AT,
        BUSY,
        QUIET);
  }

  private static Optional<LoadPattern> read(Values read) {
    Optional<Window> at = read.get(QUIET_AT);
    Optional<DelayLaw> busy = read.get(BUSY);
    Optional<DelayLaw> quiet = read.get(QUIET);
    boolean chance = busy.isPresent() || quiet.isPresent();
    if (at.isPresent() == chance || busy.isPresent() != quiet.isPresent()) {
      return read.refuse(
          QUIET_AT,
          "either \"quiet-at\", or both \"busy\" and \"quiet\"",
          given(read),
          "write for example \"load: {quiet-at: {open: [nights]}}\"");
    }
    if (at.isPresent()) {
      return Optional.of(new LoadPattern.ByCalendar(at.get()));
    }
    double cycle = busy.orElseThrow().meanSeconds() + quiet.orElseThrow().meanSeconds();
    return cycle < Delays.LEAST_SECONDS
        ? read.refuse(
            BUSY,
            "at least "
                + Shown.seconds(Delays.LEAST_SECONDS)
                + " for \"busy\" and \"quiet\" together",
            Shown.seconds(cycle),
            "write longer delays")
        : Optional.of(new LoadPattern.Alternating(busy.get(), quiet.get()));
  }

  private static String given(Values read) {
    StringBuilder given = new StringBuilder();
    for (Key<?> key : java.util.List.of(QUIET_AT, BUSY, QUIET)) {
      if (read.isGiven(key)) {
        given.append(given.isEmpty() ? "" : " and ").append('"').append(key.name()).append('"');
      }
    }
    return given.isEmpty() ? "none of them" : given.toString();
  }
}
