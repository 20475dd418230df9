package hebe.models.selfvirt;

import hebe.models.catalog.Published;
import hebe.models.timing.OperationSize;
import hebe.models.timing.OperationSize.Unit;

/**
 * How large the running system is that a VMM slips under.
 *
 * @param memoryBytes memory of the machine, above 0
 * @param processes processes, each with an address space and a sleeping task
 * @param pageTablePages pages that hold their page tables
 * @param mappedPages entries of these that map a page
 * @param interrupts sources of interrupts
 * @param cpus processors, at least 1
 */
public record SwitchSize(
    double memoryBytes,
    double processes,
    double pageTablePages,
    double mappedPages,
    double interrupts,
    int cpus) {
  public SwitchSize {
    if (!(memoryBytes > 0) || Double.isInfinite(memoryBytes)) {
      throw new IllegalArgumentException("memory: expected bytes above 0, got " + memoryBytes);
    }
    atLeastZero("processes", processes);
    atLeastZero("page-table pages", pageTablePages);
    atLeastZero("mapped pages", mappedPages);
    atLeastZero("interrupts", interrupts);
    if (cpus < 1) {
      throw new IllegalArgumentException("CPUs: expected at least 1, got " + cpus);
    }
  }

  private static void atLeastZero(String what, double number) {
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException(
          what + ": expected a number that is at least 0, got " + number);
    }
  }

  /** Of so many processes of the usual size: page-table pages and mapped pages follow. */
  public static SwitchSize of(Published figures, double memoryBytes, double processes, int cpus) {
    return new SwitchSize(
        memoryBytes,
        processes,
        processes * figures.input("law-pt-pages-per-proc").value(),
        processes * figures.input("light-ptes-per-proc").value(),
        figures.input("light-interrupts").value(),
        cpus);
  }

  /** The light load that the published switch time is taken to be of: one CPU, just booted. */
  public static SwitchSize light(Published figures) {
    double bytes = figures.input("light-memory").value() * (1 << 20);
    return of(figures, bytes, figures.input("light-processes").value(), 1);
  }

  /** This with another memory. */
  public SwitchSize withMemory(double bytes) {
    return new SwitchSize(bytes, processes, pageTablePages, mappedPages, interrupts, cpus);
  }

  /** This with other processors. */
  public SwitchSize withCpus(int number) {
    return new SwitchSize(memoryBytes, processes, pageTablePages, mappedPages, interrupts, number);
  }

  /** This with other page-table pages. */
  public SwitchSize withPageTablePages(double number) {
    return new SwitchSize(memoryBytes, processes, number, mappedPages, interrupts, cpus);
  }

  /** This with other mapped pages. */
  public SwitchSize withMappedPages(double number) {
    return new SwitchSize(memoryBytes, processes, pageTablePages, number, interrupts, cpus);
  }

  /** What the items of a switch of this design are counted by. */
  OperationSize items(SwitchDesign design, double fileBytes) {
    boolean rebuilt = design.records() == SwitchDesign.Records.RECOMPUTED;
    double frames = memoryBytes / OperationSize.PAGE_BYTES;
    boolean every = design.everyFrame() || !design.preCached();
    return OperationSize.ofMemory(memoryBytes, cpus)
        .with(Unit.CPU_INTERRUPT, cpus > 1 ? 1 : 0)
        .with(Unit.PROCESS, processes)
        .with(Unit.PAGE_TABLE_PAGE, pageTablePages)
        .with(Unit.VALIDATED_PAGE, rebuilt ? pageTablePages : 0)
        .with(Unit.MAPPED_PAGE, rebuilt ? mappedPages : 0)
        .with(Unit.INTERRUPT, interrupts)
        .with(Unit.PASSED_FRAME, every ? frames : 0)
        .with(Unit.LOADED_BYTE, design.preCached() ? 0 : fileBytes)
        .with(Unit.STARTED_VMM, design.preCached() ? 0 : 1);
  }
}
