package hebe.scenarios.build;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.load.Execution;
import hebe.models.load.MechanismTimes;
import hebe.models.timing.Microarchitecture;
import hebe.models.timing.Mode;
import hebe.models.timing.TrapEvent;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The VMM of a host in a scenario: its constants, and how it runs the guests. */
final class VmmType {
  private static final String NOUN = "VMM profile";

  private final TimingData timing;
  private final ProfileType.Changes changes;
  private final Key<Optional<Mode>> mode =
      Key.optional(
          "mode",
          "How the guests run: one of `hebe list modes`; goes with `cpu`.",
          Types.choice("mode", List.of(Mode.values()), Mode::label),
          "slow-downs are not computed");
  private final Key<Optional<String>> cpu;
  private final Key<Optional<Double>> clock =
      Key.optional(
          "clock", "Clock of its cores.", Types.frequencyHertz(), "the nominal one of the CPU");
  private final Key<Optional<Double>> slice =
      Key.optional(
          "slice",
          "How long a guest runs before another takes the core, where guests outnumber the cores.",
          Types.durationSeconds(),
          "switches between guests cost nothing");

  private VmmType(Catalog catalog, TimingData timing) {
    this.timing = timing;
    changes = ProfileType.Changes.of(catalog, Parameter.Kind.VMM, NOUN);
    cpu =
        Key.optional(
            "cpu",
            "The processor: one of `hebe list cpus`; goes with `mode`.",
            Types.choice("CPU", timing.costs().microarchitectures().names(), name -> name),
            "slow-downs are not computed");
  }

  /**
   * A VMM.
   *
   * @param profile its constants
   * @param execution how it runs the guests, if that is given
   */
  record Vmm(Profile profile, Optional<Execution> execution) {}

  static Type<Vmm> of(Catalog catalog, TimingData timing) {
    Type<Vmm> named =
        Types.choice(NOUN, catalog.names(Parameter.Kind.VMM), name -> name)
            .map(name -> new Vmm(catalog.profile(Parameter.Kind.VMM, name), Optional.empty()));
    return Types.firstOf(named, new VmmType(catalog, timing).mapping());
  }

  private Mapping<Vmm> mapping() {
    List<Key<?>> keys = new ArrayList<>(changes.keys());
    keys.addAll(List.of(mode, cpu, clock, slice));
    return Mapping.checked(
        NOUN,
        "A profile of the catalog with some values replaced, and how the guests run.",
        this::vmm,
        keys.toArray(Key<?>[]::new));
  }

  private Optional<Vmm> vmm(Values read) {
    Profile profile = changes.profile(read);
    if (read.get(mode).isEmpty() && read.get(cpu).isEmpty()) {
      return unused(read, clock) || unused(read, slice)
          ? Optional.empty()
          : Optional.of(new Vmm(profile, Optional.empty()));
    }
    if (read.get(mode).isEmpty() || read.get(cpu).isEmpty()) {
      boolean lacksMode = read.get(mode).isEmpty();
      return read.refuse(
          lacksMode ? cpu : mode,
          "\"mode\" and \"cpu\" together",
          lacksMode ? "only a CPU" : "only a mode",
          lacksMode ? "add for example \"mode: native\"" : "add for example \"cpu: nehalem\"");
    }
    return fitting(read, read.get(cpu).get(), read.get(mode).get())
        .map(
            execution ->
                new Vmm(MechanismTimes.derived(profile, execution), Optional.of(execution)));
  }

  private static boolean unused(Values read, Key<Optional<Double>> key) {
    if (read.get(key).isEmpty()) {
      return false;
    }
    read.refuse(
        key,
        "\"" + key.name() + "\" only beside \"mode\" and \"cpu\"",
        "it alone",
        "remove it, or add them");
    return true;
  }

  private Optional<Execution> fitting(Values read, String name, Mode chosen) {
    Microarchitecture processor = timing.costs().microarchitectures().get(name);
    if (!processor.supports(chosen)) {
      return read.refuse(
          mode,
          "a mode that " + name + " can have with " + processor.extensions().words(),
          chosen.label() + ", which needs " + chosen.needs().words(),
          "costs are known of " + labels(name));
    }
    if (processor.nominalHertz().isEmpty() && read.get(clock).isEmpty()) {
      return read.refuse(
          cpu,
          "\"clock\" beside " + name + ", of which no part is named",
          "none",
          "add for example \"clock: 3 GHz\"");
    }
    boolean switches =
        timing.costs().find(name, chosen, TrapEvent.DOMAIN_SWITCH).isPresent()
            && timing.costs().find(name, chosen, TrapEvent.DOMAIN_SWITCH_DIRECT).isPresent();
    if (read.get(slice).isPresent() && !switches) {
      return read.refuse(
          slice,
          "\"slice\" only where the cost of a switch between guests is known",
          chosen.label() + " on " + name,
          "remove it");
    }
    return Optional.of(
        Execution.of(
            timing.costs(),
            timing.rules(),
            name,
            chosen,
            number(read, clock),
            number(read, slice)));
  }

  private static OptionalDouble number(Values read, Key<Optional<Double>> key) {
    return read.get(key).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private String labels(String name) {
    return String.join(", ", timing.costs().modes(name).stream().map(Mode::label).toList());
  }
}
