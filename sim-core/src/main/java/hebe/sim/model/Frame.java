package hebe.sim.model;

import java.util.Arrays;

/** One copy of a scope: its path name, its place in the state vector, and which copy it is. */
final class Frame {
  final String path;
  final int copy;
  final int[] bases;

  private Frame(String path, int copy, int[] bases) {
    this.path = path;
    this.copy = copy;
    this.bases = bases;
  }

  static Frame outermost() {
    return new Frame("", 0, new int[] {0});
  }

  /** The frame of a copy of a scope inside this one, whose variables begin at {@code base}. */
  Frame inner(String name, int count, int innerCopy, int base) {
    int[] inner = Arrays.copyOf(bases, bases.length + 1);
    inner[bases.length] = base;
    return new Frame(qualify(count == 1 ? name : name + "-" + (innerCopy + 1)), innerCopy, inner);
  }

  /** The full name of something in this frame. */
  String qualify(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }
}
