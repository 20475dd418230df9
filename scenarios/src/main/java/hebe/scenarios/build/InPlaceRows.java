package hebe.scenarios.build;

import hebe.models.catalog.Profile;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.InPlaceUpdate;
import hebe.models.recovery.MicroReboot;
import hebe.sim.law.DelayLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In-place updates and micro-reboots in the words of an explanation. */
final class InPlaceRows {
  private InPlaceRows() {}

  /** What follows a crash of the VMM, as rows of laws. */
  static List<List<String>> of(MicroReboot by) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "vmm.recovery",
            by.label()
                + " as "
                + by.technique().name()
                + ", guests survive with "
                + percent(by.success()),
            "given"));
    rows.add(
        List.of(
            "vmm.recovery.detection",
            by.detection().describe(),
            by.detection().meanSeconds() > 0 ? "given" : "default"));
    if (by.hangs() > 0) {
      rows.add(
          List.of(
              "vmm.recovery.hang-detection",
              by.hangDetection().describe() + " in " + percent(by.hangs()) + " of the crashes",
              "given"));
    }
    rows.add(
        List.of(
            "vmm.recovery.duration",
            by.duration().map(DelayLaw::describe).orElse("micro-reboot of the host, above"),
            by.duration().isPresent() ? "given" : "derived"));
    return rows;
  }

  /** How a VMM is updated in place. */
  static String by(InPlaceUpdate update) {
    String certain = update.label() + " as " + update.technique().name();
    return update.success() == 1
        ? certain
        : certain
            + ", which succeeds with "
            + percent(update.success())
            + ", otherwise "
            + update.otherwise().label();
  }

  /** The techniques that a scenario uses, each once. */
  static List<Profile> techniques(Scenario scenario) {
    List<Profile> used = new ArrayList<>();
    scenario.failures().microReboot().ifPresent(by -> used.add(by.technique()));
    for (Policy policy : scenario.policyList()) {
      update(policy).ifPresent(update -> used.add(update.technique()));
    }
    return used.stream().distinct().toList();
  }

  /** The update that a policy makes; empty if it makes none. */
  static Optional<InPlaceUpdate> update(Policy policy) {
    return policy.vmmWhen() instanceof RejuvenationPolicy.Never
        ? Optional.empty()
        : Optional.of(policy.vmmBy())
            .filter(InPlaceUpdate.class::isInstance)
            .map(InPlaceUpdate.class::cast);
  }

  private static String percent(double share) {
    return Shown.number(100 * share) + " %";
  }
}
