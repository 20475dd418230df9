package hebe.sim.model;

import hebe.sim.law.DelayLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One transition while it is written; reads like the sentence one would say:
 *
 * <pre>{@code
 * vmm.transition("crash").from("up").to("failed").after(new Weibull(1.5, days)).onDisable(RESUME);
 * }</pre>
 */
public final class TransitionBuilder {
  private final Scope scope;
  private final Component component;
  private final int number;
  private final String name;
  private final List<Guard> guards = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final List<TransitionBuilder> renews = new ArrayList<>();
  private final List<Aged> ages = new ArrayList<>();
  private Optional<Timing> timing = Optional.empty();
  private MemoryPolicy memory = MemoryPolicy.RESAMPLE;
  private int rank;

  private record Aged(TransitionBuilder clock, double factor, Ageing.Of of) {
    Ageing build() {
      return new Ageing(clock.number, factor, of);
    }
  }

  TransitionBuilder(Scope scope, Component component, int number, String name) {
    this.scope = scope;
    this.component = component;
    this.number = number;
    this.name = name;
  }

  /** Number of the shape that this becomes. */
  public int number() {
    return number;
  }

  /** Enabled only in one of these states of its component. */
  public TransitionBuilder from(String... states) {
    return when(component.in(states));
  }

  /** Firing puts its component into this state. */
  public TransitionBuilder to(String state) {
    return also(component.become(state));
  }

  /** Enabled only while this holds too. */
  public TransitionBuilder when(Guard guard) {
    guards.add(guard);
    return this;
  }

  /** Firing does this too. */
  public TransitionBuilder also(Effect... more) {
    effects.addAll(Arrays.asList(more));
    return this;
  }

  /** Firing makes the clocks of these delays of the same scope forget their age and draw anew. */
  public TransitionBuilder renewing(TransitionBuilder... others) {
    for (TransitionBuilder other : others) {
      checkScope("renew", other);
      renews.add(other);
    }
    return this;
  }

  /**
   * Firing multiplies the virtual ages of the clocks of these delays of the same scope by a factor
   * from 0, as good as new, to 1, as bad as old; see {@link Ageing}.
   */
  public TransitionBuilder ageing(double factor, Ageing.Of of, TransitionBuilder... others) {
    for (TransitionBuilder other : others) {
      checkScope("age", other);
      ages.add(new Aged(other, factor, of));
    }
    return this;
  }

  private void checkScope(String does, TransitionBuilder other) {
    if (other.scope != scope) {
      throw new IllegalArgumentException(
          label() + " cannot " + does + " " + other.label() + " of another scope");
    }
  }

  /** Fires after a delay of this law. */
  public TransitionBuilder after(DelayLaw law) {
    return timed(new Timing.After(List.of(law)));
  }

  /** Fires after a delay whose law differs between the copies of the scope. */
  public TransitionBuilder afterPerCopy(List<DelayLaw> laws) {
    return timed(new Timing.After(laws));
  }

  /**
   * Fires by the calendar at {@code first + k * period}; first instants for all copies or one for
   * each.
   */
  public TransitionBuilder byCalendar(List<Double> firstSeconds, double periodSeconds) {
    return timed(new Timing.Calendar(firstSeconds, periodSeconds));
  }

  /** Fires at once, with weight 1 and priority 0. */
  public TransitionBuilder immediately() {
    return immediately(1, 0);
  }

  /** Fires at once. */
  public TransitionBuilder immediately(double weight, int priority) {
    return timed(new Timing.Immediate(weight, priority));
  }

  /**
   * What the clock does when the transition is disabled; without it {@link MemoryPolicy#RESAMPLE}.
   */
  public TransitionBuilder onDisable(MemoryPolicy policy) {
    memory = policy;
    return this;
  }

  /** Order among transitions that fire at the same instant, lower first; without it 0. */
  public TransitionBuilder rank(int order) {
    rank = order;
    return this;
  }

  boolean isOf(Scope owner) {
    return scope == owner;
  }

  String label() {
    return component.state().name() + "/" + name;
  }

  private void checkAgeable(TransitionBuilder other) {
    if (other.timing.filter(Timing.After.class::isInstance).isEmpty()
        || other.memory == MemoryPolicy.REPEAT) {
      throw new IllegalStateException(
          label()
              + " cannot age "
              + other.label()
              + ", whose clock has no age or repeats its delay");
    }
  }

  private void checkRenewable(TransitionBuilder other) {
    if (other.timing.isPresent() && !(other.timing.get() instanceof Timing.After)) {
      throw new IllegalStateException(
          label() + " cannot renew " + other.label() + ", whose clock has no age");
    }
  }

  private TransitionBuilder timed(Timing when) {
    if (timing.isPresent()) {
      throw new IllegalStateException(
          label() + " has two timings: " + timing.get() + " and " + when);
    }
    timing = Optional.of(when);
    return this;
  }

  Transition build() {
    Timing when =
        timing.orElseThrow(() -> new IllegalStateException(label() + " says not when it fires"));
    renews.forEach(this::checkRenewable);
    ages.forEach(aged -> checkAgeable(aged.clock()));
    return new Transition(
        number,
        component.state(),
        name,
        new Guard.All(guards),
        when,
        effects,
        renews.stream().map(TransitionBuilder::number).toList(),
        ages.stream().map(Aged::build).toList(),
        memory,
        rank);
  }
}
