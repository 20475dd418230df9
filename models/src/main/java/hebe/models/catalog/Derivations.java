package hebe.models.catalog;

import hebe.sim.result.Sourced;
import java.util.Arrays;

/**
 * Constants of the catalog that are arithmetic on published figures; the formula is part of the
 * value.
 */
final class Derivations {
  private final Published published;

  Derivations(Published published) {
    this.published = published;
  }

  /** The derived value with this name. */
  Sourced of(String name) {
    return switch (name) {
      case "dom0-boot" -> dom0Boot();
      case "suspend" -> suspend();
      case "jboss-cpu" -> jbossCpu();
      case "hyfix-boot" -> hyfixBoot();
      default ->
          throw new IllegalStateException("the catalog names an unknown derivation: " + name);
    };
  }

  /**
   * What remains of the reboot of VMM and dom0 without guests once scrub and start of the VMM are
   * taken off.
   */
  private Sourced dom0Boot() {
    double scrubbedGib = value("rh-ram") - value("rh-dom0-ram") / 1024;
    double seconds =
        value("rh-vmm-n0") - value("def-quick-reload-scope") - scrubbedGib * value("def-scrub");
    return derived(
        seconds,
        "s",
        "rh-vmm-n0 - def-quick-reload-scope - (rh-ram - rh-dom0-ram) x def-scrub",
        "rh-vmm-n0",
        "def-quick-reload-scope",
        "rh-ram",
        "rh-dom0-ram",
        "def-scrub");
  }

  private Sourced suspend() {
    return derived(
        value("rh-suspend-mem-1x11") / 11,
        "s/GiB",
        "rh-suspend-mem-1x11 / 11 GiB",
        "rh-suspend-mem-1x11");
  }

  private Sourced jbossCpu() {
    return derived(
        value("rh-jboss-start") - value("def-jboss-disk-share"),
        "s",
        "rh-jboss-start - def-jboss-disk-share",
        "rh-jboss-start",
        "def-jboss-disk-share");
  }

  /**
   * Host reboot without the shutdown and the start of the kernel, which the profile states apart.
   */
  private Sourced hyfixBoot() {
    // The two are estimates of Hebe, so the rest is not verified although the whole is.
    return Sourced.derived(
        value("hyfix-host-reboot") - 2 - 0.5,
        "s",
        "hyfix-host-reboot - dom0-shutdown - vmm-start",
        false);
  }

  private double value(String id) {
    return published.input(id).value();
  }

  private Sourced derived(double value, String unit, String formula, String... ids) {
    boolean verified = Arrays.stream(ids).allMatch(id -> published.figure(id).verified());
    return Sourced.derived(value, unit, formula, verified);
  }
}
