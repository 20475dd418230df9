package hebe.sim.exact;

import hebe.sim.model.Model;
import hebe.sim.model.Reward;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An explored chain in the explicit format of the model checker PRISM, for a check by another tool.
 *
 * <p>States are numbered from 0 in the lexicographic order of their values, as PRISM numbers them.
 * Rates are per second, in decimals that are read back as the same doubles. A firing that leads
 * back to the same state is no move; a state without moves has the label {@code deadlock} and gets
 * a loop from PRISM. Source: docs/exact.md#export.
 */
public final class PrismFiles {
  private final StateSpace space;
  private final Model model;
  private final int[][] states;
  private final int[] order;
  private final int[] rank;
  private final double[] initial;
  private final Map<String, double[]> labels = new LinkedHashMap<>();
  private final Map<String, double[]> rewards = new LinkedHashMap<>();

  private PrismFiles(StateSpace space) {
    this.space = space;
    model = space.model();
    int size = space.size();
    states = new int[size][];
    Arrays.setAll(states, space::state);
    order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparing(i -> states[i], Arrays::compare))
            .mapToInt(Integer::intValue)
            .toArray();
    rank = new int[size];
    for (int i = 0; i < size; i++) {
      rank[order[i]] = i;
    }
    initial = space.initial();
    sortRewards();
  }

  /**
   * Prepares the files of a chain.
   *
   * @throws UnsolvableException if it has fixed clocks, which the format does not know
   */
  public static PrismFiles of(StateSpace space) throws UnsolvableException {
    if (space.fixedClocks().size() > 0) {
      throw new UnsolvableException(
          space.fixedClocks().names().stream()
              .map(name -> name + " has a fixed delay, which is no rate of a chain")
              .toList());
    }
    return new PrismFiles(space);
  }

  /** A rate reward of 0 and 1 is a label, every other reward a reward. */
  private void sortRewards() {
    Identifiers ofLabels = new Identifiers();
    Identifiers ofRewards = new Identifiers();
    for (int r = 0; r < model.rewardCount(); r++) {
      double[] rate = space.rateOf(r);
      boolean condition =
          model.reward(r) instanceof Reward.Rate
              && Arrays.stream(rate).allMatch(each -> each == 0 || each == 1);
      String name = model.rewardName(r);
      if (condition) {
        labels.put(ofLabels.of(name), rate);
      } else {
        rewards.put(ofRewards.of(name), rate);
      }
    }
  }

  /** Writes the file {@code .sta}: the variables, and their values in each state. */
  public void states(Appendable out) throws IOException {
    out.append("(").append(String.join(",", identifiers())).append(")\n");
    for (int i = 0; i < order.length; i++) {
      out.append(Integer.toString(i)).append(":(");
      int[] values = states[order[i]];
      for (int v = 0; v < values.length; v++) {
        out.append(v == 0 ? "" : ",").append(Integer.toString(values[v]));
      }
      out.append(")\n");
    }
  }

  private List<String> identifiers() {
    Identifiers identifiers = new Identifiers();
    return space.clocks().names().stream().map(identifiers::of).toList();
  }

  /** Writes what each variable is called in the model, and what its values mean. */
  public void variables(Appendable out) throws IOException {
    List<String> names = space.clocks().names();
    List<String> identifiers = identifiers();
    for (int v = 0; v < names.size(); v++) {
      out.append(identifiers.get(v)).append(" is ").append(names.get(v));
      boolean named = v < model.variableCount() && !model.variable(v).labels().isEmpty();
      for (int k = 0; named && k < model.variable(v).labels().size(); k++) {
        out.append(k == 0 ? ": " : ", ").append(model.variable(v).least() + k + " ");
        out.append(model.variable(v).labels().get(k));
      }
      out.append("\n");
    }
  }

  /** Writes the file {@code .tra}: numbers of states and moves, then from, to and rate. */
  public void transitions(Appendable out) throws IOException {
    Chain chain = space.chain();
    out.append(chain.size + " " + chain.entries() + "\n");
    for (int i = 0; i < order.length; i++) {
      int from = order[i];
      int[] moves =
          IntStream.range(chain.first[from], chain.first[from + 1])
              .boxed()
              .sorted(Comparator.comparing(e -> rank[chain.other[e]]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int e : moves) {
        out.append(i + " " + rank[chain.other[e]] + " ")
            .append(Decimal.of(chain.perSecond[e]))
            .append("\n");
      }
    }
  }

  /**
   * Writes the file {@code .lab}: {@code init}, {@code deadlock}, and the rate rewards of 0 and 1.
   */
  public void labels(Appendable out) throws IOException {
    out.append("0=\"init\" 1=\"deadlock\"");
    int number = 2;
    for (String label : labels.keySet()) {
      out.append(" " + number++ + "=\"" + label + "\"");
    }
    out.append("\n");
    for (int i = 0; i < order.length; i++) {
      StringBuilder line = new StringBuilder();
      append(line, initial[order[i]] > 0, 0);
      append(line, space.chain().exit[order[i]] == 0, 1);
      number = 2;
      for (double[] holds : labels.values()) {
        append(line, holds[order[i]] == 1, number++);
      }
      if (!line.isEmpty()) {
        out.append(i + ":").append(line).append("\n");
      }
    }
  }

  private static void append(StringBuilder line, boolean holds, int label) {
    if (holds) {
      line.append(' ').append(label);
    }
  }

  /** Names of the rewards that are no labels; impulses count as rates of the states. */
  public List<String> rewards() {
    return List.copyOf(rewards.keySet());
  }

  /** Writes the file {@code .srew} of a reward: what each state earns per second. */
  public void reward(String name, Appendable out) throws IOException {
    double[] rate = rewards.get(name);
    out.append(rate.length + " " + Arrays.stream(rate).filter(r -> r != 0).count() + "\n");
    for (int i = 0; i < order.length; i++) {
      if (rate[order[i]] != 0) {
        out.append(i + " ").append(Decimal.of(rate[order[i]])).append("\n");
      }
    }
  }

  /** Whether the chain starts in a random one of several states. */
  public boolean startsAtRandom() {
    return Arrays.stream(initial).filter(share -> share > 0).count() > 1;
  }

  /** Writes the probability of starting in each state, one on a line. */
  public void start(Appendable out) throws IOException {
    for (int state : order) {
      out.append(Decimal.of(initial[state])).append("\n");
    }
  }
}
