package hebe.models.timing.run;

import java.util.Arrays;

/** Packets and requests in the order of their coming; grows, and allocates only then. */
final class WorkQueue {
  private double[] bornAt = new double[16];
  private double[] queuedAt = new double[16];
  private double[] cycles = new double[16];
  private Errand[] errand = new Errand[16];
  private int[] guest = new int[16];
  private int head;
  private int size;

  void add(double born, double now, double workCycles, Errand what, int forGuest) {
    if (size == cycles.length) {
      grow();
    }
    int tail = (head + size++) & (cycles.length - 1);
    bornAt[tail] = born;
    queuedAt[tail] = now;
    cycles[tail] = workCycles;
    errand[tail] = what;
    guest[tail] = forGuest;
  }

  private void grow() {
    int capacity = cycles.length;
    bornAt = unrolled(bornAt);
    queuedAt = unrolled(queuedAt);
    cycles = unrolled(cycles);
    Errand[] errands = Arrays.copyOf(errand, 2 * capacity);
    int[] guests = Arrays.copyOf(guest, 2 * capacity);
    for (int i = 0; i < capacity; i++) {
      errands[i] = errand[(head + i) & (capacity - 1)];
      guests[i] = guest[(head + i) & (capacity - 1)];
    }
    errand = errands;
    guest = guests;
    head = 0;
  }

  private double[] unrolled(double[] ring) {
    double[] longer = new double[2 * ring.length];
    for (int i = 0; i < ring.length; i++) {
      longer[i] = ring[(head + i) & (ring.length - 1)];
    }
    return longer;
  }

  void removeFirst() {
    head = (head + 1) & (cycles.length - 1);
    size--;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  double bornAt() {
    return bornAt[head];
  }

  double queuedAt() {
    return queuedAt[head];
  }

  double cycles() {
    return cycles[head];
  }

  Errand errand() {
    return errand[head];
  }

  int guest() {
    return guest[head];
  }

  /** What a piece of work is for. */
  enum Errand {
    /** A request that a guest serves. */
    REQUEST,
    /** A request on its way through the driver domain. */
    INCOMING,
    /** An answer on its way through the driver domain. */
    OUTGOING,
    /** Work of the driver domain that nobody waits for. */
    BACKGROUND
  }
}
