package hebe.sim.exact;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.law.Hyperexponential;
import hebe.sim.law.Hyperexponential.Branch;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Guard;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Small random models with copies in copies, counters that some of them share, crews, immediate
 * choices and delays of 0 s. A function of the seed.
 */
final class RandomFleets {
  private final SplittableRandom random;
  private final List<Counter> counters = new ArrayList<>();

  private RandomFleets(long seed) {
    random = new SplittableRandom(seed);
  }

  static Model of(long seed) {
    ModelBuilder builder = new ModelBuilder();
    new RandomFleets(seed).write(builder.root());
    return builder.build();
  }

  /** With a fixed clock besides; tied, it empties a counter. */
  static Model withTimer(long seed, boolean tied) {
    ModelBuilder builder = new ModelBuilder();
    RandomFleets fleets = new RandomFleets(seed);
    fleets.write(builder.root());
    Component timer = builder.root().component("timer", "off", "on");
    timer.transition("arm").from("off").to("on").after(new Exponential(2));
    TransitionBuilder ring = timer.transition("ring").from("on").to("off");
    if (tied) {
      ring.also(fleets.counters.get(0).set(0));
    }
    ring.after(new Deterministic(3));
    builder.root().rateReward("armed", timer.in("on"));
    return builder.build();
  }

  private void write(Scope root) {
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      int most = 1 + random.nextInt(2);
      counters.add(root.counter("counter" + i, 0, most, random.nextInt(most + 1)));
      root.rateReward("counter" + i, counters.get(i).atLeast(1));
    }
    if (random.nextBoolean()) {
      part(root, "part", List.of());
    }
    boolean earned = random.nextBoolean();
    root.replicate(
        "group",
        1 + random.nextInt(3),
        group -> {
          Counter own = group.counter("own", 0, 1, random.nextInt(2));
          counters.add(own);
          Component part = part(group, "part", List.of());
          if (earned) {
            group.rateReward("first", part.in("s0"));
          }
          if (random.nextInt(3) > 0) {
            group.replicate(
                "inner",
                2 + random.nextInt(2),
                inner -> {
                  Component member = part(inner, "member", List.of(part.in("s0", "s1")));
                  if (earned) {
                    inner.rateReward("first", member.in("s0"));
                  }
                });
          }
          counters.remove(own);
        });
  }

  /** A ring of two or three states with a chord; the last may be left at once. */
  private Component part(Scope scope, String name, List<Guard> seen) {
    int count = 2 + random.nextInt(2);
    String[] states = {"s0", "s1", "s2", "served"};
    Component part = scope.component(name, states);
    List<TransitionBuilder> moves = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TransitionBuilder move = part.transition("t" + i).from(states[i]).to(states[(i + 1) % count]);
      decorate(move, seen);
      moves.add(
          move.after(law())
              .onDisable(random.nextBoolean() ? MemoryPolicy.RESUME : MemoryPolicy.RESAMPLE));
    }
    if (random.nextBoolean()) {
      served(part);
    } else if (random.nextInt(3) > 0) {
      TransitionBuilder choice = part.transition("choice").from(states[count - 1]).to("s0");
      decorate(choice, seen);
      moves.add(choice.immediately(1, random.nextInt(2)));
    }
    if (random.nextBoolean()) {
      scope.impulseReward(name + " moves", 1, moves.toArray(TransitionBuilder[]::new));
    }
    return part;
  }

  /** Waits in one or two states for a counter, takes from it, and gives back after a while. */
  private void served(Component part) {
    Counter crews = counters.get(random.nextInt(counters.size()));
    for (int state = 1; state < 2 + random.nextInt(2); state++) {
      part.transition("begin" + state)
          .from("s" + state)
          .to("served")
          .when(crews.atLeast(1))
          .also(crews.minus(1))
          .immediately();
    }
    part.transition("end")
        .from("served")
        .to("s0")
        .when(crews.below(crews.variable().most()))
        .also(crews.plus(1))
        .after(new Exponential(1 + random.nextInt(2)));
  }

  private void decorate(TransitionBuilder transition, List<Guard> seen) {
    if (!seen.isEmpty() && random.nextInt(3) == 0) {
      transition.when(seen.get(0));
    }
    Counter counter = counters.get(random.nextInt(counters.size()));
    switch (random.nextInt(5)) {
      case 0 -> transition.when(counter.atLeast(1)).also(counter.minus(1));
      case 1 -> transition.when(counter.below(counter.variable().most())).also(counter.plus(1));
      case 2 -> transition.when(counter.atLeast(1));
      case 3 -> transition.also(counter.set(random.nextInt(counter.variable().most() + 1)));
      default -> {}
    }
  }

  private DelayLaw law() {
    double mean = 1 + random.nextInt(4);
    return switch (random.nextInt(8)) {
      case 0 -> new Deterministic(0);
      case 1 -> new Erlang(2, mean);
      case 2 -> new Hyperexponential(List.of(new Branch(0.75, mean / 4), new Branch(0.25, mean)));
      default -> new Exponential(mean);
    };
  }
}
