package hebe.sim.exact;

import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The moves and impulses of a chain, each with the parameter whose clock makes it, which {@link
 * Chain} has added up. All copies of a declared transition are one parameter.
 */
final class Firings implements Tap {
  private final StateSpace space;
  private final Model model;
  private final int[] shapes;
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
    this.space = space;
    model = space.model();
    shapes = IntStream.of(space.clocks().timed()).map(this::shape).sorted().distinct().toArray();
  }

  /** Explores a chain without fixed clocks again. */
  static Firings of(StateSpace space) throws UnsolvableException {
    Firings firings = new Firings(space);
    space.replay(firings);
    return firings;
  }

  private int shape(int transition) {
    return Parameters.shape(model, transition);
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

  /** Adds for each parameter the weighted impulses of some rewards. */
  void addImpulses(double[] sums, double[] weight, List<Islands.Piece> pieces) {
    double[] times = times(pieces);
    for (Impulse impulse : impulses) {
      sums[impulse.parameter()] +=
          times[impulse.reward()] * weight[impulse.state()] * impulse.worthPerSecond();
    }
  }

  /** How often each reward counts: one of interchangeable copies earns the mean of all. */
  private double[] times(List<Islands.Piece> pieces) {
    double[] times = new double[space.rewards()];
    for (Islands.Piece piece : pieces) {
      int[] orbit = space.orbit(piece.reward());
      for (int each : orbit) {
        times[each] += (double) piece.times() / orbit.length;
      }
    }
    return times;
  }

  /** Number of parameters whose clocks are here. */
  int parameters() {
    return shapes.length;
  }

  /** Adds sums by the parameters that are here to those by all parameters of the model. */
  void addTo(double[] all, double[] sums, Parameters parameters) {
    for (int p = 0; p < shapes.length; p++) {
      all[parameters.of(shapes[p])] += sums[p];
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
}
