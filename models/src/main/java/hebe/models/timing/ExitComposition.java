package hebe.models.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the cost of an exit on a processor of which only the bare transition was measured.
 *
 * <p>Work of the VMM: hypercall - transition on the reference host of KVM before 2018, plus what
 * the event costs beyond a hypercall there. Mitigations of 2020: hypercall of the reference host of
 * 2020 - that before 2018, both Skylake; of 2026: what one exit pays more, and on the way to user
 * space also the flush of the L1 data cache and IBPB. For 2020 and later the sum does not depend on
 * how the work is split.
 */
public final class ExitComposition {
  private static final String BEFORE = "skylake-2017";
  private static final String OF_2020 = "skx-2020";
  private static final String OF_2026 = "skx-2026-mitigated";

  private static final List<TrapEvent> MITIGATIONS_OF_2026 =
      List.of(
          TrapEvent.MITIGATION_KERNEL_EXIT,
          TrapEvent.MITIGATION_L1D_FLUSH,
          TrapEvent.MITIGATION_USER_IBPB);

  private final TrapCostTable table;
  private final List<String> basis = new ArrayList<>();
  private final List<String> unverified = new ArrayList<>();

  private ExitComposition(TrapCostTable table) {
    this.table = table;
  }

  /** The cost with this much refill of caches and TLB; empty if a part is not known. */
  public static Optional<ExitCost> of(
      TrapCostTable table,
      String cpu,
      Mode mode,
      TrapEvent event,
      MitigationEra era,
      Bounds memoryCycles) {
    boolean known =
        has(table, cpu, mode, TrapEvent.HARDWARE_ROUND_TRIP)
            && has(table, BEFORE, Mode.VTX_EPT, event)
            && has(table, BEFORE, Mode.VTX_EPT, TrapEvent.HYPERCALL)
            && hosts(era).stream()
                .allMatch(
                    host ->
                        has(table, host, Mode.VTX_EPT, TrapEvent.HYPERCALL)
                            && has(table, host, Mode.VTX_EPT, TrapEvent.HARDWARE_ROUND_TRIP));
    known = known && hasMitigations(table, era);
    boolean intel = mode == Mode.VTX_EPT || mode == Mode.VTX_SHADOW;
    return known && intel && served(event)
        ? Optional.of(new ExitComposition(table).compose(cpu, mode, event, era, memoryCycles))
        : Optional.empty();
  }

  private static List<String> hosts(MitigationEra era) {
    return switch (era) {
      case NONE -> List.of(BEFORE);
      case OF_2020, OF_2026 -> List.of(OF_2020);
    };
  }

  private static boolean hasMitigations(TrapCostTable table, MitigationEra era) {
    return era != MitigationEra.OF_2026
        || table.events(OF_2026, Mode.VTX_EPT).containsAll(MITIGATIONS_OF_2026);
  }

  private static boolean has(TrapCostTable table, String cpu, Mode mode, TrapEvent event) {
    return table.find(cpu, mode, event).isPresent();
  }

  private static boolean served(TrapEvent event) {
    return event == TrapEvent.HYPERCALL
        || event == TrapEvent.CPUID_EXIT
        || event == TrapEvent.PORT_IO_KERNEL
        || toUserSpace(event);
  }

  private static boolean toUserSpace(TrapEvent event) {
    return event == TrapEvent.PORT_IO_USER || event == TrapEvent.PM_TIMER_READ;
  }

  private ExitCost compose(
      String cpu, Mode mode, TrapEvent event, MitigationEra era, Bounds memoryCycles) {
    Bounds hardware = cycles(cpu, mode, TrapEvent.HARDWARE_ROUND_TRIP);
    Bounds beyond =
        event == TrapEvent.HYPERCALL
            ? Bounds.ZERO
            : cycles(BEFORE, event).minus(cycles(BEFORE, TrapEvent.HYPERCALL));
    // How much the work grew until 2020; the split is exact, the sum has the bounds.
    Bounds grown = era == MitigationEra.NONE ? Bounds.ZERO : growth();
    Bounds work = era == MitigationEra.NONE ? work(BEFORE) : work(OF_2020);
    Bounds mitigation = era == MitigationEra.OF_2026 ? grown.plus(of2026(event)) : grown;
    return new ExitCost(
        hardware,
        work.minus(grown).plus(beyond),
        mitigation,
        memoryCycles,
        List.copyOf(basis),
        unverified());
  }

  private Bounds growth() {
    return Bounds.exact(
        cycles(OF_2020, TrapEvent.HYPERCALL).value() - cycles(BEFORE, TrapEvent.HYPERCALL).value());
  }

  private Bounds of2026(TrapEvent event) {
    Bounds kernel = cycles(OF_2026, TrapEvent.MITIGATION_KERNEL_EXIT);
    if (!toUserSpace(event)) {
      return kernel;
    }
    return kernel
        .plus(cycles(OF_2026, TrapEvent.MITIGATION_L1D_FLUSH))
        .plus(cycles(OF_2026, TrapEvent.MITIGATION_USER_IBPB));
  }

  private Bounds work(String host) {
    return cycles(host, TrapEvent.HYPERCALL).minus(cycles(host, TrapEvent.HARDWARE_ROUND_TRIP));
  }

  private Bounds cycles(String host, TrapEvent event) {
    return cycles(host, Mode.VTX_EPT, event);
  }

  private Bounds cycles(String host, Mode mode, TrapEvent event) {
    ExtraCost cell = ExtraCost.of(table.cell(host, mode, event));
    basis.addAll(cell.basis());
    unverified.addAll(cell.unverified());
    return cell.cycles();
  }

  private List<String> unverified() {
    return unverified.stream().distinct().toList();
  }
}
