package hebe.models.modes;

import hebe.models.policy.ModePolicy.Reason;
import hebe.models.timing.Workload;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A system that can put a VMM under itself.
 *
 * @param switching what a switch costs and how it fails
 * @param nativeShare share of the work of an unchanged system that it does in native mode, in (0,
 *     1]: 1 - tax
 * @param virtualShare share that it does on the VMM, in (0, 1]
 * @param occasions what comes up; each reason once
 * @param origins where the numbers are from, for people
 * @param workload of which the share on the VMM was computed; empty if that was given
 */
public record SelfVirtualization(
    ModeSwitch switching,
    double nativeShare,
    double virtualShare,
    List<Occasion> occasions,
    Origins origins,
    Optional<Workload> workload) {
  public SelfVirtualization {
    occasions = List.copyOf(occasions);
    requireShare(nativeShare);
    requireShare(virtualShare);
    Set<Reason> seen = EnumSet.noneOf(Reason.class);
    for (Occasion occasion : occasions) {
      if (!seen.add(occasion.reason())) {
        throw new IllegalArgumentException(
            "occasions: expected each reason once, got two for " + occasion.reason());
      }
    }
  }

  /** Of numbers that were given. */
  public SelfVirtualization(
      ModeSwitch switching, double nativeShare, double virtualShare, List<Occasion> occasions) {
    this(
        switching,
        nativeShare,
        virtualShare,
        occasions,
        new Origins("given", "given", "given", "given"),
        Optional.empty());
  }

  /**
   * Where numbers are from: given, or derived from what.
   *
   * @param attach duration of an attach
   * @param detach duration of a detach
   * @param nativeShare share of the work in native mode
   * @param virtualShare share of the work on the VMM
   */
  public record Origins(String attach, String detach, String nativeShare, String virtualShare) {}

  private static void requireShare(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "a share of work: expected one above 0 and at most 1, got " + share);
    }
  }
}
