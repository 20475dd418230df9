package hebe.models.validation;

import static hebe.models.validation.TimingEvidence.XEON;

import hebe.models.timing.Bounds;
import hebe.models.timing.Mode;
import hebe.models.timing.TrapEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Predictions where Hebe has no published value, so nobody could have tuned on it. */
final class UnpublishedCells {
  private static final String CASCADE = "cascade-lake";
  private static final List<Mode> RIVALS =
      List.of(Mode.XEN_PV_32, Mode.BINARY_TRANSLATION, Mode.TYPE2_SKAS);

  private UnpublishedCells() {}

  static void add(TimingCases cases) {
    for (Mode mode : RIVALS.subList(1, RIVALS.size())) {
      cases.unpublished(
          "kernel build, " + mode.label(),
          "s",
          "263 s x slow-down of kernel-build",
          evidence ->
              evidence
                  .slowDown("kernel-build", XEON, mode)
                  .times(evidence.figure("xen03-build-linux")));
    }
    processes(cases);
    switches(cases);
    applications(cases);
    cases.unpublished(
        "ttcp receive at MTU 500, xen-pv-32",
        "Mb/s",
        "native packet + one page-table update + one upcall",
        evidence -> Rivals2003.megabits(evidence, Mode.XEN_PV_32, TrapEvent.RX_PACKET, 500));
    cases.unpublished(
        "loss of 128 domains at a slice of 50 ms, xen-pv-32",
        "%",
        "switch and refill / slice",
        evidence ->
            evidence
                .cycles(XEON, Mode.XEN_PV_32, TrapEvent.DOMAIN_SWITCH)
                .times(100 / evidence.clock(XEON).cycles(0.05)));
    assignedDevice(cases);
    shadowPaging(cases);
  }

  private static void processes(TimingCases cases) {
    for (TrapEvent event : List.of(TrapEvent.EXEC, TrapEvent.SHELL)) {
      for (Mode mode : RIVALS) {
        cases.unpublished(
            "lmbench " + event.label() + ", " + mode.label(),
            "us",
            "native + extra of forks and faults; their number beside a fork from PVM23",
            evidence -> evidence.operationMicros(XEON, Mode.NATIVE, mode, event));
      }
    }
  }

  private static void switches(TimingCases cases) {
    for (Mode mode : RIVALS) {
      cases.unpublished(
          "lmbench process switch 8p/16K, " + mode.label(),
          "us",
          "extra between those of 2p/16K and 16p/16K, as far as native refill has grown",
          evidence ->
              between(
                  evidence,
                  mode,
                  TrapEvent.PROCESS_SWITCH_2P16K,
                  TrapEvent.PROCESS_SWITCH_8P16K,
                  TrapEvent.PROCESS_SWITCH_16P16K));
      cases.unpublished(
          "lmbench process switch 16p/64K, " + mode.label(),
          "us",
          "extra of 8p/64K: the working set fills the cache in both",
          evidence ->
              evidence
                  .cycles(XEON, Mode.NATIVE, TrapEvent.PROCESS_SWITCH_16P64K)
                  .plus(evidence.extra(XEON, mode, TrapEvent.PROCESS_SWITCH_8P64K))
                  .times(evidence.micros(XEON, 1)));
    }
  }

  private static Bounds between(
      TimingEvidence evidence, Mode mode, TrapEvent small, TrapEvent event, TrapEvent large) {
    Bounds whole = evidence.cycles(XEON, Mode.NATIVE, event);
    double least = evidence.cycles(XEON, Mode.NATIVE, small).value();
    double most = evidence.cycles(XEON, Mode.NATIVE, large).value();
    double grown = (whole.value() - least) / (most - least);
    Bounds extra =
        evidence
            .extra(XEON, mode, small)
            .times(1 - grown)
            .plus(evidence.extra(XEON, mode, large).times(grown));
    return whole.plus(extra).times(evidence.micros(XEON, 1));
  }

  private static void applications(TimingCases cases) {
    Map<String, String> workloads = new LinkedHashMap<>();
    workloads.put("xen03-specweb99-linux", "web-serving");
    workloads.put("xen03-dbench-linux", "file-serving");
    workloads.put("xen03-osdb-oltp-linux", "oltp");
    workloads.put("xen03-osdb-ir-linux", "oltp");
    workloads.forEach(
        (id, workload) ->
            cases.unpublished(
                id.replace("xen03-", "").replace("-linux", "") + ", xen-pv-32",
                id.contains("osdb") ? "tuples/s" : "score",
                "native / slow-down of " + workload + ": the sign only, as disks and waiting rule",
                evidence ->
                    evidence
                        .slowDown(workload, XEON, Mode.XEN_PV_32)
                        .reciprocal()
                        .times(evidence.figure(id))));
  }

  private static void assignedDevice(TimingCases cases) {
    cases.unpublished(
        "latency that an interrupt through the host adds to a datagram, baseline",
        "us",
        "c_i + c_e, solved from Netperf",
        evidence -> {
          AssignedDevice.Costs costs = AssignedDevice.solve(evidence);
          return Bounds.exact(
              evidence.micros("nehalem", costs.interruptCycles() + costs.otherCycles()));
        });
    cases.unpublished(
        "the same with delivery only",
        "us",
        "c_e, solved from Netperf",
        evidence ->
            Bounds.exact(evidence.micros("nehalem", AssignedDevice.solve(evidence).otherCycles())));
    cases.skipUnpublished("Memcached over an assigned device", "its rates of exits are not given");
    cases.skipUnpublished(
        "whole latency of a datagram over an assigned device", "that of bare metal is not given");
  }

  private static void shadowPaging(TimingCases cases) {
    for (TrapEvent event : List.of(TrapEvent.FORK_EXIT, TrapEvent.EXEC, TrapEvent.SHELL)) {
      cases.unpublished(
          "lmbench " + event.label() + ", vtx-shadow on cascade-lake",
          "us",
          "vtx-ept + faults of the operation under PVM x extra of a fault here",
          evidence -> evidence.operationMicros(CASCADE, Mode.VTX_EPT, Mode.VTX_SHADOW, event));
    }
    cases.unpublished(
        "nested no-op hypercall on cascade-lake",
        "us",
        "nested CPUID less what a hypercall costs less at one level",
        evidence -> {
          double cycles =
              NestedTargets.nested(evidence, CASCADE)
                  - evidence.exit(CASCADE, TrapEvent.CPUID_EXIT).value()
                  + evidence.exit(CASCADE, TrapEvent.HYPERCALL).value();
          return Bounds.exact(evidence.micros(CASCADE, cycles));
        });
  }
}
