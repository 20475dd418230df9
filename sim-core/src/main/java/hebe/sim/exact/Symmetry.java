package hebe.sim.exact;

import hebe.sim.model.Copies;
import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which copies of scopes are interchangeable, so that states that differ only by an exchange of
 * them count as one; and why others are not.
 *
 * <p>Immutable. What the declarations do not decide is decided while the states are explored: see
 * {@link Contests}.
 */
final class Symmetry {
  private final Model model;
  private final List<Copies> lumped;
  private final Map<String, String> refused;

  private Symmetry(Model model, List<Copies> lumped, Map<String, String> refused) {
    this.model = model;
    this.lumped = List.copyOf(lumped);
    this.refused = new LinkedHashMap<>(refused);
  }

  /** No copies are exchanged. */
  static Symmetry none(Model model) {
    return new Symmetry(model, List.of(), Map.of());
  }

  /** All copies that the declarations allow to exchange. */
  static Symmetry of(Model model, Observer observer) {
    List<Copies> all = new ArrayList<>(Copies.of(model));
    all.sort(Comparator.comparingInt(Copies::level).reversed());
    Symmetry symmetry = new Symmetry(model, all, Map.of());
    Interchange interchange = new Interchange(model, observer);
    for (Copies copies : all) {
      var why = interchange.hindrance(copies);
      if (why.isPresent()) {
        symmetry = symmetry.without(copies.scope(), why.get());
      }
    }
    return symmetry;
  }

  /** The copies that are exchanged, inner scopes before outer ones. */
  List<Copies> lumped() {
    return lumped;
  }

  /** Why a scope's copies are not exchanged, by the scope. */
  Map<String, String> refused() {
    return java.util.Collections.unmodifiableMap(refused);
  }

  /** Without the copies of one scope, wherever they are. */
  Symmetry without(String scope, String why) {
    Map<String, String> more = new LinkedHashMap<>(refused);
    more.putIfAbsent(scope, why);
    return new Symmetry(
        model, lumped.stream().filter(c -> !c.scope().equals(scope)).toList(), more);
  }

  /** Without the copies that some rewards can tell apart. */
  Symmetry telling(Collection<Integer> rewards) {
    return new Symmetry(
        model,
        lumped.stream()
            .filter(c -> c.copies().stream().noneMatch(one -> tells(one, rewards)))
            .toList(),
        refused);
  }

  private static boolean tells(Copies.One one, Collection<Integer> rewards) {
    return rewards.stream().anyMatch(one.rewards()::contains);
  }

  /** For every reward those that an exchange of copies can turn it into, itself included. */
  int[][] orbits() {
    Ties ties = new Ties(model.rewardCount());
    for (Copies copies : lumped) {
      List<Integer> first = copies.copies().get(0).rewards();
      for (Copies.One one : copies.copies()) {
        for (int k = 0; k < first.size(); k++) {
          ties.tie(first.get(k), one.rewards().get(k));
        }
      }
    }
    List<IntList> members = new ArrayList<>();
    for (int r = 0; r < model.rewardCount(); r++) {
      members.add(new IntList());
      members.get(ties.of(r)).add(r);
    }
    int[][] orbits = new int[model.rewardCount()][];
    for (int r = 0; r < orbits.length; r++) {
      orbits[r] = members.get(ties.of(r)).saved();
    }
    return orbits;
  }
}
