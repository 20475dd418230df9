package hebe.sim.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The copies of one scope within one copy of the scope around it.
 *
 * @param scope path of the scope without the numbers of copies, for example {@code host/web}
 * @param level depth of the scope; 1 is just inside the outermost
 * @param copies at least two, in their order
 */
public record Copies(String scope, int level, List<Copies.One> copies) {
  public Copies {
    copies = List.copyOf(copies);
  }

  /**
   * What one copy consists of, inner scopes included, by the numbers of the model and ascending.
   */
  public record One(
      String path, List<Integer> variables, List<Integer> transitions, List<Integer> rewards) {}

  private record Place(Frame around, int child) {}

  /** Every scope of a model of which there are several copies, once per copy around it. */
  public static List<Copies> of(Model model) {
    Map<Place, Map<Frame, One>> found = new LinkedHashMap<>();
    for (int v = 0; v < model.variableCount(); v++) {
      for (One one : around(model.variableFrame(v), found)) {
        one.variables.add(v);
      }
    }
    for (int t = 0; t < model.transitionCount(); t++) {
      for (One one : around(model.transitionFrame(t), found)) {
        one.transitions.add(t);
      }
    }
    for (int r = 0; r < model.rewardCount(); r++) {
      for (One one : around(model.rewardFrame(r), found)) {
        one.rewards.add(r);
      }
    }
    List<Copies> several = new ArrayList<>();
    for (Map<Frame, One> copies : found.values()) {
      if (copies.size() > 1) {
        Frame first = copies.keySet().iterator().next();
        several.add(
            new Copies(first.scope, first.bases.length - 1, new ArrayList<>(copies.values())));
      }
    }
    return several;
  }

  /** The copies that something in a frame belongs to: of its own scope, and of those around it. */
  private static List<One> around(Frame frame, Map<Place, Map<Frame, One>> found) {
    List<One> copies = new ArrayList<>();
    Frame inner = frame;
    while (inner.around.isPresent()) {
      Frame here = inner;
      Place place = new Place(here.around.get(), here.child);
      copies.add(
          found
              .computeIfAbsent(place, p -> new LinkedHashMap<>())
              .computeIfAbsent(
                  here,
                  f -> new One(f.path, new ArrayList<>(), new ArrayList<>(), new ArrayList<>())));
      inner = here.around.get();
    }
    return copies;
  }
}
