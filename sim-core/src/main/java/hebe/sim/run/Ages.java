package hebe.sim.run;

import hebe.sim.model.Ageing;
import hebe.sim.model.Model;

/**
 * The virtual ages of those clocks that something rejuvenates in part: what each had when it was
 * last rejuvenated, and how long it ran since.
 */
final class Ages {
  private final boolean[] kept;
  private final double[] before;
  private final double[] ran;
  private final double[] since;
  private final boolean[] waits;

  Ages(Model model) {
    int count = model.agesClocks() ? model.transitionCount() : 0;
    kept = new boolean[count];
    before = new double[count];
    ran = new double[count];
    since = new double[count];
    waits = new boolean[count];
    for (int t = 0; t < count; t++) {
      for (int k = 0; k < model.ageingCount(t); k++) {
        kept[model.aged(t, k)] = true;
      }
    }
  }

  private boolean keeps(int clock) {
    return clock < kept.length && kept[clock];
  }

  /** The age from which a clock starts that remembers no delay: 0 unless it was just aged. */
  double atStart(int clock) {
    if (!keeps(clock)) {
      return 0;
    }
    if (!waits[clock]) {
      forget(clock);
    }
    waits[clock] = false;
    return before[clock];
  }

  void started(int clock, double now) {
    if (keeps(clock)) {
      since[clock] = now;
    }
  }

  void stopped(int clock, double now) {
    if (keeps(clock)) {
      ran[clock] += now - since[clock];
    }
  }

  void forget(int clock) {
    if (keeps(clock)) {
      before[clock] = 0;
      ran[clock] = 0;
      waits[clock] = false;
    }
  }

  /** Gives a stopped clock its new age; returns whether that differs from the one it had. */
  boolean age(int clock, Ageing ageing) {
    double had = before[clock] + ran[clock];
    before[clock] = ageing.age(before[clock], ran[clock]);
    ran[clock] = 0;
    return before[clock] != had;
  }

  /** The next start of a clock is from the age that it has. */
  void keep(int clock) {
    waits[clock] = true;
  }
}
