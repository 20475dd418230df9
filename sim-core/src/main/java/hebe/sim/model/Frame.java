package hebe.sim.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * One copy of a scope: its path name, its place in the state vector, which copy it is, and of what.
 */
final class Frame {
  final String path;

  /** The path without the numbers of copies. */
  final String scope;

  final int copy;
  final int[] bases;
  final Optional<Frame> around;

  /** Number of the scope among those of the frame around; together with that frame unique. */
  final int child;

  private Frame(
      String path, String scope, int copy, int[] bases, Optional<Frame> around, int child) {
    this.path = path;
    this.scope = scope;
    this.copy = copy;
    this.bases = bases;
    this.around = around;
    this.child = child;
  }

  static Frame outermost() {
    return new Frame("", "", 0, new int[] {0}, Optional.empty(), 0);
  }

  /**
   * The frame of a copy of a scope inside this one, the scope's number among its children, whose
   * variables begin at {@code base}.
   */
  Frame inner(String name, int number, int count, int innerCopy, int base) {
    String numbered = count == 1 ? name : name + "-" + (innerCopy + 1);
    return new Frame(
        qualify(numbered),
        scope.isEmpty() ? name : scope + "/" + name,
        innerCopy,
        with(base),
        Optional.of(this),
        number);
  }

  /** This frame at another place, in another frame around it. */
  Frame moved(Frame outer, int base) {
    return new Frame(path, scope, copy, outer.with(base), Optional.of(outer), child);
  }

  /** First index of its own variables. */
  int base() {
    return bases[bases.length - 1];
  }

  /** The full name of something in this frame. */
  String qualify(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  private int[] with(int base) {
    int[] inner = Arrays.copyOf(bases, bases.length + 1);
    inner[bases.length] = base;
    return inner;
  }
}
