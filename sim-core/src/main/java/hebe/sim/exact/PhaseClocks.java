package hebe.sim.exact;

import hebe.sim.law.PhaseType;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The clocks of the timed transitions as phases, and where a state keeps them.
 *
 * <p>A state is the vector of the model's variables, followed by one slot for each clock of more
 * than one phase: 0 while it does not run and remembers nothing, else its phase from 1. A fixed
 * delay has no phases but a slot, see {@link FixedClocks}; one of 0 s has none: it fires before
 * time passes. The memory of an observer comes last.
 */
final class PhaseClocks {
  private final Model model;
  private final List<Optional<PhaseType>> phases = new ArrayList<>();
  private final int[] slot;
  private final int[] timed;
  private final FixedClocks fixed;
  private final List<Observer.Slot> memory;
  private int length;

  /**
   * Reads the timings of a model.
   *
   * @throws UnsolvableException naming every transition that has no phases
   */
  PhaseClocks(Model model, List<Observer.Slot> memory) throws UnsolvableException {
    this.model = model;
    this.memory = memory;
    slot = new int[model.transitionCount()];
    length = model.variableCount();
    List<String> reasons = new ArrayList<>();
    for (int t = 0; t < model.transitionCount(); t++) {
      Refusals.of(model, t).ifPresent(reasons::add);
      phases.add(read(t));
      if (phases.get(t).map(type -> type.phases().size() > 1).orElse(FixedClocks.is(model, t))) {
        slot[t] = length++;
      }
    }
    if (!reasons.isEmpty()) {
      throw new UnsolvableException(reasons);
    }
    length += memory.size();
    timed = IntStream.range(0, slot.length).filter(t -> phases.get(t).isPresent()).toArray();
    fixed = new FixedClocks(model, slot);
  }

  private Optional<PhaseType> read(int transition) {
    return model.transition(transition).timing() instanceof Timing.After after
        ? after.of(model.copyOf(transition)).phases()
        : Optional.empty();
  }

  /** The transitions whose clocks run through phases. */
  int[] timed() {
    return timed;
  }

  /** The clocks whose delays are fixed and above 0 s. */
  FixedClocks fixed() {
    return fixed;
  }

  /** Whether the delay of a timed transition is fixed and above 0 s. */
  boolean fixed(int transition) {
    return phases.get(transition).isEmpty() && kept(transition);
  }

  /** Length of a state. */
  int length() {
    return length;
  }

  /** Where a state keeps the memory of the observer. */
  int memory() {
    return length - memory.size();
  }

  /**
   * What a state holds, place by place: the names of variables, then of the clocks, then the
   * memory.
   */
  List<String> names() {
    String[] names = new String[length];
    for (int v = 0; v < model.variableCount(); v++) {
      names[v] = model.variableName(v);
    }
    for (int t = 0; t < slot.length; t++) {
      if (slot[t] > 0) {
        names[slot[t]] = model.transitionName(t) + "/phase";
      }
    }
    for (int m = 0; m < memory.size(); m++) {
      names[memory() + m] = memory.get(m).name();
    }
    return List.of(names);
  }

  /** The largest value that a state keeps of a clock; 0 is the least. */
  int mostPhase(int transition) {
    return fixed(transition) ? 1 : phases(transition).size();
  }

  /** The memory, slot by slot. */
  List<Observer.Slot> slots() {
    return memory;
  }

  Packing packing() {
    int[] least = new int[length];
    int[] most = new int[length];
    for (int v = 0; v < model.variableCount(); v++) {
      least[v] = model.variable(v).least();
      most[v] = model.variable(v).most();
    }
    for (int t = 0; t < slot.length; t++) {
      if (slot[t] > 0) {
        most[slot[t]] = mostPhase(t);
      }
    }
    for (int m = 0; m < memory.size(); m++) {
      most[memory() + m] = memory.get(m).most();
    }
    return new Packing(least, most);
  }

  /** Whether a timed transition fires without time passing: its delay is fixed at 0 s. */
  boolean instant(int transition) {
    return phases.get(transition).isEmpty() && !kept(transition);
  }

  /** The phases of a clock that runs through phases. */
  List<PhaseType.Phase> phases(int transition) {
    return phases.get(transition).orElseThrow().phases();
  }

  /** Whether a clock has more than one phase or a fixed delay, so that a state keeps it. */
  boolean kept(int transition) {
    return slot[transition] > 0;
  }

  /** Where a state keeps a clock. */
  int slot(int transition) {
    return slot[transition];
  }

  boolean resumes(int transition) {
    return model.transition(transition).memory() == MemoryPolicy.RESUME;
  }
}
