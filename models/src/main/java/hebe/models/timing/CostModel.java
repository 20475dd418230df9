package hebe.models.timing;

import java.util.List;
import java.util.Optional;

/**
 * What events cost beyond native in one mode on one processor.
 *
 * <p>An event with a cell costs that cell, less the cell of the same operation without a VMM. An
 * event without one is made of others by {@link EventRules}, an exit also of its parts by {@link
 * ExitComposition}. Where the hardware walks the page tables of the guest, operations without a
 * rule do not meet the VMM. Whatever remains is lacking.
 */
public final class CostModel {
  /** No chain of rules is that long; longer means a circle. */
  private static final int MAX_DEPTH = 8;

  private final TrapCostTable table;
  private final EventRules rules;
  private final Microarchitecture cpu;
  private final Mode mode;
  private final Optional<MitigationEra> era;
  private final Bounds refillCycles;
  private final boolean verifiedOnly;

  /** The costs in a mode; a mode that the processor cannot have is refused. */
  public CostModel(TrapCostTable table, EventRules rules, String microarchitecture, Mode mode) {
    this(
        table,
        rules,
        table.microarchitectures().get(microarchitecture),
        mode,
        Optional.empty(),
        Bounds.ZERO,
        false);
  }

  private CostModel(
      TrapCostTable table,
      EventRules rules,
      Microarchitecture cpu,
      Mode mode,
      Optional<MitigationEra> era,
      Bounds refillCycles,
      boolean verifiedOnly) {
    this.table = table;
    this.rules = rules;
    this.cpu = cpu;
    this.mode = mode;
    this.era = era;
    this.refillCycles = refillCycles;
    this.verifiedOnly = verifiedOnly;
    cpu.require(mode);
  }

  /** The processor. */
  public Microarchitecture microarchitecture() {
    return cpu;
  }

  /** How the guest runs. */
  public Mode mode() {
    return mode;
  }

  /** The same, but an event is lacking when its cost rests on an unverified cell or rule. */
  public CostModel verifiedOnly() {
    return new CostModel(table, rules, cpu, mode, era, refillCycles, true);
  }

  /**
   * The same with exits composed of this processor's transition, the work of the VMM, the
   * mitigations of an era, and so many cycles of refill of caches and TLB per exit, in place of the
   * cells of the exits that can be composed.
   */
  public CostModel withMitigations(MitigationEra chosen, Bounds refill) {
    return new CostModel(table, rules, cpu, mode, Optional.of(chosen), refill, verifiedOnly);
  }

  /** An exit in its parts, with the mitigations that were chosen; none unless chosen. */
  public Optional<ExitCost> parts(TrapEvent event) {
    return ExitComposition.of(
        table, cpu.name(), mode, event, era.orElse(MitigationEra.NONE), refillCycles);
  }

  /** What the event costs beyond native; empty if no cell and no rule says so. */
  public Optional<ExtraCost> extra(TrapEvent event) {
    return extra(cpu, mode, event, 0)
        .filter(extra -> !verifiedOnly || extra.unverified().isEmpty());
  }

  private Optional<ExtraCost> extra(Microarchitecture on, Mode in, TrapEvent event, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalStateException("the rules of " + event.label() + " run in a circle");
    }
    if (in == Mode.NATIVE) {
      return Optional.of(ExtraCost.NONE);
    }
    Optional<ExtraCost> chosen = era.flatMap(any -> composed(on, in, event));
    return chosen
        .or(() -> fromCell(on, in, event))
        .or(() -> fromRules(on, in, event, depth))
        .or(() -> composed(on, in, event))
        .or(() -> withoutVmm(on, in, event, depth));
  }

  private Optional<ExtraCost> composed(Microarchitecture on, Mode in, TrapEvent event) {
    // Ratios of the rules come from other processors as they were measured.
    Optional<ExitCost> exit = on.equals(cpu) && in == mode ? parts(event) : Optional.empty();
    return exit.map(parts -> new ExtraCost(parts.total(), parts.basis(), parts.unverified()));
  }

  /** The mode that is taken for native: where no native cells exist, that without exits. */
  private Mode reference(Microarchitecture on) {
    boolean hasNative = table.find(on.name(), Mode.NATIVE, TrapEvent.NULL_SYSCALL).isPresent();
    boolean hasEpt = table.find(on.name(), Mode.VTX_EPT, TrapEvent.NULL_SYSCALL).isPresent();
    return hasEpt && !hasNative ? Mode.VTX_EPT : Mode.NATIVE;
  }

  private Optional<ExtraCost> fromCell(Microarchitecture on, Mode in, TrapEvent event) {
    Optional<ExtraCost> cell = table.find(on.name(), in, event).map(ExtraCost::of);
    boolean operation = event.kind() == TrapEvent.Kind.OPERATION;
    // Of exits only an instruction that runs natively can be taken off.
    Mode reference = operation ? reference(on) : Mode.NATIVE;
    if (in == reference && cell.isPresent()) {
      return Optional.of(ExtraCost.NONE);
    }
    Optional<ExtraCost> without = table.find(on.name(), reference, event).map(ExtraCost::of);
    if (without.isPresent()) {
      return cell.map(whole -> whole.minus(without.get()).keepingSign());
    }
    return operation ? Optional.empty() : cell;
  }

  private Optional<ExtraCost> fromRules(Microarchitecture on, Mode in, TrapEvent event, int depth) {
    List<EventRule> made = rules.of(in, event);
    if (made.isEmpty()) {
      return Optional.empty();
    }
    ExtraCost sum = ExtraCost.NONE;
    for (EventRule rule : made) {
      Optional<ExtraCost> number = number(rule, depth);
      boolean never = number.isPresent() && number.get().cycles().high() == 0;
      Optional<ExtraCost> part =
          never ? Optional.of(ExtraCost.NONE) : extra(on, in, rule.part(), depth + 1);
      if (number.isEmpty() || part.isEmpty()) {
        return Optional.empty();
      }
      sum =
          sum.plus(number.get().with(part.get().cycles().times(number.get().cycles()), part.get()));
    }
    return Optional.of(sum);
  }

  /** The number of a rule, in place of cycles, with what it rests on. */
  private Optional<ExtraCost> number(EventRule rule, int depth) {
    ExtraCost number = ExtraCost.of(rule, Bounds.exact(rule.times()));
    for (EventRule.Ratio factor : rule.ratios()) {
      Optional<ExtraCost> ratio = ratio(factor, depth);
      if (ratio.isEmpty()) {
        return Optional.empty();
      }
      number = number.with(number.cycles().times(ratio.get().cycles()), ratio.get());
    }
    return Optional.of(number);
  }

  private Optional<ExtraCost> ratio(EventRule.Ratio ratio, int depth) {
    Microarchitecture there = table.microarchitectures().get(ratio.microarchitecture());
    Optional<ExtraCost> above = extra(there, ratio.mode(), ratio.event(), depth + 1);
    for (TrapEvent less : ratio.less()) {
      Optional<ExtraCost> off = extra(there, ratio.mode(), less, depth + 1);
      above = above.flatMap(sum -> off.map(sum::minus));
    }
    Optional<ExtraCost> below = extra(there, ratio.mode(), ratio.per(), depth + 1);
    // The two were measured on one host, whose clock cancels: no bounds on the ratio itself.
    return above.flatMap(
        a -> below.map(b -> a.with(Bounds.exact(a.cycles().value() / b.cycles().value()), b)));
  }

  private Optional<ExtraCost> withoutVmm(
      Microarchitecture on, Mode in, TrapEvent event, int depth) {
    boolean operation = event.kind() == TrapEvent.Kind.OPERATION;
    return switch (in.kind()) {
      case HARDWARE_PAGING -> operation ? Optional.of(ExtraCost.NONE) : Optional.empty();
      case BYPASS -> {
        Mode beside = on.supports(Mode.VTX_EPT) ? Mode.VTX_EPT : Mode.XEN_PV_32;
        yield extra(on, beside, event, depth + 1);
      }
      case BARE -> operation ? Optional.empty() : Optional.of(ExtraCost.NONE);
      case PARAVIRTUAL, TRANSLATED, SHADOW_PAGING, TYPE_TWO -> Optional.empty();
    };
  }
}
