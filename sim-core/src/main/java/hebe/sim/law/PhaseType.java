package hebe.sim.law;

import java.util.List;

/**
 * A delay as a walk through exponential phases: it starts in phase i with probability {@code
 * start_i}, leaves phase i for phase i + 1 at the rate {@code next_i} and for the end at the rate
 * {@code end_i}.
 *
 * <p>Every law whose phases have no cycle can be written so; F(t) = 1 - start exp(Q t) 1, where Q
 * has the diagonal -(next_i + end_i) and next_i right of it. Source: Cumani (1982), "On the
 * canonical representation of homogeneous Markov processes modelling failure-time distributions",
 * Microelectronics and Reliability 22(3).
 *
 * @param phases at least one; the start probabilities add up to 1, up to rounding, and the last has
 *     no next phase
 */
public record PhaseType(List<Phase> phases) {

  /**
   * One phase.
   *
   * @param startProbability probability that the delay starts here, in [0, 1]
   * @param nextPerSecond rate to the next phase, at least 0
   * @param endPerSecond rate to the end of the delay, at least 0; one of the rates is above 0
   */
  public record Phase(double startProbability, double nextPerSecond, double endPerSecond) {
    public Phase {
      Check.within("startProbability", startProbability, 0, 1);
      Check.notNegative("nextPerSecond", nextPerSecond);
      Check.notNegative("endPerSecond", endPerSecond);
      Check.positive("sum of the rates", nextPerSecond + endPerSecond);
    }
  }

  public PhaseType {
    phases = List.copyOf(phases);
    Check.within("number of phases", phases.size(), 1, Integer.MAX_VALUE);
    double sum = 0;
    for (Phase phase : phases) {
      sum += phase.startProbability();
    }
    Check.within("sum of the start probabilities", sum, 1 - 1e-9, 1 + 1e-9);
    Check.within("nextPerSecond of the last phase", last(phases).nextPerSecond(), 0, 0);
  }

  /** The mean in seconds: m_i = (1 + next_i m_(i+1)) / (next_i + end_i), weighted by the starts. */
  public double meanSeconds() {
    double mean = 0;
    double fromHere = 0;
    for (int i = phases.size() - 1; i >= 0; i--) {
      Phase phase = phases.get(i);
      double leaving = phase.nextPerSecond() + phase.endPerSecond();
      fromHere = (1 + phase.nextPerSecond() * fromHere) / leaving;
      mean += phase.startProbability() * fromHere;
    }
    return mean;
  }

  private static Phase last(List<Phase> phases) {
    return phases.get(phases.size() - 1);
  }

  /** Phases one after another, of these mean lengths in seconds. */
  static PhaseType sequence(List<Double> meansSeconds) {
    int count = meansSeconds.size();
    Phase[] phases = new Phase[count];
    for (int i = 0; i < count; i++) {
      double perSecond = 1 / meansSeconds.get(i);
      boolean atEnd = i == count - 1;
      phases[i] = new Phase(i == 0 ? 1 : 0, atEnd ? 0 : perSecond, atEnd ? perSecond : 0);
    }
    return new PhaseType(List.of(phases));
  }
}
