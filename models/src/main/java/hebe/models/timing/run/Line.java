package hebe.models.timing.run;

/** Virtual processors that wait for a core, in the order in which they came. */
final class Line {
  private final Vcpu[] waiting;
  private int size;

  Line(int capacity) {
    waiting = new Vcpu[capacity];
  }

  void add(Vcpu vcpu) {
    waiting[size++] = vcpu;
  }

  void remove(Vcpu vcpu) {
    for (int i = 0; i < size; i++) {
      if (waiting[i] == vcpu) {
        removeAt(i);
        return;
      }
    }
  }

  private Vcpu removeAt(int position) {
    Vcpu vcpu = waiting[position];
    System.arraycopy(waiting, position + 1, waiting, position, --size - position);
    return vcpu;
  }

  boolean hasOneFor(int core) {
    return best(core) < size;
  }

  /** Takes out the first of the best class that may run on the core; there must be one. */
  Vcpu takeFor(int core) {
    return removeAt(best(core));
  }

  private int best(int core) {
    int best = size;
    for (int i = 0; i < size; i++) {
      Turn turn = waiting[i].turn();
      if (turn.mayRunOn(core) && (best == size || turn.order() < waiting[best].turn().order())) {
        best = i;
      }
    }
    return best;
  }
}
