package hebe.models.selfvirt;

import java.util.Set;

/** When in a switch, and on which CPUs, an item of it is done. */
enum Phase {
  /** First, on the CPU that was asked. */
  ENTRY(Set.of("switch interrupt", "entry through the VMM")),
  /** Then that CPU calls the others. */
  MESSAGE(Set.of("interrupt to the other CPUs")),
  /** One after the other, the others pass a counter, before the work and after it. */
  MEETING(Set.of("meeting points")),
  /** After the work of the first CPU, each at the same time. */
  EVERY_CPU(Set.of("descriptor tables", "page-table base", "refill of the TLB")),
  /** Last, each at the same time. */
  EXIT(Set.of("return to the lower privilege")),
  /** Between the meetings, on the CPU that was asked, while the others wait: all else. */
  WORK(Set.of());

  private final Set<String> items;

  Phase(Set<String> items) {
    this.items = items;
  }

  /** The names of its items; none for what takes all the others. */
  Set<String> items() {
    return items;
  }

  static Phase of(String item) {
    for (Phase phase : values()) {
      if (phase.items.contains(item)) {
        return phase;
      }
    }
    return WORK;
  }
}
