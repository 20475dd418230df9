package hebe.models.timing.run;

/**
 * A virtual processor: the work before it, and how far it has come in that.
 *
 * <p>It runs in stretches. A stretch is what it owes to traps that began, then native work until
 * the next trap or the end of its piece of work; while the cache lacks something, each cycle of
 * work costs another one of loading. Owing less than 0, it is ahead and the work takes that much
 * less.
 */
final class Vcpu {
  private final int index;
  private final String name;
  private final Accounts accounts;
  private final TrapClock traps;
  private final WorkQueue queue = new WorkQueue();
  private final double endlessPiece; // infinite, or the size of pieces that are observed
  private final boolean endless;
  private final Turn turn;

  private double startedAt;
  private double stretch;
  private double refill; // cycles of loading in the stretch
  private double owed;
  private double debt; // cycles of loading that the cache lacks
  private double loaded;
  private double untilTrap;
  private double pieceLeft;
  private double pieceBornAt;
  private boolean serving;
  private boolean ofQueue;
  private int lastCause;

  Vcpu(int index, String name, Accounts accounts, TrapClock traps, double endlessPiece, Turn turn) {
    this.index = index;
    this.name = name;
    this.accounts = accounts;
    this.traps = traps;
    this.endlessPiece = endlessPiece;
    this.endless = endlessPiece > 0;
    this.turn = turn;
    untilTrap = traps.next();
  }

  int index() {
    return index;
  }

  String name() {
    return name;
  }

  Accounts accounts() {
    return accounts;
  }

  Turn turn() {
    return turn;
  }

  WorkQueue queue() {
    return queue;
  }

  TrapClock traps() {
    return traps;
  }

  boolean hasWork() {
    return endless || !queue.isEmpty();
  }

  /** Whether a request is being served or waits to be. */
  boolean hasRequests() {
    return !queue.isEmpty();
  }

  /** Begins a stretch; returns when it will end. */
  double begin(double now) {
    if (!queue.isEmpty() && !ofQueue) {
      ofQueue = true;
      pieceLeft = queue.cycles();
      pieceBornAt = queue.bornAt();
      accounts.waits().add(now - queue.queuedAt());
    } else if (!serving && !ofQueue) {
      pieceLeft = endlessPiece;
      pieceBornAt = now;
    }
    serving = true;
    startedAt = now;
    stretch = Math.max(0, Math.min(untilTrap, pieceLeft)); // rounding may leave them below 0
    refill = Math.min(stretch, debt);
    return now + Math.max(0, owed + stretch + refill);
  }

  /** Ends the stretch at its end. */
  void finish(double now) {
    double total = owed + stretch + refill;
    worked(stretch, refill);
    owed = Math.min(0, total);
    restAt(now);
  }

  /** Ends the stretch before its end. */
  void pause(double now) {
    double left = now - startedAt - owed;
    owed = Math.max(0, -left);
    left = Math.max(0, left);
    double whole = stretch + refill;
    if (left > whole) {
      owed = whole - left; // still ahead
      left = whole;
    }
    double cycles = left <= 2 * refill ? left / 2 : left - refill;
    worked(cycles, left - cycles);
    restAt(now);
  }

  private void worked(double cycles, double loading) {
    accounts.work(cycles);
    accounts.book(LoadPlan.REFILL, loading);
    debt -= loading;
    loaded += loading;
    untilTrap -= cycles;
    pieceLeft -= cycles;
  }

  private void restAt(double now) {
    startedAt = now;
    stretch = 0;
    refill = 0;
  }

  /** Takes the core for a cause, before any more work. */
  void owe(int cause, double cycles) {
    accounts.book(cause, cycles);
    owed += cycles;
    lastCause = cause;
  }

  /** Lacks that much more in the cache, at most all of it. */
  void evicted(double cycles, double whole) {
    debt = Math.min(whole, debt + cycles);
  }

  /** What it loaded since it was last asked. */
  double takeLoaded() {
    double cycles = loaded;
    loaded = 0;
    return cycles;
  }

  boolean atTrap() {
    return untilTrap <= 0;
  }

  /** After a trap: draws the next. */
  void passTrap() {
    untilTrap = traps.next();
  }

  boolean pieceDone() {
    return serving && pieceLeft <= 0;
  }

  double pieceBornAt() {
    return pieceBornAt;
  }

  boolean isOfQueue() {
    return ofQueue;
  }

  /** After a piece of work: the next one has not begun. */
  void passPiece() {
    if (ofQueue) {
      queue.removeFirst();
    }
    ofQueue = false;
    serving = false;
  }

  /** What is owed has been booked but not taken yet: to the accounts of which time it belongs. */
  void bookOwed(double sign) {
    accounts.book(lastCause, sign * owed);
  }
}
