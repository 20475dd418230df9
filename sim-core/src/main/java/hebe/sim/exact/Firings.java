package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The moves and impulses of a chain, each with the parameter whose clock makes it, which {@link
 * Chain} has added up. All copies of a declared transition are one parameter.
 */
final class Firings implements Tap {
  private final Model model;
  private final int[] shapes;
  private final int[] timed;
  private int parameter;
  private int[] by = new int[1024];
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private double[] perSecond = new double[1024];
  private int moves;
  private final List<Impulse> impulses = new ArrayList<>();

  /** What a reward earns per second in a state through one parameter. */
  record Impulse(int parameter, int state, int reward, double worthPerSecond) {}

  private Firings(StateSpace space) {
    model = space.model();
    timed = space.clocks().timed();
    shapes = IntStream.of(timed).map(this::shape).sorted().distinct().toArray();
  }

  /**
   * Explores a chain again.
   *
   * @throws UnsolvableException if a clock of the model has no phases
   */
  static Firings of(StateSpace space) throws UnsolvableException {
    requirePhases(space.model());
    Firings firings = new Firings(space);
    space.replay(firings);
    return firings;
  }

  private int shape(int transition) {
    return model.transition(transition).number();
  }

  @Override
  public void timed(int transition) {
    parameter = Arrays.binarySearch(shapes, shape(transition));
  }

  @Override
  public void move(int source, int target, double rate) {
    if (moves == by.length) {
      int length = Rows.grown(moves);
      by = Arrays.copyOf(by, length);
      from = Arrays.copyOf(from, length);
      to = Arrays.copyOf(to, length);
      perSecond = Arrays.copyOf(perSecond, length);
    }
    by[moves] = parameter;
    from[moves] = source;
    to[moves] = target;
    perSecond[moves++] = rate;
  }

  @Override
  public void impulse(int state, int reward, double worthPerSecond) {
    impulses.add(new Impulse(parameter, state, reward, worthPerSecond));
  }

  /** The parameters, in the order of declaration. */
  List<Parameter> parameters() {
    return IntStream.of(shapes).mapToObj(this::describe).toList();
  }

  private Parameter describe(int shape) {
    int[] copies = IntStream.of(timed).filter(t -> shape(t) == shape).toArray();
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

  /**
   * For each parameter the sum over its moves of weight(from) rate (value(to) - value(from)):
   * weight times the derivative of the rates, by the logarithm of the parameter, times value.
   */
  double[] product(double[] weight, double[] value) {
    double[] sums = new double[shapes.length];
    for (int m = 0; m < moves; m++) {
      sums[by[m]] += weight[from[m]] * perSecond[m] * (value[to[m]] - value[from[m]]);
    }
    return sums;
  }

  /** Adds for each parameter the weighted impulses of a reward. */
  void addImpulses(double[] sums, double[] weight, int reward) {
    for (Impulse impulse : impulses) {
      if (impulse.reward() == reward) {
        sums[impulse.parameter()] += weight[impulse.state()] * impulse.worthPerSecond();
      }
    }
  }

  /** Adds the derivatives of one step from a vector to the vectors of the parameters. */
  void addFlows(double[][] sums, double[] vector, double factor) {
    for (int m = 0; m < moves; m++) {
      double flow = vector[from[m]] * perSecond[m] * factor;
      sums[by[m]][to[m]] += flow;
      sums[by[m]][from[m]] -= flow;
    }
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
