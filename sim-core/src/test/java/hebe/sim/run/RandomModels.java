package hebe.sim.run;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Gamma;
import hebe.sim.law.Hyperexponential;
import hebe.sim.law.Hyperexponential.Branch;
import hebe.sim.law.Hypoexponential;
import hebe.sim.law.LogNormal;
import hebe.sim.law.Uniform;
import hebe.sim.law.Weibull;
import hebe.sim.model.Ageing;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Guard;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Small random models: components with random transitions, guards, counters, laws and immediate
 * choices, in the outermost scope and in a replicated one. A function of their parameters.
 *
 * <p>Delays are some seconds long. Timed transitions that could be due at one instant have
 * different ranks, so that the order in which clocks were started does not matter.
 */
final class RandomModels {
  private static final MemoryPolicy[] POLICIES = MemoryPolicy.values();

  private final SplittableRandom random;
  private final double scale;
  private final boolean phased;
  private final List<Counter> counters = new ArrayList<>();
  private final List<Component> parts = new ArrayList<>();
  private int copies = 1;
  private final Optional<DelayLaw> clock;
  private Optional<SplittableRandom> ageing = Optional.empty();
  private int ranked;
  private boolean clocked;
  private boolean repeats;

  private RandomModels(long seed, double scale, boolean phased, Optional<DelayLaw> clock) {
    this.clock = clock;
    random = new SplittableRandom(seed);
    this.scale = scale;
    this.phased = phased;
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(250);
  }

  /** A model. */
  static Model of(long seed) {
    return build(seed, 1, false);
  }

  /** The same model with all times multiplied. */
  static Model scaled(long seed, double scale) {
    return build(seed, scale, false);
  }

  /** The same model beside a part that has nothing to do with it, whose name is "neighbour". */
  static Model withNeighbour(long seed) {
    return build(seed, 1, true);
  }

  /** The same model, in which firings also rejuvenate clocks in part. */
  static Model ageing(long seed) {
    ModelBuilder builder = new ModelBuilder();
    RandomModels models = new RandomModels(seed, 1, false, Optional.empty());
    models.ageing = Optional.of(new SplittableRandom(~seed));
    models.write(builder.root());
    return builder.build();
  }

  private static Model build(long seed, double scale, boolean neighbour) {
    ModelBuilder builder = new ModelBuilder();
    if (neighbour) {
      addNeighbour(builder.root());
    }
    new RandomModels(seed, scale, false, Optional.empty()).write(builder.root());
    return builder.build();
  }

  /**
   * A smaller model that can be solved exactly unless it has too many states: delays made of
   * exponential phases, some of 0 s, and an impulse reward for the moves of every part.
   */
  static Model phased(long seed) {
    ModelBuilder builder = new ModelBuilder();
    new RandomModels(seed, 1, true, Optional.empty()).write(builder.root());
    return builder.build();
  }

  /** Such a model, but one delay of the outermost scope, usually, has this law. */
  static Model clocked(long seed, DelayLaw clock) {
    ModelBuilder builder = new ModelBuilder();
    new RandomModels(seed, 1, true, Optional.of(clock)).write(builder.root());
    return builder.build();
  }

  private static void addNeighbour(Scope root) {
    Component run = root.component("neighbour", "up", "down", "choice");
    run.transition("crash").from("up").to("choice").after(new Exponential(1));
    run.transition("short").from("choice").to("up").immediately(2, 5);
    run.transition("long").from("choice").to("down").immediately(1, 5);
    run.transition("repair").from("down").to("up").after(new Uniform(0, 1));
    root.rateReward("neighbour", run.in("up"));
  }

  private void write(Scope root) {
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      int most = 1 + random.nextInt(3);
      counters.add(root.counter("counter" + i, 0, most, random.nextInt(most + 1)));
    }
    int outer = 1 + random.nextInt(phased ? 2 : 3);
    for (int i = 0; i < outer; i++) {
      writePart(root, "part" + i);
    }
    copies = 1 + random.nextInt(phased ? 2 : 3);
    root.replicate("group", copies, scope -> writePart(scope, "part"));
    root.rateReward("all", new ArrayList<>(terms()));
  }

  private List<Reward.Term> terms() {
    return counters.stream().map(c -> new Reward.Term(c.atLeast(1), random.nextInt(9))).toList();
  }

  /** A ring of states with chords; the last state is left at once where its guards allow it. */
  private void writePart(Scope scope, String name) {
    int count = 3 + random.nextInt(2);
    String[] states = new String[count];
    for (int i = 0; i < count; i++) {
      states[i] = "s" + i;
    }
    Component part = scope.component(name, states);
    List<TransitionBuilder> delays = new ArrayList<>();
    List<TransitionBuilder> ageable = new ArrayList<>();
    List<TransitionBuilder> moves = new ArrayList<>();
    for (int i = 0; i < count + 1; i++) {
      String from = states[i % count];
      String to = i < count ? states[(i + 1) % count] : states[random.nextInt(count)];
      TransitionBuilder timed = part.transition("t" + i).from(from).to(to);
      decorate(timed);
      moves.add(timed);
      boolean delayed = time(timed);
      if (delayed) {
        delays.add(timed);
      }
      boolean renews = !delays.isEmpty() && random.nextInt(4) == 0;
      if (renews) {
        timed.renewing(delays.get(random.nextInt(delays.size())));
      }
      if (!renews && ageing.isPresent()) {
        age(timed, ageable, ageing.get());
      }
      if (delayed && !repeats) {
        ageable.add(timed);
      }
    }
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      TransitionBuilder choice =
          part.transition("i" + i).from(states[count - 1]).to(states[random.nextInt(count - 1)]);
      decorate(choice);
      choice.immediately(1 + random.nextInt(3), random.nextInt(2));
      moves.add(choice);
    }
    parts.add(part);
    scope.rateReward(name, part.in("s0", "s1"));
    if (phased) {
      scope.impulseReward(name + " moves", 1, moves.toArray(TransitionBuilder[]::new));
    }
  }

  private static void age(
      TransitionBuilder timed, List<TransitionBuilder> ageable, SplittableRandom choice) {
    if (!ageable.isEmpty() && choice.nextInt(2) == 0) {
      Ageing.Of of = choice.nextBoolean() ? Ageing.Of.LAST_RUN : Ageing.Of.WHOLE_AGE;
      timed.ageing(choice.nextInt(5) / 4.0, of, ageable.get(choice.nextInt(ageable.size())));
    }
  }

  /** Perhaps a guard, perhaps an effect on a counter that stays within its bounds. */
  private void decorate(TransitionBuilder transition) {
    if (random.nextInt(3) == 0) {
      transition.when(guard());
    }
    Counter counter = counters.get(random.nextInt(counters.size()));
    switch (random.nextInt(4)) {
      case 0 -> transition.when(counter.atLeast(1)).also(counter.minus(1));
      case 1 -> transition.when(counter.below(counter.variable().most())).also(counter.plus(1));
      case 2 -> transition.also(counter.set(random.nextInt(counter.variable().most() + 1)));
      default -> {}
    }
  }

  private Guard guard() {
    Guard left = counters.get(random.nextInt(counters.size())).atLeast(1);
    if (copies > 1 || parts.isEmpty()) {
      return random.nextBoolean() ? left : left.negated();
    }
    Guard right = parts.get(random.nextInt(parts.size())).in("s0", "s2");
    return random.nextBoolean() ? left.or(right.negated()) : left.negated().and(right).negated();
  }

  /** Gives it a timing; returns whether that is a delay, which has an age. */
  private boolean time(TransitionBuilder timed) {
    timed.rank(ranked++ * 37 % 101 - 50);
    if (clock.isPresent() && !clocked && copies == 1 && random.nextInt(3) == 0) {
      timed.after(clock.get()).onDisable(POLICIES[random.nextInt(2)]);
      clocked = true;
      return true;
    }
    if (phased) {
      timed.after(phasedLaw()).onDisable(POLICIES[random.nextInt(2)]);
      return true;
    }
    if (random.nextInt(6) == 0) {
      timed.byCalendar(firsts(), 3 * scale);
      return false;
    }
    if (copies == 1) {
      timed.after(law(random.nextInt(7)).scaled(scale));
    } else {
      List<DelayLaw> laws = new ArrayList<>();
      for (int copy = 0; copy < copies; copy++) {
        laws.add(law(1 + random.nextInt(6)).scaled(scale));
      }
      timed.afterPerCopy(laws);
    }
    MemoryPolicy policy = POLICIES[random.nextInt(POLICIES.length)];
    repeats = policy == MemoryPolicy.REPEAT;
    timed.onDisable(policy);
    return true;
  }

  private DelayLaw phasedLaw() {
    double mean = 1 + random.nextInt(4);
    return switch (random.nextInt(8)) {
      case 0 -> new Deterministic(0);
      case 1 -> new Erlang(2 + random.nextInt(2), mean);
      case 2 -> new Hypoexponential(List.of(mean / 4, mean));
      case 3 -> new Hyperexponential(List.of(new Branch(0.75, mean / 4), new Branch(0.25, mean)));
      default -> new Exponential(mean);
    };
  }

  private List<Double> firsts() {
    List<Double> firsts = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      firsts.add((1 + copy / 4.0) * scale);
    }
    return firsts;
  }

  private DelayLaw law(int kind) {
    double mean = 1 + random.nextInt(4);
    return switch (kind) {
      case 0 -> new Deterministic(mean);
      case 1 -> new Exponential(mean);
      case 2 -> Weibull.ofMean(1.5, mean);
      case 3 -> new Erlang(3, mean);
      case 4 -> LogNormal.ofMeanAndCv(mean, 0.7);
      case 5 -> new Uniform(mean / 2, 2 * mean);
      default -> Gamma.ofMean(0.8, mean);
    };
  }
}
