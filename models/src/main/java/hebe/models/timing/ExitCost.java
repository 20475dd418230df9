package hebe.models.timing;

import java.util.List;

/**
 * The cost of an exit in its parts, in cycles: transition of the hardware, work of the VMM,
 * mitigations, memory.
 *
 * @param hardware out of the guest and back
 * @param software work of the VMM before mitigations
 * @param mitigation barriers and flushes
 * @param memory refill of caches and TLB
 * @param basis the cells that it rests on
 * @param unverified those of them that are not verified
 */
public record ExitCost(
    Bounds hardware,
    Bounds software,
    Bounds mitigation,
    Bounds memory,
    List<String> basis,
    List<String> unverified) {

  /** All parts together. */
  public Bounds total() {
    return hardware.plus(software).plus(mitigation).plus(memory);
  }
}
