package hebe.sim.exact;

/** Is told the moves of a chain while it is explored; the states have their final numbers. */
interface Tap {
  /** The moves that follow, until the next call, are the work of this timed transition's clock. */
  default void timed(int transition) {}

  /** A move to another state. */
  default void move(int from, int to, double perSecond) {}

  /** Impulses of a reward earned in a state. */
  default void impulse(int from, int reward, double worthPerSecond) {}
}
