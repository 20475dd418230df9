package hebe.sim.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which variables of the state vector the transitions and rewards of a model read and write. */
public final class Wiring {
  private final Model model;

  /** The wiring of a model, found from its declarations. */
  public Wiring(Model model) {
    this.model = model;
  }

  /** The variables that guard and effects of a transition read, each once. */
  public Set<Integer> reads(int transition) {
    Frame frame = model.transitionFrame(transition);
    Set<Integer> read = read(model.transition(transition).guard(), frame);
    for (Effect effect : model.transition(transition).effects()) {
      effect.reads(variable -> read.add(place(variable, frame)));
    }
    return read;
  }

  /** The variables that a transition writes, in the order of its effects. */
  public List<Integer> writes(int transition) {
    Frame frame = model.transitionFrame(transition);
    return model.transition(transition).effects().stream()
        .map(effect -> place(effect.variable(), frame))
        .toList();
  }

  /** The variables that a term of a rate reward reads, each once. */
  public Set<Integer> reads(int reward, Reward.Term term) {
    return read(term.condition(), model.rewardFrame(reward));
  }

  /** Whether a term of a rate reward holds in a state. */
  public boolean holds(int reward, Reward.Term term, int[] values) {
    return term.condition().holds(values, model.rewardFrame(reward).bases);
  }

  /** The variables that a condition on the outermost scope reads, each once. */
  public Set<Integer> reads(Guard condition) {
    return read(condition, Frame.outermost());
  }

  /** For every variable whether any transition writes it. */
  public boolean[] written() {
    boolean[] written = new boolean[model.variableCount()];
    for (int t = 0; t < model.transitionCount(); t++) {
      writes(t).forEach(variable -> written[variable] = true);
    }
    return written;
  }

  private static Set<Integer> read(Guard guard, Frame frame) {
    Set<Integer> read = new LinkedHashSet<>();
    guard.reads(variable -> read.add(place(variable, frame)));
    return read;
  }

  private static int place(Variable variable, Frame frame) {
    return frame.bases[variable.level()] + variable.offset();
  }
}
