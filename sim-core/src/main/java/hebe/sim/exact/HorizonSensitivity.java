package hebe.sim.exact;

import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * How what rewards earn from time 0 until an instant depends on the pace of every timed transition:
 * the sum over the islands of a model, those of {@link IslandHorizonSensitivity}.
 */
public final class HorizonSensitivity {
  private final Islands islands;
  private final double seconds;
  private final Parameters parameters;
  private final List<IslandHorizonSensitivity> parts = new ArrayList<>();

  HorizonSensitivity(Model model, Islands islands, List<StateSpace> spaces, double seconds)
      throws UnsolvableException {
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("a horizon is finite and above 0 s; got " + seconds);
    }
    this.islands = islands;
    this.seconds = seconds;
    parameters = new Parameters(model);
    for (StateSpace space : spaces) {
      parts.add(new IslandHorizonSensitivity(space, seconds));
    }
  }

  /** The parameters, in the order in which the transitions are declared. */
  public List<Parameter> parameters() {
    return parameters.all();
  }

  /** The derivatives of the sum of what rewards have earned by all parameters, in their order. */
  public List<Derivative> accumulated(List<Integer> rewards) {
    double value = seconds * rewards.stream().mapToDouble(islands::constant).sum();
    double[] sums = new double[parameters.size()];
    for (int kind = 0; kind < parts.size(); kind++) {
      List<Islands.Piece> pieces = islands.pieces(kind, rewards);
      if (!pieces.isEmpty()) {
        value += parts.get(kind).value(pieces);
        parts.get(kind).add(pieces, sums, parameters);
      }
    }
    return parameters.derivatives(value, sums);
  }
}
