package hebe.sim.run;

import hebe.sim.random.Streams;
import hebe.sim.step.Immediates;

/** Chooses the immediate transition to fire next; only a real competition draws a number. */
final class Choice {
  private final Streams streams;
  private boolean drew;

  Choice(Streams streams) {
    this.streams = streams;
  }

  /** The next of the enabled ones; of several competitors by the stream of the first. */
  int next(Immediates immediates) {
    int rivals = immediates.contest();
    if (rivals == 1) {
      return immediates.rival(0);
    }
    drew = true;
    double target = streams.nextUniform(immediates.rival(0)) * immediates.totalWeight();
    double passed = 0;
    for (int i = 0; i < rivals; i++) {
      passed += immediates.weight(i);
      if (passed > target) {
        return immediates.rival(i);
      }
    }
    return immediates.rival(rivals - 1);
  }

  /** Whether any choice was made at random. */
  boolean drew() {
    return drew;
  }
}
