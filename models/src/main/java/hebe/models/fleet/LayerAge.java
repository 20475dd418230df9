package hebe.models.fleet;

import hebe.models.aging.Aging;
import hebe.models.aging.Clearing;
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
  private final List<TransitionBuilder> hazards = new ArrayList<>();

  /** The counter of what has leaked, in grains of the resource. */
  record Leaked(Resource resource, Counter counter) {
    Effect cleared(Clearing clearing, int grains) {
      return clearing.full()
          ? counter.set(grains)
          : counter.keep(((Clearing.Share) clearing).kept(), grains);
    }
  }

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

  /** A crash of the layer, whose clock keeps its age. */
  void hazard(TransitionBuilder crash) {
    hazards.add(crash);
  }

  /** A fresh start, where its clocks are renewed elsewhere. */
  Effect[] renewed() {
    List<Effect> effects = new ArrayList<>(List.of(component.become(ROBUST)));
    leaked.ifPresent(counted -> effects.add(counted.cleared(Clearing.all(), 0)));
    return effects.toArray(Effect[]::new);
  }

  /** A start on the memory of the one before: it is robust, and what has leaked stays. */
  void restartInPlace(TransitionBuilder step) {
    step.also(component.become(ROBUST)).renewing(hazards.toArray(TransitionBuilder[]::new));
  }

  /** The firing of a transition takes age away. */
  void restore(TransitionBuilder step, Clearing clearing) {
    restore(step, clearing, 0);
  }

  /** The firing of a transition starts the layer again, which takes age away and may leak. */
  void restart(TransitionBuilder step, Clearing clearing) {
    restore(
        step,
        clearing,
        leaked.map(l -> l.resource().grainsOf(LeakEvent.Own.HOST_REBOOTED)).orElse(0));
  }

  private void restore(TransitionBuilder step, Clearing clearing, int grains) {
    step.also(cleared(clearing));
    leaked.ifPresent(counted -> step.also(counted.cleared(clearing, grains)));
    TransitionBuilder[] crashes = hazards.toArray(TransitionBuilder[]::new);
    if (clearing.full() || layer.aging() instanceof Aging.Stages) {
      step.renewing(crashes);
    } else {
      keep(clearing, step, crashes);
    }
  }

  private Effect cleared(Clearing clearing) {
    if (clearing instanceof Clearing.StagesBack stages) {
      return component.back(stages.back());
    }
    return clearing.full()
        ? component.become(ROBUST)
        : component.keep(((Clearing.Share) clearing).kept());
  }

  /** The firing of a transition leaves crash laws what it does not clear of their virtual ages. */
  static void keep(Clearing clearing, TransitionBuilder step, TransitionBuilder... crashes) {
    // A crash law that has run out begins anew by itself.
    if (clearing instanceof Clearing.Share share && !clearing.full()) {
      step.ageing(share.kept(), share.of(), crashes);
    }
  }

  /** What events that the model does together take of the resource. */
  List<Effect> leakAt(LeakEvent.Own... events) {
    return leaked
        .filter(counted -> counted.resource().grainsOf(events) > 0)
        .map(counted -> counted.counter().plus(counted.resource().grainsOf(events)))
        .stream()
        .toList();
  }

  /** The leaks that follow the use of the layer by what runs on it. */
  List<Leak> leaksByUse() {
    return leaked.stream()
        .flatMap(counted -> counted.resource().leaks().stream())
        .filter(leak -> leak.on() instanceof LeakEvent.Use)
        .toList();
  }

  /** What one firing of a leak takes of the resource. */
  Effect leaked(Leak leak) {
    Leaked counted = leaked.orElseThrow();
    return counted.counter().plus(counted.resource().grainsOf(leak));
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
      clock.accept(
          component
              .transition("leak " + leak.name())
              .when(running)
              .also(leaked(leak))
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
    if (layer.aging() instanceof Aging.Stages staged) {
      terms.addAll(speed(staged));
    }
    return terms;
  }

  private List<Reward.Term> speed(Aging.Stages staged) {
    List<Reward.Term> terms = new ArrayList<>();
    double above = 1;
    for (int stage = 0; stage < staged.speeds().size(); stage++) {
      double speed = staged.speeds().get(stage);
      if (speed < above) {
        Guard slow = stage == 0 ? Guard.always() : shows(new Degradation.Stage(stage));
        terms.add(new Reward.Term(slow, speed - above));
      }
      above = speed;
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
