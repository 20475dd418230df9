package hebe.models.validation;

import hebe.models.timing.Mode;
import hebe.models.timing.TrapEvent;
import java.util.List;

/**
 * Exits of a guest inside a guest: the six parts that were measured on Haswell, in proportion to
 * one exit of one level on the host in question, plus what the event costs beyond CPUID.
 */
final class NestedTargets {
  private static final String GROUP = "nested";
  private static final String HASWELL = "haswell";
  private static final String CASCADE = "cascade-lake";
  private static final String SKYLAKE = "skx-2020";
  private static final String HOW =
      "six parts of CPUID on Haswell, scaled by one exit of one level, + what the event costs more";

  private NestedTargets() {}

  static void add(TimingCases cases) {
    for (String kpti : List.of("on", "off")) {
      for (String event : List.of("cpuid", "exception", "msr", "port-io")) {
        cases.predict(
            GROUP,
            "pvm23-" + event + "-kvm-nested-kpti-" + kpti,
            HOW,
            evidence -> evidence.micros(CASCADE, cascade(evidence, event)));
      }
    }
    unitTests(cases);
    cases.skip(
        GROUP,
        "hyperv-nested-cpuid-evmcs",
        "an enlightened VMCS spares L1 its exits on VMCS accesses; the parts do not show them apart");
    cases.predict(
        GROUP,
        "turtles10-cpuid-nested",
        HOW,
        evidence -> evidence.figure("turtles10-cpuid-l1") * ratio(evidence));
    cases.predict(
        GROUP,
        "cmpe-boot-mean",
        "mix of the other run x unit costs of the nested unit tests; EPT violations as exits"
            + " served in the kernel, misconfigurations as exits to user space",
        NestedTargets::bootMean);
  }

  private static void unitTests(TimingCases cases) {
    for (String when : List.of("before", "after")) {
      onSkylake(cases, "kvm2019-nested-cpuid-" + when, TrapEvent.CPUID_EXIT);
      onSkylake(cases, "kvm2019-nested-vmcall-" + when, TrapEvent.HYPERCALL);
    }
    onSkylake(cases, "hyperv-nested-cpuid", TrapEvent.CPUID_EXIT);
  }

  private static void onSkylake(TimingCases cases, String id, TrapEvent event) {
    cases.predict(
        GROUP,
        id,
        HOW + "; the part is not named: a Skylake-SP",
        evidence -> {
          evidence.assume();
          return nested(evidence, SKYLAKE)
              + evidence.exit(SKYLAKE, event).value()
              - evidence.exit(SKYLAKE, TrapEvent.CPUID_EXIT).value();
        });
  }

  /** Nested exits over exits of one level: the parts on Haswell / one CPUID exit there. */
  static double ratio(TimingEvidence evidence) {
    double parts = 0;
    for (TrapEvent part :
        List.of(
            TrapEvent.NESTED_L2_CODE,
            TrapEvent.NESTED_SWITCH_L2_L0,
            TrapEvent.NESTED_VMCS_TRANSFORM,
            TrapEvent.NESTED_L0_HANDLER,
            TrapEvent.NESTED_SWITCH_L0_L1,
            TrapEvent.NESTED_L1_HANDLER)) {
      parts += evidence.cycles(HASWELL, Mode.NESTED_EPT, part).value();
    }
    return parts / evidence.exit(HASWELL, TrapEvent.CPUID_EXIT).value();
  }

  /** A nested CPUID exit in cycles. */
  static double nested(TimingEvidence evidence, String cpu) {
    return ratio(evidence) * evidence.exit(cpu, TrapEvent.CPUID_EXIT).value();
  }

  private static double cascade(TimingEvidence evidence, String event) {
    double more =
        switch (event) {
          case "cpuid" -> 0;
          case "exception" -> beyondCpuid(evidence, TrapEvent.EXCEPTION_EXIT);
          case "msr" -> beyondCpuid(evidence, TrapEvent.MSR_EXIT);
          case "port-io" -> toUserSpace(evidence);
          default -> throw new IllegalArgumentException("no nested exit is called " + event);
        };
    return nested(evidence, CASCADE) + more;
  }

  private static double beyondCpuid(TimingEvidence evidence, TrapEvent event) {
    return evidence.cycles(CASCADE, Mode.VTX_EPT, event).value()
        - evidence.exit(CASCADE, TrapEvent.CPUID_EXIT).value();
  }

  /** What a nested exit costs more when L1 serves it in user space; mean of before and after. */
  private static double toUserSpace(TimingEvidence evidence) {
    double sum = 0;
    for (String when : List.of("before", "after")) {
      sum +=
          evidence.figure("kvm2019-nested-pio-user-" + when)
              - evidence.figure("kvm2019-nested-pio-kernel-" + when);
    }
    return sum / 2;
  }

  private static double bootMean(TimingEvidence evidence) {
    evidence.assume();
    double kernel = evidence.figure("kvm2019-nested-pio-kernel-before");
    double user = evidence.figure("kvm2019-nested-pio-user-before");
    double halt = evidence.figure("kvm2019-nested-self-ipi-halt-before");
    double kernelExits = 0;
    for (String reason :
        List.of(
            "cpuid",
            "ept-violation",
            "external-interrupt",
            "msr-write",
            "control-register",
            "preemption-timer",
            "exception",
            "interrupt-window",
            "msr-read")) {
      kernelExits += evidence.figure("cmpe-mix-" + reason);
    }
    double userExits =
        evidence.figure("cmpe-mix-port-io") + evidence.figure("cmpe-mix-ept-misconfig");
    double halts = evidence.figure("cmpe-mix-halt");
    double cycles = kernelExits * kernel + userExits * user + halts * halt;
    return cycles / (kernelExits + userExits + halts);
  }
}
