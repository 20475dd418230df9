package hebe.sim.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The shape of a transition; every copy of its scope has one of its own.
 *
 * @param number position among all shapes of the model
 * @param component state of the component that it moves
 * @param name its name within the component
 * @param guard when it is enabled; the from-states are part of it
 * @param timing when it fires once enabled
 * @param effects what firing writes; each variable once, and none before another effect reads it
 * @param renews numbers of the shapes in the same scope copy whose clocks forget their age and draw
 *     anew
 * @param ages what it makes of the virtual ages of other clocks in the same scope copy
 * @param memory what its clock does when it is disabled; only a delay has one to keep
 * @param rank order among timed transitions that fire at the same instant; lower first, then the
 *     one armed earlier
 */
public record Transition(
    int number,
    Variable component,
    String name,
    Guard guard,
    Timing timing,
    List<Effect> effects,
    List<Integer> renews,
    List<Ageing> ages,
    MemoryPolicy memory,
    int rank) {
  public Transition {
    effects = List.copyOf(effects);
    renews = List.copyOf(renews);
    ages = List.copyOf(ages);
    String label = component.name() + "/" + name;
    Set<Variable> written = new HashSet<>();
    for (Effect effect : effects) {
      // Effects are applied one after the other: what is read must not yet be written.
      effect.reads(variable -> requireUnwritten(variable, written, label));
      if (!written.add(effect.variable())) {
        throw new IllegalArgumentException(
            label + " writes " + effect.variable().name() + " twice");
      }
    }
    Set<Integer> reset = new HashSet<>(renews);
    for (Ageing ageing : ages) {
      if (!reset.add(ageing.clock())) {
        throw new IllegalArgumentException(label + " renews or ages a clock twice");
      }
    }
    if (memory != MemoryPolicy.RESAMPLE && !(timing instanceof Timing.After)) {
      throw new IllegalArgumentException(label + " has no delay that it could " + memory);
    }
    if (rank != 0 && timing instanceof Timing.Immediate) {
      throw new IllegalArgumentException(label + " fires at once: it has a priority, no rank");
    }
  }

  private static void requireUnwritten(Variable variable, Set<Variable> written, String label) {
    if (written.contains(variable)) {
      throw new IllegalArgumentException(
          label + " reads " + variable.name() + " after it has written it");
    }
  }

  /** Its name within the scope, for example {@code run/crash}. */
  public String label() {
    return component.name() + "/" + name;
  }

  /** The same with another timing and memory. */
  public Transition with(Timing otherTiming, MemoryPolicy otherMemory) {
    return new Transition(
        number, component, name, guard, otherTiming, effects, renews, ages, otherMemory, rank);
  }

  /** Whether it fires without time passing. */
  public boolean immediate() {
    return timing instanceof Timing.Immediate;
  }
}
