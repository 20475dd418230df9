package hebe.models.validation;

import static hebe.models.validation.TimingEvidence.XEON;

import hebe.models.timing.Bounds;
import hebe.models.timing.Mode;
import hebe.models.timing.TrapEvent;

/** Linux, Xen, a translating VMM and User-mode Linux on one host of 2003. */
final class Rivals2003 {
  private static final String FAULTS = "faults";
  private static final String COMPUTE = "compute";
  private static final String NETWORK = "network";

  /** Bytes of the headers of IP and TCP with time stamps. */
  private static final double HEADER_BYTES = 52;

  private static final double MEGABIT_BYTES = 1e6 / 8;

  private Rivals2003() {}

  static void add(TimingCases cases) {
    operation(
        cases, "xen03-fork-exit-vmware", Mode.BINARY_TRANSLATION, TrapEvent.FORK_EXIT, "a fork");
    operation(
        cases,
        "xen03-mmap-region-vmware",
        Mode.BINARY_TRANSLATION,
        TrapEvent.MMAP_REGION,
        "a region");
    operation(cases, "xen03-mmap-region-uml", Mode.TYPE2_SKAS, TrapEvent.MMAP_REGION, "a region");
    compute(cases, "xen03-specint-xen", Mode.XEN_PV_32);
    compute(cases, "xen03-specint-vmware", Mode.BINARY_TRANSLATION);
    compute(cases, "xen03-specint-uml", Mode.TYPE2_SKAS);
    stream(cases, "xen03-ttcp-1500-tx-xen", Mode.XEN_PV_32, TrapEvent.TX_PACKET);
    stream(cases, "xen03-ttcp-1500-rx-xen", Mode.XEN_PV_32, TrapEvent.RX_PACKET);
    stream(cases, "xen03-ttcp-1500-tx-vmware", Mode.BINARY_TRANSLATION, TrapEvent.TX_PACKET);
    stream(cases, "xen03-ttcp-1500-rx-vmware", Mode.BINARY_TRANSLATION, TrapEvent.RX_PACKET);
    stream(cases, "xen03-ttcp-1500-tx-uml", Mode.TYPE2_SKAS, TrapEvent.TX_PACKET);
    stream(cases, "xen03-ttcp-1500-rx-uml", Mode.TYPE2_SKAS, TrapEvent.RX_PACKET);
  }

  private static void operation(
      TimingCases cases, String id, Mode mode, TrapEvent event, String what) {
    cases.predict(
        FAULTS,
        id,
        "native + faults of " + what + " on Xen x extra of a fault here",
        evidence -> evidence.operationMicros(XEON, Mode.NATIVE, mode, event).value());
  }

  private static void compute(TimingCases cases, String id, Mode mode) {
    cases.predict(
        COMPUTE,
        id,
        "native score / slow-down of spec-int: the timer tick",
        evidence ->
            evidence.figure("xen03-specint-linux")
                / evidence.slowDown("spec-int", XEON, mode).value());
  }

  private static void stream(TimingCases cases, String id, Mode mode, TrapEvent event) {
    cases.predict(
        NETWORK,
        id,
        "cycles per packet at MTU 500; at most the rate of the line; no cost per byte",
        evidence ->
            Math.min(
                evidence.figure("xen03-ttcp-1500-tx-linux"),
                megabits(evidence, mode, event, 1500).value()));
  }

  /** Rate of a stream that fills one processor: clock / cycles per packet x payload. */
  static Bounds megabits(TimingEvidence evidence, Mode mode, TrapEvent event, int mtuBytes) {
    // That one processor was saturated when the cells were measured is not stated.
    evidence.assume();
    Bounds cycles =
        evidence.cycles(XEON, Mode.NATIVE, event).plus(evidence.extra(XEON, mode, event));
    double megabitCycles = evidence.clock(XEON).hertz() * (mtuBytes - HEADER_BYTES) / MEGABIT_BYTES;
    return cycles.reciprocal().times(megabitCycles);
  }
}
