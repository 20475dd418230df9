package hebe.sim.exact;

import hebe.sim.model.Guard;
import hebe.sim.model.Model;
import hebe.sim.model.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The exact solution of a model: values of its rewards without chance and without intervals.
 *
 * <p>Rewards are numbered as in the model. Rates are per second; a rate reward of 1 while a
 * condition holds has the probability of the condition as its rate. Rewards of an observer follow.
 */
public final class Solution {
  private final Model model;
  private final Observer observer;
  private final int limit;
  private final FixedClocks fixed;
  private final Islands islands;
  private final List<StateSpace> spaces;

  private Solution(
      Model model,
      Observer observer,
      int limit,
      FixedClocks fixed,
      Islands islands,
      List<StateSpace> spaces) {
    this.model = model;
    this.observer = observer;
    this.limit = limit;
    this.fixed = fixed;
    this.islands = islands;
    this.spaces = List.copyOf(spaces);
  }

  /**
   * Explores the states of a model: islands apart and equal ones once, and states that differ by an
   * exchange of interchangeable copies as one.
   *
   * @param limit most states of an island
   * @throws UnsolvableException saying every reason and what would help
   */
  public static Solution of(Model model, int limit) throws UnsolvableException {
    return of(model, Observer.none(), limit);
  }

  /**
   * Explores the states of a model together with the memory of an observer, reduced in the same
   * way.
   *
   * @param limit most states of an island
   * @throws UnsolvableException saying every reason and what would help
   */
  public static Solution of(Model model, Observer observer, int limit) throws UnsolvableException {
    FixedClocks fixed = clocks(model);
    Islands islands = Islands.of(model, observer);
    List<StateSpace> spaces = explore(islands, limit);
    if (islands.count() > 1
        && spaces.stream().anyMatch(StateSpace::marksAtStart)
        && spaces.stream().anyMatch(StateSpace::earnsAtStart)) {
      // At time 0 the observer may tell one island what another one did just before.
      islands = Islands.one(model, observer);
      spaces = explore(islands, limit);
    }
    return new Solution(model, observer, limit, fixed, islands, spaces);
  }

  /**
   * Explores the states of a model as they are, each combination of islands and of copies.
   *
   * @param limit most states
   * @throws UnsolvableException saying every reason and what would help
   */
  public static Solution unreduced(Model model, int limit) throws UnsolvableException {
    return unreduced(model, Observer.none(), limit);
  }

  /** As {@link #unreduced(Model, int)}, together with the memory of an observer. */
  public static Solution unreduced(Model model, Observer observer, int limit)
      throws UnsolvableException {
    StateSpace space = StateSpace.explore(model, observer, limit, Symmetry.none(model));
    return new Solution(
        model, observer, limit, clocks(model), Islands.one(model, observer), List.of(space));
  }

  /** Refuses what has no phases, of all islands at once. */
  private static FixedClocks clocks(Model model) throws UnsolvableException {
    return new PhaseClocks(model, List.of()).fixed();
  }

  private static List<StateSpace> explore(Islands islands, int limit) throws UnsolvableException {
    List<StateSpace> spaces = new ArrayList<>();
    for (Islands.Kind kind : islands.kinds()) {
      spaces.add(StateSpace.explore(kind.model(), kind.observer(), limit, kind.symmetry()));
    }
    return spaces;
  }

  /** Number of states in which time passes that were explored, summed over different islands. */
  public int states() {
    return spaces.stream().mapToInt(StateSpace::size).sum();
  }

  /** Number of pairs of states with a rate from the one to the other. */
  public int rates() {
    return spaces.stream().mapToInt(StateSpace::rates).sum();
  }

  /**
   * The long run.
   *
   * @throws UnsolvableException if the iteration for a large chain does not converge, or if fixed
   *     delays cost too much
   */
  public Steady steady() throws UnsolvableException {
    List<Steady> solved = new ArrayList<>();
    for (StateSpace space : spaces) {
      solved.add(new Steady(space));
    }
    return new Steady(islands, solved);
  }

  /**
   * The transitions with fixed delays above 0 s, by name. If there are any, the long run and what
   * comes until a first passage have a solution, an instant has none.
   */
  public List<String> fixedClocks() {
    return fixed.names();
  }

  /**
   * An instant, in seconds from the start, and the time until then.
   *
   * @throws UnsolvableException if the model has fixed clocks
   */
  public Transient until(double seconds) throws UnsolvableException {
    fixed.checkNone();
    return new Transient(
        islands,
        spaces.stream().map(space -> new Transient(space, space.chain(), seconds)).toList(),
        seconds);
  }

  /**
   * How the long-run values of rewards depend on the delays.
   *
   * @throws UnsolvableException if an island may end up in more than one set of states, or if a
   *     clock of the model has no phases
   */
  public Sensitivity sensitivity() throws UnsolvableException {
    return new Sensitivity(model, islands, spaces);
  }

  /**
   * How what rewards earn from time 0 until an instant, in seconds, depends on the delays.
   *
   * @throws UnsolvableException if a clock of the model has no phases
   */
  public HorizonSensitivity sensitivityUntil(double seconds) throws UnsolvableException {
    return new HorizonSensitivity(model, islands, spaces, seconds);
  }

  /** The long-run rate of one reward; for several, {@link #steady()} solves once. */
  public double steady(int reward) throws UnsolvableException {
    return steady().rate(reward);
  }

  /** The rate of one reward at an instant; for several, {@link #until} solves once. */
  public double at(int reward, double seconds) throws UnsolvableException {
    return until(seconds).rate(reward);
  }

  /** What one reward earns until an instant; for several, {@link #until} solves once. */
  public double accumulated(int reward, double seconds) throws UnsolvableException {
    return until(seconds).accumulated(reward);
  }

  /**
   * The first entry into a state in which a rate reward has a rate above 0.
   *
   * <p>Explores again where that tells copies apart which are one here, or lies in several islands.
   *
   * @throws UnsolvableException if that has too many states
   */
  public Passage passage(int target) throws UnsolvableException {
    Scene scene = scene(List.of(target));
    return scene.passage(scene.positive(target), scene.nowhere());
  }

  /** The first entry into a state in which the target, not the other, has a rate above 0. */
  public Passage passage(int target, int avoid) throws UnsolvableException {
    Scene scene = scene(List.of(target, avoid));
    return scene.passage(scene.positive(target), scene.positive(avoid));
  }

  /** The first entry into a state in which a condition on the outermost scope holds. */
  public Passage passage(Guard target) throws UnsolvableException {
    return passage(target, new Guard.Any(List.of()));
  }

  /** The first entry into a state in which the target holds, before one in which the other does. */
  public Passage passage(Guard target, Guard avoid) throws UnsolvableException {
    Guard either = target.or(avoid);
    either.reads(
        variable -> {
          if (variable.level() > 0) {
            throw new IllegalArgumentException(
                variable.name()
                    + " is of an inner scope, which has copies; name a rate reward instead");
          }
        });
    Scene scene = scene(islands.variables(either), List.of());
    return scene.passage(scene.holding(target), scene.holding(avoid));
  }

  private Scene scene(List<Integer> rewards) throws UnsolvableException {
    Set<Integer> variables = new LinkedHashSet<>();
    rewards.forEach(reward -> variables.addAll(islands.variables(reward)));
    return scene(variables, rewards);
  }

  private Scene scene(Set<Integer> variables, List<Integer> rewards) throws UnsolvableException {
    Part part = islands.around(variables);
    if (spaces.get(0).model() == model) {
      Symmetry known = spaces.get(0).symmetry();
      if (known.telling(rewards).lumped().equals(known.lumped())) {
        return Scene.of(spaces.get(0), observer);
      }
    }
    return Scene.of(model, observer, part, rewards, limit);
  }
}
