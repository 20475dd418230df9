package hebe.models.timing.run;

/** How a virtual processor stands with the scheduler. Times and credit are in cycles. */
final class Turn {
  private final int firstCore;
  private final int endCore;
  private final double weight;
  private final double capCores; // infinite without a cap

  private Standing standing = Standing.BLOCKED;
  private int core; // while it runs, else where it ran last
  private long turns;
  private boolean woken;
  private boolean active;
  private double credit;
  private double burntUntil;
  private double loadedAtLeave;

  Turn(int firstCore, int endCore, double weight, double capCores) {
    this.firstCore = firstCore;
    this.endCore = endCore;
    this.weight = weight;
    this.capCores = capCores;
    this.core = firstCore;
  }

  boolean mayRunOn(int other) {
    return firstCore <= other && other < endCore;
  }

  Standing standing() {
    return standing;
  }

  void stand(Standing next) {
    standing = next;
    active |= next == Standing.READY;
  }

  /** Takes a core; returns what the cache lacks: all, or what others loaded since it left. */
  double enter(int taken, double now, double loadedThere, double whole) {
    double lacks = turns > 0 && core == taken ? loadedThere - loadedAtLeave : whole;
    core = taken;
    turns++;
    active = true;
    standing = Standing.RUNNING;
    burntUntil = now;
    return lacks;
  }

  /** Leaves its core. */
  void leave(Standing next, double loadedThere) {
    loadedAtLeave = loadedThere;
    woken = false;
    stand(next);
  }

  /** Burns credit for the time since it was last asked; returns that time. */
  double burn(double now) {
    double used = now - burntUntil;
    burntUntil = now;
    credit -= used;
    return used;
  }

  /** Gets its part of the credit of a period; returns whether it is to be parked. */
  boolean refund(double period, double creditPerWeight) {
    double part = Math.min(weight * creditPerWeight, capCores * period);
    double least = isCapped() ? Double.NEGATIVE_INFINITY : -period;
    credit = Math.max(least, Math.min(period, credit + (active ? part : 0)));
    active = standing != Standing.BLOCKED;
    return isExhausted();
  }

  double activeWeight() {
    return active ? weight : 0;
  }

  boolean isCapped() {
    return !Double.isInfinite(capCores);
  }

  /** Whether it may not run before it gets credit. */
  boolean isExhausted() {
    return isCapped() && credit < 0;
  }

  /** It wakes up and may go before others if it has credit. */
  void wakeAhead() {
    woken = credit >= 0;
  }

  void turnOver() {
    woken = false;
  }

  /** How often it has taken a core. */
  long turns() {
    return turns;
  }

  int core() {
    return core;
  }

  /** Its class: the smaller goes first. */
  int order() {
    if (woken) {
      return 0;
    }
    return credit >= 0 ? 1 : 2;
  }

  /** What a virtual processor may be. */
  enum Standing {
    /** On a core. */
    RUNNING,
    /** In line for one. */
    READY,
    /** Without work. */
    BLOCKED,
    /** With work, but over its cap. */
    PARKED
  }
}
