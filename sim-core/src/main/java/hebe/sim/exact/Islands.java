package hebe.sim.exact;

import hebe.sim.model.Guard;
import hebe.sim.model.Model;
import hebe.sim.model.Part;
import hebe.sim.model.Reward;
import hebe.sim.model.Wiring;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The parts of a model that nothing ties together: they can be solved apart, and equal ones once.
 *
 * <p>Tied are a transition and what it writes, what it reads of what anybody writes, and the clocks
 * that it renews; the immediate transitions of one component, which compete; and what one term of a
 * rate reward reads. The terms of a reward may lie in different islands: its expectation is the sum
 * over them.
 */
final class Islands {
  /**
   * What islands of one kind earn of a reward.
   *
   * @param island number of the kind
   * @param reward the reward of its model that stands for it
   * @param times how many rewards of its members that are
   */
  record Piece(int island, int reward, int times) {}

  /** Islands of one shape; model and observer are those of the first. */
  record Kind(Model model, Observer observer, List<Part> members) {
    Symmetry symmetry() {
      return Symmetry.of(model, observer);
    }
  }

  private final Model model;
  private final Observer observer;

  /** By reward the largest values and kinds of the observer's slots that belong to its part. */
  private final Map<Integer, List<Integer>> watched = new TreeMap<>();

  private final Wiring wiring;
  private final boolean[] written;
  private final Ties ties;
  private final Map<Integer, List<Integer>> transitionsOf = new LinkedHashMap<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final List<List<Piece>> pieces = new ArrayList<>();
  private final double[] constants;

  private Islands(Model model, Observer observer) {
    this.model = model;
    this.observer = observer;
    for (Observer.Slot slot : observer.slots()) {
      watched
          .computeIfAbsent(slot.reward(), r -> new ArrayList<>())
          .addAll(List.of(slot.most(), slot.kind()));
    }
    wiring = new Wiring(model);
    written = wiring.written();
    ties = new Ties(model.variableCount() + model.transitionCount());
    constants = new double[model.rewardCount()];
    for (int r = 0; r < model.rewardCount() + observer.rewards(); r++) {
      pieces.add(new ArrayList<>());
    }
  }

  /** The islands of a model and its observer, found from their declarations. */
  static Islands of(Model model, Observer observer) {
    Islands islands = new Islands(model, observer);
    islands.tie();
    islands.split();
    return islands;
  }

  /** A model as one island, whatever ties it. */
  static Islands one(Model model, Observer observer) {
    Islands islands = new Islands(model, observer);
    islands.tie(islands.allNodes());
    islands.split();
    return islands;
  }

  /** The different islands. */
  List<Kind> kinds() {
    return kinds;
  }

  /** Number of islands, equal ones included. */
  int count() {
    return kinds.stream().mapToInt(kind -> kind.members().size()).sum();
  }

  /** What a reward earns where nothing ever changes it. */
  double constant(int reward) {
    return reward < constants.length ? constants[reward] : 0;
  }

  /** The sum over the pieces of a reward, and its constant so many times. */
  double sum(int reward, double times, ToDoubleFunction<Piece> value) {
    return constant(reward) * times
        + pieces.get(reward).stream()
            .mapToDouble(piece -> piece.times() * value.applyAsDouble(piece))
            .sum();
  }

  /** What the islands of a kind earn of some rewards together. */
  List<Piece> pieces(int kind, Collection<Integer> rewards) {
    Map<Integer, Integer> times = new TreeMap<>();
    for (int reward : rewards) {
      for (Piece piece : pieces.get(reward)) {
        if (piece.island() == kind) {
          times.merge(piece.reward(), piece.times(), Integer::sum);
        }
      }
    }
    List<Piece> some = new ArrayList<>();
    times.forEach((reward, count) -> some.add(new Piece(kind, reward, count)));
    return some;
  }

  /** The variables that a condition on the outermost scope reads. */
  Set<Integer> variables(Guard condition) {
    return wiring.reads(condition);
  }

  /** The variables that decide what a reward earns; of an impulse reward, all. */
  Set<Integer> variables(int reward) {
    Set<Integer> variables = new LinkedHashSet<>();
    if (model.reward(reward) instanceof Reward.Rate rate) {
      rate.terms().forEach(term -> variables.addAll(wiring.reads(reward, term)));
    } else {
      for (int v = 0; v < model.variableCount(); v++) {
        variables.add(v);
      }
    }
    return variables;
  }

  /** All islands in which something of these is read, as one part of the model. */
  Part around(Collection<Integer> variables) {
    List<Integer> transitions = new ArrayList<>();
    Set<Integer> wanted = new LinkedHashSet<>();
    variables.stream().filter(v -> written[v]).forEach(v -> wanted.add(ties.of(v)));
    transitionsOf.forEach(
        (island, members) -> {
          if (wanted.contains(island)) {
            transitions.addAll(members);
          }
        });
    transitions.sort(null);
    SortedMap<Integer, Reward> rewards = new TreeMap<>();
    for (int r = 0; r < model.rewardCount(); r++) {
      rewards.put(r, model.reward(r));
    }
    shares()
        .forEach(
            (island, earned) -> {
              if (!wanted.contains(island)) {
                rewards.keySet().removeAll(earned.keySet());
              }
            });
    return Part.of(model, transitions, rewards);
  }

  private int node(int transition) {
    return model.variableCount() + transition;
  }

  private void tie() {
    Map<Integer, Integer> competing = new LinkedHashMap<>();
    for (int t = 0; t < model.transitionCount(); t++) {
      int node = node(t);
      wiring.writes(t).forEach(v -> ties.tie(node, v));
      wiring.reads(t).stream().filter(v -> written[v]).forEach(v -> ties.tie(node, v));
      for (int k = 0; k < model.renewalCount(t); k++) {
        ties.tie(node, node(model.renewal(t, k)));
      }
      for (int k = 0; k < model.ageingCount(t); k++) {
        ties.tie(node, node(model.aged(t, k)));
      }
      if (model.transition(t).immediate()) {
        ties.tie(node, competing.computeIfAbsent(model.componentOf(t), c -> node));
      }
    }
    for (int r = 0; r < model.rewardCount(); r++) {
      int number = r;
      if (model.reward(r) instanceof Reward.Rate rate) {
        rate.terms().stream().map(term -> read(number, term)).forEach(this::tie);
      }
    }
    watched.keySet().forEach(reward -> tie(nodes(reward)));
  }

  private void tie(List<Integer> nodes) {
    nodes.forEach(node -> ties.tie(nodes.get(0), node));
  }

  private List<Integer> allNodes() {
    return IntStream.range(0, node(model.transitionCount())).boxed().toList();
  }

  /** What decides a reward: the variables of its terms, or the transitions that earn it. */
  private List<Integer> nodes(int reward) {
    if (model.reward(reward) instanceof Reward.Rate rate) {
      return rate.terms().stream().flatMap(term -> read(reward, term).stream()).toList();
    }
    return IntStream.range(0, model.transitionCount())
        .filter(
            t ->
                IntStream.range(0, model.impulseCount(t))
                    .anyMatch(k -> model.impulse(t, k) == reward))
        .map(this::node)
        .boxed()
        .toList();
  }

  /** What a term reads of what anybody writes. */
  private List<Integer> read(int reward, Reward.Term term) {
    return wiring.reads(reward, term).stream().filter(v -> written[v]).toList();
  }

  private void split() {
    for (int t = 0; t < model.transitionCount(); t++) {
      transitionsOf.computeIfAbsent(ties.of(node(t)), i -> new ArrayList<>()).add(t);
    }
    if (transitionsOf.size() < 2) {
      whole();
      return;
    }
    Map<Integer, SortedMap<Integer, Reward>> shares = shares();
    findConstants();
    Map<Object, Integer> known = new LinkedHashMap<>();
    transitionsOf.forEach(
        (island, transitions) ->
            add(Part.of(model, transitions, shares.getOrDefault(island, new TreeMap<>())), known));
    for (int r : watched.keySet()) {
      if (nodes(r).isEmpty()) {
        add(Part.of(model, List.of(), new TreeMap<>(Map.of(r, model.reward(r)))), known);
      }
    }
    for (int kind = 0; kind < kinds.size(); kind++) {
      addObserved(kind);
    }
  }

  /** Adds an island to those that mean the same to model and observer. */
  private void add(Part part, Map<Object, Integer> known) {
    List<List<Integer>> memory =
        part.rewards().stream().map(r -> watched.getOrDefault(r, List.of())).toList();
    int kind = known.computeIfAbsent(List.of(part.shape(), memory), shape -> known.size());
    if (kind == kinds.size()) {
      kinds.add(new Kind(part.model(), new PartObserver(observer, part), new ArrayList<>()));
    }
    kinds.get(kind).members().add(part);
    for (int r = 0; r < part.rewards().size(); r++) {
      pieces.get(part.rewards().get(r)).add(new Piece(kind, r, 1));
    }
  }

  /** Every member of a kind earns the same of the observer's rewards. */
  private void addObserved(int kind) {
    int first = kinds.get(kind).model().rewardCount();
    for (int r = 0; r < observer.rewards(); r++) {
      pieces
          .get(model.rewardCount() + r)
          .add(new Piece(kind, first + r, kinds.get(kind).members().size()));
    }
  }

  private void findConstants() {
    int[] start = model.initialState();
    for (int r = 0; r < model.rewardCount(); r++) {
      boolean island = watched.containsKey(r) && nodes(r).isEmpty();
      if (model.reward(r) instanceof Reward.Rate rate && !island) {
        for (Reward.Term term : rate.terms()) {
          boolean earned = read(r, term).isEmpty() && wiring.holds(r, term, start);
          constants[r] += earned ? term.weight() : 0;
        }
      }
    }
  }

  private void whole() {
    List<Integer> transitions = new ArrayList<>();
    for (int t = 0; t < model.transitionCount(); t++) {
      transitions.add(t);
    }
    SortedMap<Integer, Reward> rewards = new TreeMap<>();
    for (int r = 0; r < model.rewardCount(); r++) {
      rewards.put(r, model.reward(r));
    }
    for (int r = 0; r < pieces.size(); r++) {
      pieces.get(r).add(new Piece(0, r, 1));
    }
    kinds.add(new Kind(model, observer, List.of(Part.of(model, transitions, rewards))));
  }

  /** What each island earns of each reward, by the island. */
  private Map<Integer, SortedMap<Integer, Reward>> shares() {
    Map<Integer, SortedMap<Integer, Reward>> shares = new LinkedHashMap<>();
    for (int r = 0; r < model.rewardCount(); r++) {
      if (model.reward(r) instanceof Reward.Rate rate) {
        for (var some : byIsland(r, rate).entrySet()) {
          shares
              .computeIfAbsent(some.getKey(), i -> new TreeMap<>())
              .put(r, new Reward.Rate(rate.name(), some.getValue()));
        }
      }
    }
    for (int t = 0; t < model.transitionCount(); t++) {
      for (int k = 0; k < model.impulseCount(t); k++) {
        int reward = model.impulse(t, k);
        shares
            .computeIfAbsent(ties.of(node(t)), i -> new TreeMap<>())
            .put(reward, model.reward(reward));
      }
    }
    return shares;
  }

  /** The terms of a reward by the island that they lie in, but for the constant ones. */
  private Map<Integer, List<Reward.Term>> byIsland(int reward, Reward.Rate rate) {
    Map<Integer, List<Reward.Term>> terms = new LinkedHashMap<>();
    for (Reward.Term term : rate.terms()) {
      List<Integer> read = read(reward, term);
      if (!read.isEmpty()) {
        terms.computeIfAbsent(ties.of(read.get(0)), i -> new ArrayList<>()).add(term);
      }
    }
    return terms;
  }
}
