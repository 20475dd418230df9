package hebe.models.timing.run;

/**
 * Page-table updates that wait for a common hypercall: it is made when the batch is full, and
 * before the TLB is flushed unless nothing waits.
 *
 * <p>With u updates and f flushes per second of native work, both Poisson, and at most m in a
 * batch, there are f p / (1 - p^m) hypercalls per second, p = u / (u + f).
 *
 * @param updatesPerSecond per second of native work, at least 0
 * @param flushesPerSecond per second of native work, at least 0
 * @param most updates that one hypercall takes, at least 1; 2048 in Xen
 * @param hypercallCycles what a hypercall costs whatever it carries, at least 0
 * @param updateCycles what each update adds, at least 0
 */
public record PageTableBatches(
    double updatesPerSecond,
    double flushesPerSecond,
    int most,
    double hypercallCycles,
    double updateCycles) {
  public PageTableBatches {
    Range.atLeastZero("updates per second", updatesPerSecond);
    Range.atLeastZero("flushes per second", flushesPerSecond);
    Range.atLeastOne("updates in a batch", most);
    Range.atLeastZero("cycles of a hypercall", hypercallCycles);
    Range.atLeastZero("cycles of an update", updateCycles);
  }

  /** Hypercalls per second of native work when both streams are Poisson. */
  public double hypercallsPerSecond() {
    if (updatesPerSecond == 0) {
      return 0;
    }
    if (flushesPerSecond == 0) {
      return updatesPerSecond / most;
    }
    double p = updatesPerSecond / (updatesPerSecond + flushesPerSecond);
    return flushesPerSecond * p / (1 - StrictMath.pow(p, most));
  }
}
