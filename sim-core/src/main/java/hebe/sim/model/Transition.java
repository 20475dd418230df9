package hebe.sim.model;

import java.util.List;

/**
 * The shape of a transition; every copy of its scope has one of its own.
 *
 * @param number position among all shapes of the model
 * @param component state of the component that it moves
 * @param name its name within the component
 * @param guard when it is enabled; the from-states are part of it
 * @param timing when it fires once enabled
 * @param effects what firing writes
 * @param renews numbers of the shapes in the same scope copy whose clocks forget their age and draw
 *     anew
 * @param memory what its clock does when it is disabled
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
    MemoryPolicy memory,
    int rank) {
  public Transition {
    effects = List.copyOf(effects);
    renews = List.copyOf(renews);
  }

  /** Its name within the scope, for example {@code run/crash}. */
  public String label() {
    return component.name() + "/" + name;
  }

  /** Whether it fires without time passing. */
  public boolean immediate() {
    return timing instanceof Timing.Immediate;
  }
}
