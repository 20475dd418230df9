package hebe.models.failure;

import hebe.models.aging.Aging;
import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent;
import hebe.models.aging.LeakEvent.Own;
import hebe.models.aging.Resource;
import hebe.models.recovery.MicroReboot;
import java.util.List;
import java.util.Optional;

/**
 * How the layers of every host fail.
 *
 * @param microReboot what follows a crash of the VMM, other than by exhaustion; empty if its guests
 *     are lost
 */
public record Failures(
    LayerFailures hardware,
    LayerFailures vmm,
    LayerFailures guest,
    LayerFailures service,
    Optional<MicroReboot> microReboot) {
  public Failures {
    if (microReboot.isPresent() && !vmm.fails()) {
      throw new IllegalArgumentException("a VMM that never crashes is not micro-rebooted");
    }
    if (hardware.crash().isPresent() && hardware.repair().isEmpty()) {
      throw new IllegalArgumentException("hardware that crashes needs a repair");
    }
    if (!(hardware.aging() instanceof Aging.None)) {
      throw new IllegalArgumentException(
          "hardware has no aging stage; give its crash a law with a rising hazard");
    }
    if (!(service.aging() instanceof Aging.None)) {
      throw new IllegalArgumentException("a service has no aging stage; its guest ages");
    }
    requireEvents(vmm, Own.OF_VMM, "VMM");
    requireEvents(guest, Own.OF_GUEST, "guest");
  }

  /** With guests that are lost when the VMM crashes. */
  public Failures(
      LayerFailures hardware, LayerFailures vmm, LayerFailures guest, LayerFailures service) {
    this(hardware, vmm, guest, service, Optional.empty());
  }

  private static void requireEvents(LayerFailures layer, List<Own> known, String name) {
    for (Leak leak : layer.aging().resource().map(Resource::leaks).orElse(List.of())) {
      if (leak.on() instanceof Own event && !known.contains(event)) {
        throw new IllegalArgumentException(
            "a " + name + " does not leak by \"" + event.label() + "\"");
      }
      if (leak.on() instanceof LeakEvent.Use && !known.equals(Own.OF_VMM)) {
        throw new IllegalArgumentException("a " + name + " does not leak by the use of a VMM");
      }
    }
  }

  /** Whether a repair leaves something of an age. */
  public boolean repairsInPart() {
    return !List.of(hardware, vmm, guest, service).stream()
        .allMatch(layer -> layer.restores().full());
  }

  /** Nothing ever fails. */
  public static Failures none() {
    LayerFailures none = LayerFailures.none();
    return new Failures(none, none, none, none);
  }
}
