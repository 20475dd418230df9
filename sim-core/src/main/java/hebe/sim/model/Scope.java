package hebe.sim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A namespace of components, counters, transitions and rewards, written once however many copies of
 * it exist.
 *
 * <p>What is inside may read and write the variables of the scopes around it, not those of its
 * siblings; what several copies share belongs to the scope around them.
 */
public final class Scope {
  private final ModelBuilder model;
  private final String name;
  private final int count;
  private final int level;
  private final List<Variable> variables = new ArrayList<>();
  private final List<TransitionBuilder> transitions = new ArrayList<>();
  private final List<Reward> rewards = new ArrayList<>();
  private final List<Scope> children = new ArrayList<>();

  Scope(ModelBuilder model, String name, int count, int level) {
    if (count < 1) {
      throw new IllegalArgumentException(name + " needs at least one copy; got " + count);
    }
    this.model = model;
    this.name = name;
    this.count = count;
    this.level = level;
  }

  /** A component that starts in the first of its states. */
  public Component component(String componentName, String... states) {
    return new Component(this, add(componentName, 0, states.length - 1, 0, Arrays.asList(states)));
  }

  /** A counter from least to most. */
  public Counter counter(String counterName, int least, int most, int start) {
    return new Counter(add(counterName, least, most, start, List.of()));
  }

  /** A scope inside this one, of which {@code count} copies exist; {@code body} writes it once. */
  public void replicate(String scopeName, int copies, Consumer<Scope> body) {
    Scope child = new Scope(model, scopeName, copies, level + 1);
    children.add(child);
    body.accept(child);
  }

  /** A reward of rate 1 while the condition holds. */
  public void rateReward(String rewardName, Guard condition) {
    rewards.add(new Reward.Rate(rewardName, List.of(new Reward.Term(condition, 1))));
  }

  /** A reward whose rate is the sum of the terms that hold. */
  public void rateReward(String rewardName, List<Reward.Term> terms) {
    rewards.add(new Reward.Rate(rewardName, terms));
  }

  /** A reward that is earned at each firing of these transitions of this scope. */
  public void impulseReward(String rewardName, double amount, TransitionBuilder... on) {
    for (TransitionBuilder transition : on) {
      if (!transition.isOf(this)) {
        throw new IllegalArgumentException(
            rewardName + " cannot be earned by " + transition.label() + " of another scope");
      }
    }
    rewards.add(
        new Reward.Impulse(
            rewardName, Arrays.stream(on).map(TransitionBuilder::number).toList(), amount));
  }

  TransitionBuilder begin(Component component, String transitionName) {
    var transition = new TransitionBuilder(this, component, model.nextNumber(), transitionName);
    transitions.add(transition);
    return transition;
  }

  private Variable add(String variableName, int least, int most, int start, List<String> labels) {
    if (variables.stream().anyMatch(other -> other.name().equals(variableName))) {
      throw new IllegalArgumentException(
          "two variables are called "
              + variableName
              + " in "
              + (level == 0 ? "the outermost scope" : name));
    }
    var variable = new Variable(variableName, level, variables.size(), least, most, start, labels);
    variables.add(variable);
    return variable;
  }

  /** The immutable shape of this scope and of all inside it. */
  Shape build(Visible around) {
    Visible visible = around.with(variables);
    List<Transition> built = transitions.stream().map(TransitionBuilder::build).toList();
    built.forEach(visible::check);
    built.forEach(this::checkCopies);
    rewards.forEach(visible::check);
    List<Shape> inner = children.stream().map(child -> child.build(visible)).toList();
    return new Shape(name, count, variables, built, rewards, inner);
  }

  private void checkCopies(Transition transition) {
    int parameters = transition.timing().parameters();
    if (parameters != 1 && parameters != count) {
      throw new IllegalArgumentException(
          transition.label() + " has timings for " + parameters + " copies, not for " + count);
    }
  }
}
