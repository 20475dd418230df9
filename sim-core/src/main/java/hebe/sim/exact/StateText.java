package hebe.sim.exact;

import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.List;

/** A state in words. */
final class StateText {
  private static final int MOST = 6;

  private StateText() {}

  /** The variables that are not as at the start, for example {@code host/run = down}. */
  static String of(Model model, int[] state) {
    int[] initial = model.initialState();
    List<String> changed = new ArrayList<>();
    for (int v = 0; v < initial.length; v++) {
      if (state[v] != initial[v]) {
        changed.add(model.variableName(v) + " = " + model.variable(v).show(state[v]));
      }
    }
    if (changed.isEmpty()) {
      return "as at the start";
    }
    String listed = String.join(", ", changed.subList(0, Math.min(MOST, changed.size())));
    return changed.size() > MOST ? listed + " and " + (changed.size() - MOST) + " more" : listed;
  }
}
