package hebe.models.selfvirt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The classes that published switch times fall into. */
public enum SwitchClass {
  /** Below 1 ms: paravirtual, the VMM is kept ready, no device is initialised again. */
  PARAVIRTUAL(0, 1e-3),
  /** 10 to 100 ms: a layer of hardware virtualization, or a VMM hands its state over. */
  HARDWARE(10e-3, 100e-3),
  /** A second and more: a micro-reboot, or a disk. */
  RESTART(1, Double.POSITIVE_INFINITY);

  private final double leastSeconds;
  private final double mostSeconds;

  SwitchClass(double leastSeconds, double mostSeconds) {
    this.leastSeconds = leastSeconds;
    this.mostSeconds = mostSeconds;
  }

  /** Its name in the table. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a time is in the class. */
  public boolean holds(double seconds) {
    return leastSeconds <= seconds && seconds <= mostSeconds;
  }

  /** The one with this name; empty for {@code unknown}, and nothing else is accepted. */
  static Optional<SwitchClass> find(String label) {
    Optional<SwitchClass> found =
        Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    if (found.isEmpty() && !label.equals("unknown")) {
      throw new IllegalStateException("no class of switches is called '" + label + "'");
    }
    return found;
  }
}
