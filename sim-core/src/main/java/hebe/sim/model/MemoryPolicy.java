package hebe.sim.model;

/** What the clock of a timed transition does when the transition is disabled before it fires. */
public enum MemoryPolicy {
  /** It forgets: the next enabling draws a new delay (preemptive repeat different). */
  RESAMPLE,
  /** It keeps its age: the next enabling waits for what was left (preemptive resume). */
  RESUME,
  /**
   * It keeps its delay: the next enabling waits for the whole of the same delay again (preemptive
   * repeat identical).
   */
  REPEAT
}
