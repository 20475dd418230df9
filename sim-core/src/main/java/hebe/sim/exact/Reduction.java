package hebe.sim.exact;

import hebe.sim.model.Copies;
import hebe.sim.model.Model;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the exact solution makes of a model: its islands, the scopes whose copies it takes as one,
 * and the number of states.
 *
 * @param islands the different ones
 */
public record Reduction(List<Island> islands) {
  /**
   * One island of several that are alike.
   *
   * @param name the first transition of the first
   * @param alike how many there are
   * @param lumped number of copies by the scope that counts as interchangeable
   * @param separate why the copies of other scopes are not, by the scope
   * @param mostStates a bound on the number of states
   * @param states their number, if it is at most what was tried
   */
  public record Island(
      String name,
      int alike,
      Map<String, Integer> lumped,
      Map<String, String> separate,
      BigInteger mostStates,
      OptionalInt states) {}

  public Reduction {
    islands = List.copyOf(islands);
  }

  /**
   * The reduction of a model.
   *
   * @param tried most states of an island that are explored to see how many there are; whether the
   *     order of equal copies matters at one instant is known only from these
   * @throws UnsolvableException if a transition cannot be solved
   */
  public static Reduction of(Model model, Observer observer, int tried) throws UnsolvableException {
    new PhaseClocks(model, List.of()); // refuses what has no phases, of all islands at once
    List<Island> islands = new ArrayList<>();
    for (Islands.Kind kind : Islands.of(model, observer).kinds()) {
      islands.add(island(kind, tried));
    }
    return new Reduction(islands);
  }

  private static Island island(Islands.Kind kind, int tried) throws UnsolvableException {
    Model model = kind.model();
    StateSpace space = StateSpace.probe(model, kind.observer(), tried, kind.symmetry());
    Map<String, Integer> lumped = new LinkedHashMap<>();
    for (Copies copies : space.symmetry().lumped()) {
      lumped.merge(copies.scope(), copies.copies().size(), Math::max);
    }
    return new Island(
        model.transitionCount() == 0 ? "" : model.transitionName(0),
        kind.members().size(),
        lumped,
        space.symmetry().refused(),
        Size.most(model, space.clocks(), space.symmetry()),
        space.size() > tried ? OptionalInt.empty() : OptionalInt.of(space.size()));
  }
}
