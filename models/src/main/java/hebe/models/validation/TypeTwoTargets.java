package hebe.models.validation;

import static hebe.models.validation.TimingEvidence.XEON;

import hebe.models.timing.Mode;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.Workload;

/**
 * VMMs of type II by King, Dunlap and Chen, on the host of another paper; loads are guesses. All of
 * it is unverified.
 */
final class TypeTwoTargets {
  private static final String GROUP = "type II";
  private static final String BUILD = "kernel-build";
  private static final String WEB = "web-serving";

  private TypeTwoTargets() {}

  static void add(TimingCases cases) {
    cases.predict(
        GROUP,
        "king03-overhead-high",
        "crossing fitted on 14 % of web-serving; kernel-build with two crossings a fault",
        TypeTwoTargets::buildAfterFit);
    cases.predict(
        GROUP,
        "king03-slowdown-before",
        "web-serving under type2-ptrace",
        evidence -> evidence.slowDown(WEB, XEON, Mode.TYPE2_PTRACE).value());
    cases.predict(
        GROUP,
        "kingtr-cpu-after",
        "33 % x system call under type2-segment-bounds / under type2-ptrace",
        TypeTwoTargets::computeAfter);
    overhead(cases, "kingtr-load2-before", WEB, Mode.TYPE2_PTRACE);
    overhead(cases, "kingtr-load1-after", BUILD, Mode.TYPE2_SEGMENT_BOUNDS);
    overhead(cases, "kingtr-load2-after", WEB, Mode.TYPE2_SEGMENT_BOUNDS);
    overhead(cases, "revirt-overhead-low", BUILD, Mode.TYPE2_KERNEL_MODULE);
    overhead(cases, "revirt-overhead-high", WEB, Mode.TYPE2_KERNEL_MODULE);
    cases.skip(GROUP, "revirt-logging", "the tables have no cost of a log record");
  }

  private static void overhead(TimingCases cases, String id, String workload, Mode mode) {
    cases.predict(
        GROUP,
        id,
        workload + " under " + mode.label(),
        evidence -> 100 * (evidence.slowDown(workload, XEON, mode).value() - 1));
  }

  private static double computeAfter(TimingEvidence evidence) {
    double after = evidence.extra(XEON, Mode.TYPE2_SEGMENT_BOUNDS, TrapEvent.NULL_SYSCALL).value();
    double before = evidence.extra(XEON, Mode.TYPE2_PTRACE, TrapEvent.NULL_SYSCALL).value();
    return evidence.figure("kingtr-cpu-before") * after / before;
  }

  private static double buildAfterFit(TimingEvidence evidence) {
    double system = evidence.cycles(XEON, Mode.NATIVE, TrapEvent.NULL_SYSCALL).value();
    double crossing = crossing(evidence, system);
    Workload build = evidence.workload(BUILD);
    double faults =
        build.perSecond(TrapEvent.PAGE_FAULT).value()
            + build.perSecond(TrapEvent.FORK_EXIT).value() * faultsPerFork(evidence);
    double cyclesPerSecond =
        faults * 2 * crossing
            + build.perSecond(TrapEvent.NULL_SYSCALL).value() * (crossing - system);
    return 100 * evidence.clock(XEON).seconds(cyclesPerSecond);
  }

  /** Cycles of a guest system call with which the web load loses what was published. */
  private static double crossing(TimingEvidence evidence, double system) {
    evidence.assume();
    Workload web = evidence.workload(WEB);
    double calls = web.perSecond(TrapEvent.NULL_SYSCALL).value();
    double crossings = calls;
    for (TrapEvent event :
        new TrapEvent[] {TrapEvent.TX_PACKET, TrapEvent.RX_PACKET, TrapEvent.TIMER_INTERRUPT}) {
      crossings += web.perSecond(event).value();
    }
    double switches =
        web.perSecond(TrapEvent.PROCESS_SWITCH_2P0K).value()
            * evidence.extra(XEON, Mode.TYPE2_SWITCHGUEST, TrapEvent.PROCESS_SWITCH_2P0K).value();
    double lost = evidence.clock(XEON).cycles(evidence.figure("king03-overhead-low") / 100);
    return (lost + calls * system - switches) / crossings;
  }

  private static double faultsPerFork(TimingEvidence evidence) {
    return evidence.extra(XEON, Mode.XEN_PV_32, TrapEvent.FORK_EXIT).value()
        / evidence.extra(XEON, Mode.XEN_PV_32, TrapEvent.PAGE_FAULT).value();
  }
}
