package hebe.scenarios.build;

import hebe.models.aging.Aging;
import hebe.models.aging.Clearing;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.LeakPresets;
import hebe.models.catalog.Catalog;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.recovery.MicroReboot;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.sim.law.DelayLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** How the layers of every host fail. */
final class FailureTypes {
  private static final Key<DelayLaw> CRASH =
      Key.required("crash", "From the last fresh start to the crash.", Delays.law());
  private static final Key<DelayLaw> DETECTION =
      Key.defaulted("detection", "From the crash until it is noticed.", Delays.law(), "0 s");

  private static final Key<Clearing> RESTORES =
      ClearingTypes.key(
          "repair-restores",
          "How much of the layer's age the repair after its crash takes away: all of it, as good as new; 0 %, as bad as old; or a part.");

  private FailureTypes() {}

  /** A VMM's failures, and what follows its crashes if guests can survive them. */
  private record Vmm(LayerFailures layer, Optional<MicroReboot> recovery) {
    static Vmm none() {
      return new Vmm(LayerFailures.none(), Optional.empty());
    }
  }

  static Type<Failures> failures(LeakPresets presets, Catalog catalog) {
    Key<Optional<LayerFailures>> hardware =
        Key.optional(
            "hardware",
            "Failures of the machine; they take everything on it down.",
            hardware(),
            "it never fails");
    Key<Optional<MicroReboot>> recovery =
        Key.optional(
            "recovery",
            "What follows a crash where guests can survive it.",
            InPlaceTypes.microReboot(catalog),
            "the guests are lost");
    Key<Optional<Vmm>> vmm =
        Key.optional(
            "vmm",
            "Failures of the VMM; its guests are lost, unless `recovery` says otherwise.",
            aging(
                "VMM failures",
                "reset and boot of the host",
                new AgingTypes("VMM", Own.OF_VMM, true, presets),
                (layer, v) -> new Vmm(layer, v.get(recovery)),
                recovery),
            "it never fails");
    Key<Optional<LayerFailures>> guest =
        Key.optional(
            "guest",
            "Failures of the system in a guest.",
            aging(
                "guest failures",
                "boot of the guest and start of its service",
                new AgingTypes("guest", Own.OF_GUEST, false, new LeakPresets(List.of())),
                (layer, v) -> layer),
            "it never fails");
    Key<Optional<LayerFailures>> service =
        Key.optional("service", "Failures of the service in a guest.", service(), "it never fails");
    return Mapping.of(
        "failures",
        "How the layers of every host fail.",
        v -> {
          Vmm failing = v.get(vmm).orElseGet(Vmm::none);
          return new Failures(
              v.get(hardware).orElseGet(LayerFailures::none),
              failing.layer(),
              v.get(guest).orElseGet(LayerFailures::none),
              v.get(service).orElseGet(LayerFailures::none),
              failing.recovery());
        },
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
        v -> lasting(v, Optional.of(v.get(repair))),
        CRASH,
        DETECTION,
        repair,
        RESTORES);
  }

  private static <T> Mapping<T> aging(
      String name,
      String computed,
      AgingTypes types,
      BiFunction<LayerFailures, Values, T> made,
      Key<?>... more) {
    Key<Optional<Aging>> aging =
        Key.optional(
            "aging",
            "From robust to failure-probable: the law of one stage, several stages, or leaks.",
            types.type(),
            "no such stage: `crash` counts from the fresh start");
    Key<Optional<List<DelayLaw>>> crash =
        Key.optional(
            "crash",
            "From failure-probable, or from the fresh start without `aging`, to the crash; with stages also a list, one law for each stage and for failure-probable.",
            Types.firstOf(
                Delays.law().<List<DelayLaw>>map(List::of), Types.listOf(Delays.law()).required()),
            "required, but for a resource without `crash-below`");
    Key<Optional<List<Double>>> speeds =
        Key.optional(
            "speeds",
            "Share of its work that the layer does in each stage and while failure-probable, never rising; they count in the capacity of guests with a workload.",
            Types.listOf(Types.share()).required(),
            "stages do not make it slow");
    Key<Optional<DelayLaw>> repair = repair(computed);
    List<Key<?>> keys = new ArrayList<>(List.of(aging, crash, speeds, DETECTION, repair, RESTORES));
    keys.addAll(List.of(more));
    return Mapping.checked(
        name,
        "How the layer ages and fails.",
        v ->
            new AgingFailures(v, aging, crash, speeds)
                .read(v.get(DETECTION), v.get(repair))
                .flatMap(layer -> ClearingTypes.repaired(v, RESTORES, layer))
                .map(layer -> made.apply(layer, v)),
        keys.toArray(Key<?>[]::new));
  }

  private static Mapping<LayerFailures> service() {
    Key<Optional<DelayLaw>> repair = repair("start of the service");
    return Mapping.checked(
        "service failures",
        "How the service fails.",
        v -> lasting(v, v.get(repair)),
        CRASH,
        DETECTION,
        repair,
        RESTORES);
  }

  private static Optional<LayerFailures> lasting(Values read, Optional<DelayLaw> repair) {
    return AgingFailures.lasting(read, CRASH, read.get(CRASH).meanSeconds())
        .map(
            life ->
                new LayerFailures(
                    new Aging.None(), Optional.of(read.get(CRASH)), read.get(DETECTION), repair))
        .flatMap(layer -> ClearingTypes.repaired(read, RESTORES, layer));
  }

  private static Key<Optional<DelayLaw>> repair(String computed) {
    return Key.optional(
        "repair",
        "From the detection until it works again.",
        Delays.law(),
        "computed: " + computed);
  }
}
