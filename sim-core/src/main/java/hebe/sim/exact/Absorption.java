package hebe.sim.exact;

import java.util.Arrays;

/**
 * What becomes of a chain in the long run: the mean time it spends in every state that it leaves
 * for good, and the probability with which it enters each bottom component.
 *
 * <p>With inflow b into a transient component C, the mean times y solve y (-Q_CC) = b. They are y_i
 * = |b| x_i / x_*, where x is the stationary distribution of C closed by one more state * that all
 * moves out of C lead to and that leads back with rates b / |b|: so nothing is subtracted, and rare
 * absorption costs no accuracy.
 */
final class Absorption {
  private final Chain chain;
  private final Components components;
  private final int[] first;
  private final int[] members;
  private final int[] local;
  private final double[] inflow;
  private final double[] seconds;
  private final boolean[] bottom;
  private double residual;

  Absorption(Chain chain, double[] initial) throws UnsolvableException {
    this.chain = chain;
    components = new Components(chain);
    first = new int[components.count() + 1];
    members = components.members(first);
    local = new int[chain.size];
    Arrays.fill(local, -1);
    inflow = initial.clone();
    seconds = new double[chain.size];
    bottom = new boolean[components.count()];
    for (int c = components.count() - 1; c >= 0; c--) {
      bottom[c] = !leaves(c);
      if (!bottom[c] && mass(c) > 0) {
        pass(c);
      }
    }
  }

  /** Mean seconds in each state of which there is an end. */
  double[] seconds() {
    return seconds;
  }

  int components() {
    return components.count();
  }

  boolean bottom(int component) {
    return bottom[component];
  }

  /** Any state of a component. */
  int member(int component) {
    return members[first[component]];
  }

  int[] members(int component) {
    return Arrays.copyOfRange(members, first[component], first[component + 1]);
  }

  /** For a bottom component, the probability that the chain ends in it. */
  double mass(int component) {
    double sum = 0;
    for (int m = first[component]; m < first[component + 1]; m++) {
      sum += inflow[members[m]];
    }
    return sum;
  }

  /** The worst residual of a component that was solved. */
  double residual() {
    return residual;
  }

  /** The moves within a component. */
  Chain within(int component) {
    return local(component, false);
  }

  private boolean leaves(int component) {
    for (int m = first[component]; m < first[component + 1]; m++) {
      for (int e = chain.first[members[m]]; e < chain.first[members[m] + 1]; e++) {
        if (components.of(chain.other[e]) != component) {
          return true;
        }
      }
    }
    return false;
  }

  private void pass(int component) throws UnsolvableException {
    int size = first[component + 1] - first[component];
    if (size == 1) {
      int state = members[first[component]];
      seconds[state] = inflow[state] / chain.exit[state];
    } else {
      double mass = mass(component);
      Stationary solved = Stationary.of(local(component, true));
      residual = Math.max(residual, solved.residual);
      for (int i = 0; i < size; i++) {
        seconds[members[first[component] + i]] = mass * (solved.share[i] / solved.share[size]);
      }
    }
    for (int m = first[component]; m < first[component + 1]; m++) {
      for (int e = chain.first[members[m]]; e < chain.first[members[m] + 1]; e++) {
        if (components.of(chain.other[e]) != component) {
          inflow[chain.other[e]] += seconds[members[m]] * chain.perSecond[e];
        }
      }
    }
  }

  private Chain local(int component, boolean closed) {
    int size = first[component + 1] - first[component];
    for (int i = 0; i < size; i++) {
      local[members[first[component] + i]] = i;
    }
    Rows rows = new Rows();
    for (int i = 0; i < size; i++) {
      int state = members[first[component] + i];
      for (int e = chain.first[state]; e < chain.first[state + 1]; e++) {
        boolean inside = components.of(chain.other[e]) == component;
        rows.add(inside ? local[chain.other[e]] : size, chain.perSecond[e]);
      }
      rows.endRow();
    }
    if (closed) {
      double mass = mass(component);
      for (int i = 0; i < size; i++) {
        double in = inflow[members[first[component] + i]];
        if (in > 0) {
          rows.addNew(i, in / mass);
        }
      }
      rows.endRow();
    }
    return rows.chain();
  }
}
