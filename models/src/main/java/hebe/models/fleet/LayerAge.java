package hebe.models.fleet;

import hebe.models.aging.Aging;
import hebe.models.aging.Leak;
import hebe.models.aging.LeakEvent;
import hebe.models.aging.Resource;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Degradation;
import hebe.sim.law.DelayLaw;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes the age of one layer: the component of its stages, or the counter of what it has leaked.
 */
final class LayerAge {
  private static final String ROBUST = "robust";
  private static final String FAILURE_PROBABLE = "failure-probable";

  private final LayerFailures layer;
  private final Component component;
  private final Optional<Leaked> leaked;

  /** The counter of what has leaked, in grains of the resource. */
  record Leaked(Resource resource, Counter counter) {}

  /** A crash of the layer: its name, when it may happen, and after which delay. */
  record Crash(String name, Guard when, DelayLaw law) {}

  /**
   * Declares the variables.
   *
   * @param part before the names of variables: {@code vmm-} or nothing
   */
  LayerAge(Scope scope, String part, LayerFailures layer) {
    this.layer = layer;
    component = scope.component(part + "age", states(layer.aging()));
    leaked =
        layer
            .aging()
            .resource()
            .map(
                resource ->
                    new Leaked(
                        resource,
                        // A firing may ask for more than is left: the layer crashes at once.
                        scope.counter(
                            part + "leaked",
                            0,
                            StrictMath.addExact(resource.grains() - 1, resource.mostAtOnce()),
                            0)));
  }

  private static String[] states(Aging aging) {
    List<String> states = new ArrayList<>(List.of(ROBUST));
    for (int stage = 1; stage < aging.lastStage(); stage++) {
      states.add("degraded-" + stage);
    }
    if (aging.resource().isEmpty()) {
      states.add(FAILURE_PROBABLE);
    }
    return states.toArray(String[]::new);
  }

  /** What has leaked, if it uses up a resource. */
  Optional<Leaked> leaked() {
    return leaked;
  }

  /** It has reached its last stage. */
  Guard failureProbable() {
    return component.in(FAILURE_PROBABLE);
  }

  /** It is degraded so far. */
  Guard shows(Degradation sign) {
    if (sign instanceof Degradation.FreeBelow below) {
      Leaked counted = leaked.orElseThrow();
      return counted.counter().atLeast(counted.resource().grainsBelow(below.share()));
    }
    List<String> states = component.state().labels();
    int first = ((Degradation.Stage) sign).number();
    return component.in(states.subList(first, states.size()).toArray(String[]::new));
  }

  /** A fresh start. */
  Effect[] renewed() {
    List<Effect> effects = new ArrayList<>(List.of(component.become(ROBUST)));
    leaked.ifPresent(counted -> effects.add(counted.counter().set(0)));
    return effects.toArray(Effect[]::new);
  }

  /** A start on the memory of the one before: it is robust, and what has leaked stays. */
  Effect[] restarted() {
    return new Effect[] {component.become(ROBUST)};
  }

  /** What an event that the model does takes of the resource. */
  List<Effect> leakAt(LeakEvent.Own event) {
    return leaked
        .filter(counted -> counted.resource().grainsOf(event) > 0)
        .map(counted -> counted.counter().plus(counted.resource().grainsOf(event)))
        .stream()
        .toList();
  }

  /**
   * Writes what ages the layer while it runs.
   *
   * @param clock gets every clock that is of the layer's present life
   */
  void write(Guard running, Consumer<TransitionBuilder> clock) {
    if (layer.aging() instanceof Aging.Stages staged) {
      List<String> states = component.state().labels();
      for (int i = 0; i < staged.stages().size(); i++) {
        String name = i == 0 ? "age" : "age further " + i;
        clock.accept(
            component
                .transition(name)
                .from(states.get(i))
                .to(states.get(i + 1))
                .when(running)
                .after(staged.stages().get(i).lasts()));
      }
    }
    leaked.ifPresent(
        counted -> counted.resource().leaks().forEach(l -> arrivals(l, running, clock)));
  }

  private void arrivals(Leak leak, Guard running, Consumer<TransitionBuilder> clock) {
    if (leak.on() instanceof LeakEvent.Arrivals arrivals) {
      Leaked counted = leaked.orElseThrow();
      clock.accept(
          component
              .transition("leak " + leak.name())
              .when(running)
              .also(counted.counter().plus(counted.resource().grainsOf(leak)))
              .after(arrivals.law()));
    }
  }

  /** The crashes that come after a delay. */
  List<Crash> crashes() {
    List<Crash> crashes = new ArrayList<>();
    if (layer.aging() instanceof Aging.Stages staged) {
      for (int i = 0; i < staged.stages().size(); i++) {
        String state = component.state().labels().get(i);
        staged
            .stages()
            .get(i)
            .crash()
            .ifPresent(law -> crashes.add(new Crash("crash " + state, component.in(state), law)));
      }
    }
    layer.crash().ifPresent(law -> crashes.add(new Crash("crash", prone(), law)));
    return crashes;
  }

  private Guard prone() {
    return leaked
        .map(
            counted ->
                counted.resource().crashBelow().stream()
                    .mapToObj(share -> shows(new Degradation.FreeBelow(share)))
                    .findFirst()
                    .orElseGet(Guard::always))
        .orElseGet(() -> component.in(layer.aging().lastStage() > 0 ? FAILURE_PROBABLE : ROBUST));
  }

  /** Nothing of the resource is left; empty if it has none. */
  Optional<Guard> exhausted() {
    return leaked.map(counted -> counted.counter().atLeast(counted.resource().grains()));
  }

  /** Whether its age makes it slow. */
  boolean slows() {
    return speed().size() > 1;
  }

  /** What it does of its work: the sum of the weights of the conditions that hold. */
  List<Reward.Term> speed() {
    List<Reward.Term> terms = new ArrayList<>(List.of(new Reward.Term(Guard.always(), 1)));
    double above = 1;
    for (Resource.Level level : leaked.map(l -> l.resource().levels()).orElse(List.of())) {
      Guard slow = shows(new Degradation.FreeBelow(level.freeBelow()));
      terms.add(new Reward.Term(slow, level.speed() - above));
      above = level.speed();
    }
    return terms;
  }

  /**
   * A share of work that this and another layer slow down together, as a reward: the product of
   * their speeds while a condition holds.
   */
  List<Reward.Term> delivering(Guard when, double share, LayerAge below) {
    List<Reward.Term> terms = new ArrayList<>();
    for (Reward.Term own : speed()) {
      for (Reward.Term other : below.speed()) {
        Guard both = when.and(own.condition()).and(other.condition());
        terms.add(new Reward.Term(both, share * own.weight() * other.weight()));
      }
    }
    return terms;
  }
}
