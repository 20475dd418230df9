package hebe.models.load;

import hebe.models.timing.Bounds;
import hebe.models.timing.Count;
import hebe.models.timing.EventRules;
import hebe.models.timing.Microarchitectures;
import hebe.models.timing.Mode;
import hebe.models.timing.TableText;
import hebe.models.timing.TrapCostTable;
import hebe.models.timing.TrapEvent;
import hebe.models.timing.Workload;
import hebe.sim.result.Provenance;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A processor of 1 GHz with round costs under Xen. */
public final class LoadFixtures {
  private static final String CPU = "round";

  private LoadFixtures() {}

  /**
   * Hypercall 1000 cycles (900 to 1200), page fault 2000 on top of 1000, a switch of domains 1e5
   * with and 5000 without refill.
   */
  public static TrapCostTable table() {
    Microarchitectures cpus =
        Microarchitectures.read(
            new TableText("cpus", "name,extensions,clock_mhz,note\nround,none,1000,\n"));
    return TrapCostTable.read(
        cpus,
        List.of(
            new TableText(
                "costs",
                """
                microarchitecture,clock_mhz,mode,event,cycles,low,high,provenance,source,note
                round,,native,page-fault,1000,1000,1000,text,S,
                round,,native,null-syscall,500,500,500,text,S,
                round,,xen-pv-32,null-syscall,500,500,500,text,S,
                round,,xen-pv-32,page-fault,3000,3000,3000,text,S,
                round,,xen-pv-32,hypercall,1000,900,1200,text,S,
                round,,xen-pv-32,domain-switch,100000,100000,100000,estimated,S,
                round,,xen-pv-32,domain-switch-direct,5000,5000,5000,estimated,S,
                """)));
  }

  private static EventRules noRules() {
    return EventRules.read(
        new TableText("rules", "mode,event,part,count,provenance,source,note\n"));
  }

  /** Guests under Xen on the processor; a slice makes switches cost. */
  public static Execution xen(OptionalDouble sliceSeconds) {
    return execution(OptionalDouble.empty(), sliceSeconds);
  }

  static Execution execution(OptionalDouble clockHertz, OptionalDouble sliceSeconds) {
    return Execution.of(table(), noRules(), CPU, Mode.XEN_PV_32, clockHertz, sliceSeconds);
  }

  /** So many hypercalls, faults and system calls per native second. */
  public static Workload workload(double hypercalls, double faults, double calls) {
    Map<TrapEvent, Count> counts = new EnumMap<>(TrapEvent.class);
    counts.put(TrapEvent.HYPERCALL, count(hypercalls));
    counts.put(TrapEvent.PAGE_FAULT, count(faults));
    counts.put(TrapEvent.NULL_SYSCALL, count(calls));
    return new Workload("round", 1, counts, "round numbers");
  }

  private static Count count(double perSecond) {
    return new Count(Bounds.exact(perSecond), Provenance.TEXT, "S", "");
  }
}
