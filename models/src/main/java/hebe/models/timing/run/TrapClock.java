package hebe.models.timing.run;

import hebe.sim.random.Streams;

/** Says which event of its load a guest meets next, and after how much native work. */
final class TrapClock {
  private final Streams streams;
  private final int gapStream;
  private final int kindStream;
  private final Spacing spacing;
  private final double[] perCycle; // by kind
  private final double meanGap; // random spacing
  private final double total;
  private final double[] nextAt; // by kind, even spacing, in cycles of native work
  private final long[] happened; // by kind, even spacing
  private double at;
  private int kind;
  private double rest;

  /** Draws from two neighbouring streams that are open. */
  TrapClock(LoadPlan plan, Streams streams, int gapStream) {
    this.streams = streams;
    this.gapStream = gapStream;
    this.kindStream = gapStream + 1;
    this.spacing = plan.load().spacing();
    perCycle = new double[plan.kinds()];
    nextAt = new double[plan.kinds()];
    happened = new long[plan.kinds()];
    double sum = 0;
    for (int i = 0; i < perCycle.length; i++) {
      perCycle[i] = plan.perCycle(i);
      nextAt[i] = 0.5 / perCycle[i]; // infinite if it never happens
      sum += perCycle[i];
    }
    total = sum;
    meanGap = 1 / sum;
  }

  /** Goes on to the next event; returns the native cycles until then, infinite if there is none. */
  double next() {
    if (total == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return spacing == Spacing.RANDOM ? random() : even();
  }

  private double random() {
    double pick = streams.nextUniform(kindStream) * total;
    kind = 0;
    while (pick >= perCycle[kind] && kind < perCycle.length - 1) {
      pick -= perCycle[kind++];
    }
    rest = pick / perCycle[kind];
    return -meanGap * StrictMath.log1p(-streams.nextUniform(gapStream));
  }

  private double even() {
    kind = 0;
    for (int i = 1; i < nextAt.length; i++) {
      if (nextAt[i] < nextAt[kind]) {
        kind = i;
      }
    }
    double gap = nextAt[kind] - at;
    at = nextAt[kind];
    happened[kind]++;
    nextAt[kind] = (happened[kind] + 0.5) / perCycle[kind];
    return gap;
  }

  /** The kind of the event. */
  int kind() {
    return kind;
  }

  /** A uniform in (0, 1) that belongs to the event. */
  double uniform() {
    return spacing == Spacing.RANDOM ? rest : streams.nextUniform(kindStream);
  }
}
