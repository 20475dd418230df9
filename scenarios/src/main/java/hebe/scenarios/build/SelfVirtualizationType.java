package hebe.scenarios.build;

import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.load.Execution;
import hebe.models.load.HostLoad;
import hebe.models.modes.Occasion;
import hebe.models.modes.SelfVirtualization;
import hebe.models.timing.Workload;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the system of a host puts the VMM under itself, and what comes up on it. */
final class SelfVirtualizationType {
  private static final Bounds BELOW_ALL = new Bounds(0, true, 1, false);

  private final Key<SwitchType.Given> switching =
      Key.defaulted("switch", "What a switch costs and how it fails.", SwitchType.type(), "{}");
  private final Key<Optional<Double>> tax =
      Key.optional(
          "native-tax",
          "Share of the work that the readiness to switch costs in native mode.",
          Types.share(BELOW_ALL),
          "that of the way in which `switch` keeps `records`");
  private final Key<Optional<Double>> overhead =
      Key.optional(
          "virtual-overhead", "Share of the work that is lost on the VMM.", Types.share(BELOW_ALL));
  private final Key<Optional<Workload>> workload;
  private final List<Key<Optional<Occasion>>> occasions =
      List.of(
          occasion("maintenance", "Work on the machine.", OccasionTypes.maintenance()),
          occasion("update", "Changes of the system.", OccasionTypes.update()),
          occasion("checkpoints", "Saving of its state.", OccasionTypes.checkpoints()),
          occasion("suspicion", "Announced failures.", OccasionTypes.suspicion()),
          occasion("hosting", "Further guests.", OccasionTypes.hosting()));

  private SelfVirtualizationType(Map<String, Workload> workloads) {
    workload =
        Key.optional(
            "workload",
            "What the system does at the scale of cycles, by its name; from it the share lost on the VMM is computed.",
            Types.reference("workload", List.copyOf(workloads.keySet())).map(workloads::get));
  }

  private static Key<Optional<Occasion>> occasion(String name, String doc, Mapping<Occasion> type) {
    return Key.optional(name, doc, type, "none");
  }

  /**
   * What was written.
   *
   * @param switching the switch
   * @param tax in native mode, if that was given
   * @param overhead on the VMM, if that was given; otherwise there is a workload
   * @param workload likewise
   * @param occasions what comes up
   */
  record Given(
      SwitchType.Given switching,
      Optional<Double> tax,
      Optional<Double> overhead,
      Optional<Workload> workload,
      List<Occasion> occasions) {

    /** The description for a host on which its workload, if it has one, can run. */
    Optional<SelfVirtualization> on(
        Values read, Key<?> key, Profile hardware, Optional<Execution> execution) {
      Optional<SwitchType.Timed> timed = switching.on(hardware, execution);
      if (timed.isEmpty()) {
        return read.refuse(
            key,
            "\"attach\" and \"detach\" of \"switch\", or a \"vmm\" with a paravirtual \"mode\" and a \"cpu\" to compute them from",
            "neither",
            "write for example \"switch: {attach: 0.22 ms, detach: 0.06 ms}\"");
      }
      double taxed = tax.orElse(timed.get().nativeTax());
      String taxOrigin = tax.isPresent() ? "given" : "derived: records of frames";
      SelfVirtualization.Origins origins =
          new SelfVirtualization.Origins(
              timed.get().attachOrigin(),
              timed.get().detachOrigin(),
              taxOrigin,
              workload.map(w -> "derived: workload " + w.name()).orElse("given"));
      return Optional.of(
          new SelfVirtualization(
              timed.get().switching(),
              1 - taxed,
              share(hardware, execution),
              occasions,
              origins,
              workload));
    }

    private double share(Profile hardware, Optional<Execution> execution) {
      return workload
          .map(
              work ->
                  new HostLoad(execution.orElseThrow(), (int) hardware.get(Parameter.CORES), 1)
                      .of(work)
                      .share()
                      .value())
          .orElseGet(() -> 1 - overhead.orElseThrow());
    }
  }

  static Mapping<Given> type(Map<String, Workload> workloads) {
    SelfVirtualizationType keys = new SelfVirtualizationType(workloads);
    List<Key<?>> all =
        new ArrayList<>(List.of(keys.switching, keys.tax, keys.overhead, keys.workload));
    all.addAll(keys.occasions);
    return Mapping.of(
            "self-virtualization",
            "The system of the host runs native and can put the VMM under itself. The failures of a guest are those of this system.",
            keys::read,
            all.toArray(Key<?>[]::new))
        .exactlyOneOf(keys.overhead, keys.workload);
  }

  private Given read(Values read) {
    return new Given(
        read.get(switching),
        read.get(tax),
        read.get(overhead),
        read.get(workload),
        occasions.stream().flatMap(key -> read.get(key).stream()).toList());
  }
}
