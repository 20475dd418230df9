package hebe.models.validation;

import hebe.models.timing.Mode;
import hebe.models.timing.TrapEvent;
import java.util.List;

/** Single exits: composed of their parts, under mitigations, and counted in a trace. */
final class ExitTargets {
  private static final String KVM = "exits";
  private static final String MITIGATIONS = "mitigations";
  private static final String ACCOUNTING = "accounting";
  private static final String CASCADE = "cascade-lake";
  private static final String SKYLAKE = "skx-2020";
  private static final String XEN_SHIM = "intel-2018-xen";

  private ExitTargets() {}

  static void add(TimingCases cases) {
    for (String kpti : List.of("on", "off")) {
      composed(cases, "pvm23-hypercall-kvm-kpti-" + kpti, TrapEvent.HYPERCALL);
      composed(cases, "pvm23-cpuid-kvm-kpti-" + kpti, TrapEvent.CPUID_EXIT);
    }
    mitigations(cases);
    cases.predict(
        ACCOUNTING, "xenshim-cr4-seconds", "exits x mean cycles / clock", ExitTargets::shimSeconds);
    cases.predict(
        ACCOUNTING,
        "xenshim-cr4-share",
        "exits x mean cycles / clock / trace",
        evidence -> 100 * shimSeconds(evidence) / evidence.figure("xenshim-trace"));
  }

  private static void composed(TimingCases cases, String id, TrapEvent event) {
    cases.predict(
        KVM,
        id,
        "bare transition of Cascade Lake + work of KVM of 2020 on Skylake-SP",
        evidence -> evidence.micros(CASCADE, evidence.exit(CASCADE, event).value()));
  }

  private static double shimSeconds(TimingEvidence evidence) {
    double exits = evidence.figure("xenshim-cr4-exits");
    return evidence.clock(XEN_SHIM).seconds(exits * evidence.figure("xenshim-cr4-cycles"));
  }

  private static void mitigations(TimingCases cases) {
    kernel(cases, "err26-cpuid", evidence -> evidence.exit(SKYLAKE, TrapEvent.CPUID_EXIT).value());
    kernel(cases, "err26-vmcall", ExitTargets::hypercall);
    kernel(cases, "err26-rdmsr", ExitTargets::hypercall);
    kernel(
        cases,
        "err26-wrmsr-timer",
        evidence -> evidence.cycles(SKYLAKE, Mode.VTX_EPT, TrapEvent.TIMER_MSR_EXIT).value());
    for (String id : List.of("err26-out-user", "err26-mmio-user")) {
      cases.predict(
          MITIGATIONS,
          id,
          "(exit to user space of 2020 + SPEC_CTRL + L1D flush) / (1 - share of IBPB)",
          ExitTargets::userExit);
    }
  }

  private static void kernel(
      TimingCases cases, String id, java.util.function.ToDoubleFunction<TimingEvidence> before) {
    cases.predict(
        MITIGATIONS,
        id,
        "exit of 2020 / (1 - share of SPEC_CTRL); nothing else has a unit cost",
        evidence -> before.applyAsDouble(evidence) / (1 - specCtrlShare(evidence)));
  }

  private static double hypercall(TimingEvidence evidence) {
    return evidence.cycles(SKYLAKE, Mode.VTX_EPT, TrapEvent.HYPERCALL).value();
  }

  private static double specCtrlShare(TimingEvidence evidence) {
    return evidence.figure("err26-spec-ctrl") / 100;
  }

  private static double userExit(TimingEvidence evidence) {
    double share = specCtrlShare(evidence);
    double specCtrl = hypercall(evidence) * share / (1 - share);
    double cycles =
        evidence.exit(SKYLAKE, TrapEvent.PORT_IO_USER).value()
            + specCtrl
            + evidence.figure("err26-l1d-flush");
    return cycles / (1 - evidence.figure("err26-user-ibpb") / 100);
  }
}
