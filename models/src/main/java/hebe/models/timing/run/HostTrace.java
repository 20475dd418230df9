package hebe.models.timing.run;

/** Is told what happens on a simulated host, in the order of time. */
@FunctionalInterface
public interface HostTrace {
  /** Listens to nothing. */
  HostTrace NONE = (atCycles, who, what) -> {};

  /**
   * Something happens.
   *
   * @param atCycles time since the start, in cycles
   * @param who the virtual processor
   * @param what a cause of {@link TrapSource.Entry}, or what the scheduler or a request did
   */
  void record(double atCycles, String who, String what);
}
