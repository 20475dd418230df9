package hebe.sim.exact;

import hebe.sim.model.Changes;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * An automaton that watches a model and remembers what the model's state does not say, so that
 * rewards may depend on it: for example why a part is down.
 *
 * <p>It is told of every firing, as a trace of the simulator is, but of each on every way that an
 * instant can take. Its memory are slots of the state vector, behind the variables and clocks, from
 * a position called {@code first}; the chain is that of the model and the memory together. What it
 * does is a function of the state, the memory and the firing, and changes nothing but the memory.
 * Its rewards, from 0, are numbered behind those of the model.
 */
public interface Observer {
  /**
   * One integer of the memory while time passes, from 0.
   *
   * @param name for people
   * @param most largest value
   * @param reward number of the model's reward whose part it belongs to, which all that it
   *     remembers depends on
   * @param kind slots of one kind, of copies of a part, have the same meaning, and what the
   *     observer earns does not tell them apart
   */
  record Slot(String name, int most, int reward, int kind) {}

  /** What an observer earns at once. */
  interface Earnings {
    /** An impulse reward earns an amount. */
    void earn(int reward, double amount);
  }

  /** The memory. */
  List<Slot> slots();

  /**
   * Number of integers behind the slots that it remembers within an instant only; they are 0 when
   * one begins.
   */
  int scratch();

  /** Number of rewards; any may earn at a rate, at once, or both. */
  int rewards();

  /** Time begins in this state, and all memory is 0; immediate transitions fire after this. */
  void started(int[] state, int first, Earnings earnings);

  /** A transition has fired in this state, and its effects are applied. */
  void fired(int transition, Changes changes, int[] state, int first, Earnings earnings);

  /**
   * Whether the firing of a transition may change what is remembered within an instant for firings
   * that were already due; the end of a delay that replaces all that is remembered does not, as
   * nothing is due then.
   */
  default boolean marks(int transition) {
    return scratch() > 0;
  }

  /** What a reward earns per second in a state in which time passes. */
  double rate(int reward, int[] state, int first);

  /**
   * The same slots and rewards, but watching only the parts that some rewards of the model belong
   * to; the memory of the others stays 0 and earns nothing.
   */
  Observer only(IntPredicate rewards);

  /** Watches nothing. */
  static Observer none() {
    return new Blind();
  }
}
