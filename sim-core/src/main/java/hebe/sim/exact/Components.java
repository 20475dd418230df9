package hebe.sim.exact;

import java.util.Arrays;

/**
 * The strongly connected components of a chain, numbered so that every move between two of them
 * goes from a higher to a lower number.
 *
 * <p>Source: Tarjan (1972), "Depth-first search and linear graph algorithms", SIAM Journal on
 * Computing 1(2); here with a stack of its own, as a chain may be a million states deep.
 */
final class Components {
  private final Chain chain;
  private final int[] component;
  private final int[] seen;
  private final int[] low;
  private final int[] at;
  private final int[] walk;
  private final int[] open;
  private int walking;
  private int opened;
  private int clock;
  private int count;

  Components(Chain chain) {
    this.chain = chain;
    component = new int[chain.size];
    Arrays.fill(component, -1);
    seen = new int[chain.size]; // 0: never
    low = new int[chain.size];
    at = new int[chain.size];
    walk = new int[chain.size];
    open = new int[chain.size];
    for (int i = 0; i < chain.size; i++) {
      if (seen[i] == 0) {
        search(i);
      }
    }
  }

  int count() {
    return count;
  }

  int of(int state) {
    return component[state];
  }

  /** The states by component, ascending within each; {@code first} gets where each begins. */
  int[] members(int[] first) {
    for (int c : component) {
      first[c + 1]++;
    }
    for (int c = 0; c < count; c++) {
      first[c + 1] += first[c];
    }
    int[] next = Arrays.copyOf(first, count);
    int[] members = new int[component.length];
    for (int i = 0; i < component.length; i++) {
      members[next[component[i]]++] = i;
    }
    return members;
  }

  private void search(int root) {
    enter(root);
    while (walking > 0) {
      int state = walk[walking - 1];
      if (at[state] < chain.first[state + 1]) {
        int next = chain.other[at[state]++];
        if (seen[next] == 0) {
          enter(next);
        } else if (component[next] < 0) {
          low[state] = Math.min(low[state], seen[next]);
        }
      } else {
        leave(state);
      }
    }
  }

  private void enter(int state) {
    seen[state] = ++clock;
    low[state] = clock;
    at[state] = chain.first[state];
    walk[walking++] = state;
    open[opened++] = state;
  }

  private void leave(int state) {
    walking--;
    if (walking > 0) {
      int before = walk[walking - 1];
      low[before] = Math.min(low[before], low[state]);
    }
    if (low[state] == seen[state]) {
      do {
        component[open[--opened]] = count;
      } while (open[opened] != state);
      count++;
    }
  }
}
