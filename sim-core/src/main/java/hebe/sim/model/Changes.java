package hebe.sim.model;

import java.util.Arrays;

/**
 * What one firing changed: variables with their old and new values. Reused, so nothing may keep it.
 */
public final class Changes {
  private int[] variables = new int[8];
  private int[] olds = new int[8];
  private int[] news = new int[8];
  private int size;

  /** Number of changes. */
  public int size() {
    return size;
  }

  /** The variable of a change. */
  public int variable(int change) {
    return variables[change];
  }

  /** The value before. */
  public int before(int change) {
    return olds[change];
  }

  /** The value after. */
  public int after(int change) {
    return news[change];
  }

  /** Forgets all changes. */
  public void clear() {
    size = 0;
  }

  void add(int variable, int before, int after) {
    if (size == variables.length) {
      variables = Arrays.copyOf(variables, 2 * size);
      olds = Arrays.copyOf(olds, 2 * size);
      news = Arrays.copyOf(news, 2 * size);
    }
    variables[size] = variable;
    olds[size] = before;
    news[size] = after;
    size++;
  }
}
