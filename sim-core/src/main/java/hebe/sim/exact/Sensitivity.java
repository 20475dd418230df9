package hebe.sim.exact;

import hebe.sim.model.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * How the long-run values of rewards depend on the pace of every timed transition: the sum over the
 * islands of a model, those of {@link IslandSensitivity}.
 *
 * <p>A parameter is a factor on all rates of a transition's phases; probabilities of phases and
 * weights of immediate transitions stay as they are.
 */
public final class Sensitivity {
  private final Islands islands;
  private final Parameters parameters;
  private final List<IslandSensitivity> parts = new ArrayList<>();

  Sensitivity(Model model, Islands islands, List<StateSpace> spaces) throws UnsolvableException {
    this.islands = islands;
    parameters = new Parameters(model);
    for (StateSpace space : spaces) {
      parts.add(new IslandSensitivity(space));
    }
  }

  /** The parameters, in the order in which the transitions are declared. */
  public List<Parameter> parameters() {
    return parameters.all();
  }

  /** The derivatives of the long-run value of one reward by all parameters, in their order. */
  public List<Derivative> of(int reward) throws UnsolvableException {
    return of(List.of(reward));
  }

  /** The derivatives of the sum of the long-run values of rewards by all parameters. */
  public List<Derivative> of(List<Integer> rewards) throws UnsolvableException {
    double value = rewards.stream().mapToDouble(islands::constant).sum();
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
