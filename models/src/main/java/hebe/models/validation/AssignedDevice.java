package hebe.models.validation;

import java.util.List;

/**
 * Interrupts of an assigned device through the host (ELI): costs fitted on Netperf, Apache
 * predicted.
 */
final class AssignedDevice {
  private static final String GROUP = "assigned device";
  private static final String CPU = "nehalem";

  private AssignedDevice() {}

  static void add(TimingCases cases) {
    for (String how : List.of("baseline", "delivery-only", "eli")) {
      cases.predict(
          GROUP,
          "eli12-apache-guest-time-" + how,
          "1 - exits x costs solved from two rows of Netperf",
          evidence -> 100 * guestShare(evidence, how));
      cases.predict(
          GROUP,
          "eli12-apache-throughput-" + how,
          "bare metal x time in guest x mean efficiency of the three rows of Netperf",
          evidence -> throughput(evidence, how));
      cases.predict(
          GROUP,
          "eli12-apache-response-" + how,
          "requests in flight on bare metal / throughput",
          evidence -> response(evidence, how));
    }
  }

  private static double response(TimingEvidence evidence, String how) {
    double inFlight =
        evidence.figure("eli12-apache-throughput-bare-metal")
            * evidence.figure("eli12-apache-response-bare-metal");
    return inFlight / throughput(evidence, how);
  }

  private static double throughput(TimingEvidence evidence, String how) {
    return evidence.figure("eli12-apache-throughput-bare-metal")
        * guestShare(evidence, how)
        * efficiency(evidence);
  }

  /** Work done in the guest's time, relative to bare metal. */
  private static double efficiency(TimingEvidence evidence) {
    double bare = evidence.figure("eli12-netperf-throughput-bare-metal");
    double sum = 0;
    List<String> rows = List.of("baseline", "delivery-only", "eli");
    for (String row : rows) {
      sum +=
          evidence.figure("eli12-netperf-throughput-" + row)
              / (bare * evidence.figure("eli12-netperf-guest-time-" + row) / 100);
    }
    return sum / rows.size();
  }

  private static double guestShare(TimingEvidence evidence, String how) {
    Costs costs = solve(evidence);
    double interrupts = evidence.figure("eli12-apache-host-interrupts-" + how);
    double others = evidence.figure("eli12-apache-exits-" + how) - interrupts;
    double hostCycles = interrupts * costs.interruptCycles() + others * costs.otherCycles();
    return 1 - evidence.clock(CPU).seconds(hostCycles);
  }

  /**
   * Costs of exits.
   *
   * @param interruptCycles one interrupt handled in the host
   * @param otherCycles one exit of another kind, mostly the end of an interrupt
   */
  record Costs(double interruptCycles, double otherCycles) {}

  /** Two equations: host share x clock = interrupts x c_i + other exits x c_e. */
  static Costs solve(TimingEvidence evidence) {
    Row a = row(evidence, "baseline");
    Row b = row(evidence, "delivery-only");
    double determinant = a.interrupts() * b.others() - b.interrupts() * a.others();
    return new Costs(
        (a.hostCycles() * b.others() - b.hostCycles() * a.others()) / determinant,
        (a.interrupts() * b.hostCycles() - b.interrupts() * a.hostCycles()) / determinant);
  }

  private record Row(double interrupts, double others, double hostCycles) {}

  private static Row row(TimingEvidence evidence, String how) {
    double interrupts = evidence.figure("eli12-netperf-host-interrupts-" + how);
    double hostShare = 1 - evidence.figure("eli12-netperf-guest-time-" + how) / 100;
    return new Row(
        interrupts,
        evidence.figure("eli12-netperf-exits-" + how) - interrupts,
        evidence.clock(CPU).cycles(hostShare));
  }
}
