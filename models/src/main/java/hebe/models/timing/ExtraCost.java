package hebe.models.timing;

import java.util.ArrayList;
import java.util.List;

/**
 * What an event costs beyond native.
 *
 * @param cycles the extra cycles; below 0 where the VMM is cheaper than the hardware
 * @param basis the cells and rules that it rests on
 * @param unverified those of them that are not verified
 */
public record ExtraCost(Bounds cycles, List<String> basis, List<String> unverified) {
  /** The guest does it without the VMM. */
  public static final ExtraCost NONE = new ExtraCost(Bounds.ZERO, List.of(), List.of());

  public ExtraCost {
    basis = basis.stream().distinct().toList();
    unverified = unverified.stream().distinct().toList();
  }

  static ExtraCost of(CostCell cell) {
    List<String> basis = List.of(cell.label());
    return new ExtraCost(cell.cost().cycles(), basis, cell.cost().verified() ? List.of() : basis);
  }

  static ExtraCost of(EventRule rule, Bounds number) {
    List<String> basis = List.of(rule.label());
    return new ExtraCost(number, basis, rule.provenance().verified() ? List.of() : basis);
  }

  ExtraCost plus(ExtraCost other) {
    return with(cycles.plus(other.cycles), other);
  }

  ExtraCost minus(ExtraCost other) {
    return with(cycles.minus(other.cycles), other);
  }

  ExtraCost keepingSign() {
    return new ExtraCost(cycles.keepingSign(), basis, unverified);
  }

  /** These cycles, which rest on both. */
  ExtraCost with(Bounds changed, ExtraCost other) {
    return new ExtraCost(changed, joined(basis, other.basis), joined(unverified, other.unverified));
  }

  private static List<String> joined(List<String> a, List<String> b) {
    List<String> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
