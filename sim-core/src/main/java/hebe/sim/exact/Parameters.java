package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/** The parameters of a model: its declared timed transitions, each with all copies. */
final class Parameters {
  private final Model model;
  private final int[] timed;
  private final int[] shapes;

  /**
   * Reads the timings of a model.
   *
   * @throws UnsolvableException if a clock of the model has no phases
   */
  Parameters(Model model) throws UnsolvableException {
    requirePhases(model);
    this.model = model;
    timed = new PhaseClocks(model, List.of()).timed();
    shapes = IntStream.of(timed).map(t -> shape(model, t)).sorted().distinct().toArray();
  }

  /** The number under which a transition is declared. */
  static int shape(Model model, int transition) {
    return model.transition(transition).number();
  }

  int size() {
    return shapes.length;
  }

  /** The position of the parameter of this declaration. */
  int of(int shape) {
    return Arrays.binarySearch(shapes, shape);
  }

  /** In the order of declaration. */
  List<Parameter> all() {
    return IntStream.of(shapes).mapToObj(this::describe).toList();
  }

  /** The derivatives of a value by the logarithms of all. */
  List<Derivative> derivatives(double value, double[] perLogRate) {
    List<Parameter> all = all();
    return IntStream.range(0, shapes.length)
        .mapToObj(p -> new Derivative(all.get(p), value, perLogRate[p]))
        .toList();
  }

  private Parameter describe(int shape) {
    int[] copies = IntStream.of(timed).filter(t -> shape(model, t) == shape).toArray();
    return new Parameter(
        model.transitionName(copies[0]),
        copies.length,
        model.transition(copies[0]).timing().describe(),
        rate(copies));
  }

  /** The rate, if all copies have the same exponential law. */
  private OptionalDouble rate(int[] copies) {
    DelayLaw first = law(copies[0]);
    return first instanceof Exponential exponential
            && IntStream.of(copies).allMatch(t -> law(t).equals(first))
        ? OptionalDouble.of(1 / exponential.meanSeconds())
        : OptionalDouble.empty();
  }

  private DelayLaw law(int transition) {
    return ((Timing.After) model.transition(transition).timing()).of(model.copyOf(transition));
  }

  private static void requirePhases(Model model) throws UnsolvableException {
    Set<String> reasons = new LinkedHashSet<>();
    for (int t = 0; t < model.transitionCount(); t++) {
      if (model.transition(t).timing() instanceof Timing.After after) {
        var law = after.of(model.copyOf(t));
        if (law.phases().isEmpty() && law.meanSeconds() > 0) {
          reasons.add(
              model.transitionName(t)
                  + " has a delay without exponential phases, for which there are no sensitivities;"
                  + " fit phases to it, or solve at two values of its delay");
        }
      }
    }
    if (!reasons.isEmpty()) {
      throw new UnsolvableException(List.copyOf(reasons));
    }
  }
}
