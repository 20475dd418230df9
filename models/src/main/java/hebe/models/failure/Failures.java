package hebe.models.failure;

/** How the layers of every host fail. */
public record Failures(
    LayerFailures hardware, LayerFailures vmm, LayerFailures guest, LayerFailures service) {
  public Failures {
    if (hardware.crash().isPresent() && hardware.repair().isEmpty()) {
      throw new IllegalArgumentException("hardware that crashes needs a repair");
    }
    if (hardware.aging().isPresent()) {
      throw new IllegalArgumentException(
          "hardware has no aging stage; give its crash a law with a rising hazard");
    }
    if (service.aging().isPresent()) {
      throw new IllegalArgumentException("a service has no aging stage; its guest ages");
    }
  }

  /** Nothing ever fails. */
  public static Failures none() {
    LayerFailures none = LayerFailures.none();
    return new Failures(none, none, none, none);
  }
}
