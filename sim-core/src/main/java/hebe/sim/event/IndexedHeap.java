package hebe.sim.event;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * The ordered future of one simulation: at most one pending time for each of the keys 0 to capacity
 * - 1.
 *
 * <p>Keys leave in the order of (time, rank, insertion): the earlier time first, at equal times the
 * smaller rank, at equal ranks the key that was scheduled first. Times are in the unit of the
 * caller's clock and finite. Scheduling, cancelling and popping cost O(log size); nothing is
 * allocated after construction.
 *
 * <p>A four-ary heap over primitive arrays. Not safe for use by several threads.
 */
public final class IndexedHeap {
  private static final int ARITY = 4;
  private static final int ABSENT = -1;

  private final double[] timeAt; // by position
  private final int[] keyAt; // by position
  private final int[] positionOf; // by key, ABSENT when not scheduled
  private final int[] rankOf; // by key
  private final long[] insertionOf; // by key
  private int size;
  private long insertions;

  /**
   * Creates an empty heap for the keys 0 to {@code capacity - 1}.
   *
   * @param capacity number of keys, at least 0
   */
  public IndexedHeap(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("capacity: expected at least 0, got " + capacity);
    }
    timeAt = new double[capacity];
    keyAt = new int[capacity];
    positionOf = new int[capacity];
    rankOf = new int[capacity];
    insertionOf = new long[capacity];
    Arrays.fill(positionOf, ABSENT);
  }

  /** Copies a heap into one of a greater capacity. */
  private IndexedHeap(IndexedHeap source, int capacity) {
    timeAt = Arrays.copyOf(source.timeAt, capacity);
    keyAt = Arrays.copyOf(source.keyAt, capacity);
    positionOf = Arrays.copyOf(source.positionOf, capacity);
    rankOf = Arrays.copyOf(source.rankOf, capacity);
    insertionOf = Arrays.copyOf(source.insertionOf, capacity);
    Arrays.fill(positionOf, source.positionOf.length, capacity, ABSENT);
    size = source.size;
    insertions = source.insertions;
  }

  /**
   * A heap with the same content for the keys 0 to capacity - 1, not below the present capacity.
   */
  IndexedHeap grownTo(int capacity) {
    return new IndexedHeap(this, capacity);
  }

  /**
   * Schedules a key, or moves it if it is scheduled already; either way it is the youngest among
   * equals.
   *
   * @param key 0 to capacity - 1
   * @param time when it is due, finite
   * @param rank order among equal times, smaller first
   */
  public void schedule(int key, double time, int rank) {
    if (!Double.isFinite(time)) {
      throw new IllegalArgumentException(
          "time of key " + key + ": expected a finite number, got " + time);
    }
    int position = positionOf[key];
    if (position != ABSENT) {
      remove(key, position);
    }
    rankOf[key] = rank;
    insertionOf[key] = insertions++;
    siftUp(size++, key, time);
  }

  /** Takes a key out; returns whether it was scheduled. */
  public boolean cancel(int key) {
    int position = positionOf[key];
    if (position == ABSENT) {
      return false;
    }
    remove(key, position);
    return true;
  }

  /** Whether the key is scheduled. */
  public boolean isScheduled(int key) {
    return positionOf[key] != ABSENT;
  }

  /** When the key is due; throws if it is not scheduled. */
  public double timeOf(int key) {
    int position = positionOf[key];
    if (position == ABSENT) {
      throw new NoSuchElementException("key " + key + " is not scheduled");
    }
    return timeAt[position];
  }

  /** The key that is due first; throws if the heap is empty. */
  public int peekKey() {
    requireNotEmpty();
    return keyAt[0];
  }

  /** When the first key is due; throws if the heap is empty. */
  public double peekTime() {
    requireNotEmpty();
    return timeAt[0];
  }

  /** Takes out the key that is due first and returns it; throws if the heap is empty. */
  public int pop() {
    requireNotEmpty();
    int key = keyAt[0];
    remove(key, 0);
    return key;
  }

  /** Number of scheduled keys. */
  public int size() {
    return size;
  }

  /** Whether no key is scheduled. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Takes every key out; the heap then behaves as a new one. */
  public void clear() {
    for (int position = 0; position < size; position++) {
      positionOf[keyAt[position]] = ABSENT;
    }
    size = 0;
    insertions = 0;
  }

  private void requireNotEmpty() {
    if (size == 0) {
      throw new NoSuchElementException("no key is scheduled");
    }
  }

  private void remove(int key, int position) {
    positionOf[key] = ABSENT;
    size--;
    if (position == size) {
      return;
    }
    int moved = keyAt[size];
    double time = timeAt[size];
    if (position > 0 && before(moved, time, (position - 1) / ARITY)) {
      siftUp(position, moved, time);
    } else {
      siftDown(position, moved, time);
    }
  }

  /** Fills the hole at {@code position} with the key, moving later parents down. */
  private void siftUp(int position, int key, double time) {
    int hole = position;
    while (hole > 0) {
      int parent = (hole - 1) / ARITY;
      if (!before(key, time, parent)) {
        break;
      }
      put(hole, keyAt[parent], timeAt[parent]);
      hole = parent;
    }
    put(hole, key, time);
  }

  /** Fills the hole at {@code position} with the key, moving earlier children up. */
  private void siftDown(int position, int key, double time) {
    int hole = position;
    int child = firstChild(hole);
    while (child < size) {
      int earliest = earliest(child, Math.min(child + ARITY, size));
      if (before(key, time, earliest)) {
        break;
      }
      put(hole, keyAt[earliest], timeAt[earliest]);
      hole = earliest;
      child = firstChild(hole);
    }
    put(hole, key, time);
  }

  private static int firstChild(int position) {
    return ARITY * position + 1; // negative beyond 2^29 keys, which the arrays do not reach
  }

  private int earliest(int from, int to) {
    int best = from;
    for (int position = from + 1; position < to; position++) {
      if (before(keyAt[position], timeAt[position], best)) {
        best = position;
      }
    }
    return best;
  }

  private void put(int position, int key, double time) {
    keyAt[position] = key;
    timeAt[position] = time;
    positionOf[key] = position;
  }

  /** Whether the key at the time goes before what is at the position; never called with itself. */
  private boolean before(int key, double time, int position) {
    double other = timeAt[position];
    if (time != other) {
      return time < other;
    }
    int otherKey = keyAt[position];
    int rank = rankOf[key];
    int otherRank = rankOf[otherKey];
    return rank != otherRank ? rank < otherRank : insertionOf[key] < insertionOf[otherKey];
  }
}
