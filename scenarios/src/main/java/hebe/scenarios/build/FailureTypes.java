package hebe.scenarios.build;

import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import java.util.Optional;

/** How the layers of every host fail. */
final class FailureTypes {
  private static final Key<DelayLaw> CRASH =
      Key.required("crash", "From the last fresh start to the crash.", Delays.law());
  private static final Key<DelayLaw> DETECTION =
      Key.defaulted("detection", "From the crash until it is noticed.", Delays.law(), "0 s");

  private FailureTypes() {}

  static Type<Failures> failures() {
    Key<Optional<LayerFailures>> hardware =
        Key.optional(
            "hardware",
            "Failures of the machine; they take everything on it down.",
            hardware(),
            "it never fails");
    Key<Optional<LayerFailures>> vmm =
        Key.optional(
            "vmm",
            "Failures of the VMM; its guests are lost.",
            aging("VMM failures", "reset and boot of the host"),
            "it never fails");
    Key<Optional<LayerFailures>> guest =
        Key.optional(
            "guest",
            "Failures of the system in a guest.",
            aging("guest failures", "boot of the guest and start of its service"),
            "it never fails");
    Key<Optional<LayerFailures>> service =
        Key.optional("service", "Failures of the service in a guest.", service(), "it never fails");
    return Mapping.of(
        "failures",
        "How the layers of every host fail.",
        v ->
            new Failures(
                v.get(hardware).orElseGet(LayerFailures::none),
                v.get(vmm).orElseGet(LayerFailures::none),
                v.get(guest).orElseGet(LayerFailures::none),
                v.get(service).orElseGet(LayerFailures::none)),
        hardware,
        vmm,
        guest,
        service);
  }

  private static Mapping<LayerFailures> hardware() {
    Key<DelayLaw> repair =
        Key.required(
            "repair", "From the detection until the machine can be powered on.", Delays.law());
    return Mapping.checked(
        "hardware failures",
        "How the machine fails; after a repair it boots.",
        v -> lasting(v, CRASH, Optional.empty(), Optional.of(v.get(repair))),
        CRASH,
        DETECTION,
        repair);
  }

  private static Mapping<LayerFailures> aging(String name, String computed) {
    Key<Optional<DelayLaw>> aging =
        Key.optional(
            "aging",
            "From robust to failure-probable.",
            Delays.law(),
            "no such stage: `crash` counts from the fresh start");
    Key<DelayLaw> crash =
        Key.required(
            "crash",
            "From failure-probable, or from the fresh start without `aging`, to the crash.",
            Delays.law());
    Key<Optional<DelayLaw>> repair = repair(computed);
    return Mapping.checked(
        name,
        "How the layer ages and fails.",
        v -> lasting(v, crash, v.get(aging), v.get(repair)),
        aging,
        crash,
        DETECTION,
        repair);
  }

  private static Mapping<LayerFailures> service() {
    Key<Optional<DelayLaw>> repair = repair("start of the service");
    return Mapping.checked(
        "service failures",
        "How the service fails.",
        v -> lasting(v, CRASH, Optional.empty(), v.get(repair)),
        CRASH,
        DETECTION,
        repair);
  }

  /** A layer that lives for a while; if all else takes no time, time would stand still. */
  private static Optional<LayerFailures> lasting(
      Values read, Key<DelayLaw> crash, Optional<DelayLaw> aging, Optional<DelayLaw> repair) {
    double life = aging.map(DelayLaw::meanSeconds).orElse(0.0) + read.get(crash).meanSeconds();
    if (life < Delays.LEAST_SECONDS) {
      return read.refuse(
          crash,
          "at least "
              + Shown.seconds(Delays.LEAST_SECONDS)
              + " from the fresh start to the crash, on average",
          Shown.seconds(life),
          "write a longer delay");
    }
    return Optional.of(
        new LayerFailures(aging, Optional.of(read.get(crash)), read.get(DETECTION), repair));
  }

  private static Key<Optional<DelayLaw>> repair(String computed) {
    return Key.optional(
        "repair",
        "From the detection until it works again.",
        Delays.law(),
        "computed: " + computed);
  }
}
