package hebe.sim.model;

import java.util.List;
import java.util.Set;

/**
 * A bounded integer variable of a scope: the state of a component, or a counter.
 *
 * <p>A variable is a shape: every copy of its scope has one of its own, found at {@code
 * bases[level] + offset} in the state vector, where {@code bases} are the first indices of the
 * scope copy and of the scopes around it.
 *
 * @param name its name within the scope
 * @param level depth of the scope that owns it; 0 is the outermost
 * @param offset position within the scope's own variables
 * @param least smallest value
 * @param most largest value
 * @param initial value at the start of a replication
 * @param labels names of the values from {@code least} on; empty for a counter
 */
public record Variable(
    String name, int level, int offset, int least, int most, int initial, List<String> labels) {
  public Variable {
    labels = List.copyOf(labels);
    if (least > initial || initial > most) {
      throw new IllegalArgumentException(
          name + " starts at " + initial + ", outside " + least + " to " + most);
    }
    if (!labels.isEmpty() && labels.size() != most - least + 1) {
      throw new IllegalArgumentException(
          name + " has " + labels.size() + " labels for " + (most - least + 1) + " values");
    }
    if (Set.copyOf(labels).size() != labels.size()) {
      throw new IllegalArgumentException(name + " has two states of one name: " + labels);
    }
  }

  /** The value with this label. */
  public int valueOf(String label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException(name + " has no state '" + label + "', only " + labels);
    }
    return least + index;
  }

  /** How this value is written for people: its label, or the number itself. */
  public String show(int value) {
    return labels.isEmpty() ? Integer.toString(value) : labels.get(value - least);
  }

  /** Its value in this state, as seen from a scope copy with these bases. */
  int in(int[] values, int[] bases) {
    return values[bases[level] + offset];
  }
}
