package hebe.models.client;

/**
 * A part of the connections of a population that an outage meets alike.
 *
 * @param label what they do
 * @param weight share of the connections, in [0, 1]
 * @param first when they first find nobody
 * @param curve what then becomes of them
 * @param requests whether a request or a transfer fails with the connection
 * @param lostAnyway whether those that do not notice in the outage are lost, too
 */
record Share(
    String label,
    double weight,
    FirstWait first,
    WaitCurve curve,
    boolean requests,
    boolean lostAnyway) {

  /** Adds what an outage means for these, in expectation, to a tally; returns how many are lost. */
  double meet(double outageSeconds, double connections, ClientTally tally) {
    double those = weight * connections;
    double noticed = 0;
    double lost = 0;
    double from = 0;
    for (WaitCurve.Step step : curve.steps()) {
      if (from >= outageSeconds) {
        break;
      }
      double probability = first.probability(outageSeconds, from, step.upToSeconds());
      if (probability > 0) {
        noticed += probability;
        double left =
            step.follows() ? first.momentSeconds(outageSeconds, from, step.upToSeconds()) : 0;
        double waited = those * (left + step.constantSeconds() * probability);
        if (step.survives()) {
          survivors(outageSeconds, those, from, step, tally);
          tally.waits(waited);
        } else {
          lost += those * probability;
          tally.waits(waited);
        }
      }
      from = step.upToSeconds();
    }
    double unnoticed = lostAnyway ? Math.max(0, 1 - noticed) * those : 0;
    tally.loses(lost + unnoticed, requests ? lost : 0);
    return lost + unnoticed;
  }

  /** Slices of a step in which the wait follows d: enough for quantiles to 2 %. */
  private static final int SLICES = 16;

  private void survivors(
      double outageSeconds, double those, double from, WaitCurve.Step step, ClientTally tally) {
    if (!step.follows()) {
      double probability = first.probability(outageSeconds, from, step.upToSeconds());
      tally.stalls(step.constantSeconds(), those * probability);
      return;
    }
    double to = Math.min(step.upToSeconds(), outageSeconds);
    for (int slice = 0; slice < SLICES; slice++) {
      double low = from + (to - from) * slice / SLICES;
      double high = slice + 1 == SLICES ? to : from + (to - from) * (slice + 1) / SLICES;
      double probability = first.probability(outageSeconds, low, high);
      if (probability > 0) {
        double left = first.momentSeconds(outageSeconds, low, high) / probability;
        tally.stalls(step.waitSeconds(left), those * probability);
      }
    }
  }

  /** What an outage means for one of these that waits from its begin; idle ones at any phase. */
  OutageMeaning.Fate fate(double outageSeconds) {
    FirstWait when =
        first instanceof FirstWait.WithinGap && !requests ? first : new FirstWait.AtOnce();
    ClientTally tally = new ClientTally();
    double lost =
        new Share(label, 1, when, curve, requests, lostAnyway).meet(outageSeconds, 1, tally);
    return new OutageMeaning.Fate(lost, tally.waitedSeconds());
  }
}
