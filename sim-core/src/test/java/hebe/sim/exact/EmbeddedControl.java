package hebe.sim.exact;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import java.util.List;
import java.util.function.ObjDoubleConsumer;

/**
 * The embedded control system of Muppala, Ciardo and Trivedi (1994): sensors, processors and
 * actuators on a bus; times in hours. Rewards: down by sensors, actuators, io and main, down,
 * danger.
 */
final class EmbeddedControl {
  private final int most;
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();
  private final Component bus = root.component("bus", "-");
  private final Counter s = root.counter("sensors", 1, 3, 3);
  private final Counter i = root.counter("input", 0, 2, 2);
  private final Counter o = root.counter("output", 0, 2, 2);
  private final Counter a = root.counter("actuators", 0, 2, 2);
  private final Counter m = root.counter("main", 0, 1, 1);
  private final Counter count;
  private final Counter comp = root.counter("comp", 0, 1, 1);
  private final Counter reqi = root.counter("reqi", 0, 1, 1);
  private final Counter reqo = root.counter("reqo", 0, 1, 0);

  EmbeddedControl(int most) {
    this.most = most;
    count = root.counter("count", 0, most + 1, 0);
  }

  /** The row of every measure, with at most {@code most} skipped cycles. */
  static void tell(int most, ObjDoubleConsumer<String> row) throws UnsolvableException {
    Solution solution = Solution.of(new EmbeddedControl(most).build(), 50_000);
    String name = "ecs-" + most;
    String[] causes = {"-sensors", "-actuators", "-io", "-main"};
    for (int cause = 0; cause < 4; cause++) {
      row.accept(name + causes[cause], solution.passage(cause, 4).probability());
    }
    Passage down = solution.passage(4);
    row.accept(name + "-danger-time", down.accumulated(5));
    row.accept(name + "-up-time", down.meanSeconds() - down.accumulated(5));
    row.accept(name + "-F12", down.probabilityBy(12));
    row.accept(name + "-F720", down.probabilityBy(720));
  }

  Model build() {
    for (int n = 1; n <= 3; n++) {
      if (n > 1) {
        fail("sensor-" + n, s, n, 720.0 / n);
      }
      if (n < 3) {
        fail("actuator-" + n, a, n, 1440.0 / n);
      }
    }
    fail("main", m, 1, 8760);
    Guard read = s.atLeast(2);
    Guard drive = a.atLeast(1);
    processor("input", i, read);
    processor("output", o, drive);
    Guard input = is(i, 2).and(read);
    Guard idle = is(o, 2).and(drive).negated();
    Guard on = m.atLeast(1);
    bus(
        "input-reboot",
        read.and(is(i, 1)),
        new Exponential(1.0 / 120),
        flag(comp).or(on.and(flag(reqo).negated())),
        Guard.always(),
        idle.and(flag(reqo).or(on)),
        i.set(2));
    bus(
        "output-reboot",
        drive.and(is(o, 1)),
        new Exponential(1.0 / 120),
        flag(comp).or(flag(reqi).and(on)),
        input.or(flag(reqi).and(on.negated())),
        Guard.always().negated(),
        o.set(2));
    timer(input, idle, on);
    rewards(read, drive, on);
    return model.build();
  }

  private void timer(Guard input, Guard idle, Guard on) {
    Guard nextComp = flag(reqi).and(flag(reqo).negated()).and(on);
    Guard nextReqi = input.or(flag(reqi).and(flag(reqo).or(on.negated())));
    Guard nextReqo = idle.and(flag(reqo).or(flag(reqi).and(on)));
    Exponential law = new Exponential(1.0 / 60);
    bus("timer-fed", flag(comp), law, nextComp, nextReqi, nextReqo, count.set(0));
    Guard skipped = flag(comp).negated();
    bus(
        "timer-skip",
        skipped.and(count.below(most + 1)),
        law,
        nextComp,
        nextReqi,
        nextReqo,
        count.plus(1));
    bus(
        "timer-full",
        skipped.and(count.atLeast(most + 1)),
        law,
        nextComp,
        nextReqi,
        nextReqo,
        count.set(most + 1));
  }

  private void rewards(Guard read, Guard drive, Guard on) {
    List<Guard> causes =
        List.of(
            is(i, 2).and(read.negated()),
            is(o, 2).and(drive.negated()),
            count.atLeast(most + 1),
            on.negated());
    String[] names = {"sensors", "actuators", "io", "main"};
    for (int cause = 0; cause < 4; cause++) {
      root.rateReward(names[cause], causes.get(cause));
    }
    Guard down = new Guard.Any(causes);
    root.rateReward("down", down);
    root.rateReward("danger", down.negated().and(is(i, 1).or(is(o, 1))));
  }

  private void fail(String name, Counter part, int from, double mean) {
    bus.transition("fail-" + name)
        .when(is(part, from))
        .also(part.minus(1))
        .after(new Exponential(mean));
  }

  private void processor(String name, Counter part, Guard used) {
    bus.transition(name + "-fault")
        .when(used.and(is(part, 2)))
        .also(part.set(1))
        .after(new Exponential(24));
    bus.transition(name + "-failure")
        .when(used.and(part.atLeast(1)))
        .also(part.set(0))
        .after(new Exponential(8760));
  }

  /** One transition for each outcome of the three flags, which depend on the old values. */
  private void bus(
      String name,
      Guard when,
      Exponential law,
      Guard nextComp,
      Guard nextReqi,
      Guard nextReqo,
      Effect effect) {
    for (int bits = 0; bits < 8; bits++) {
      bus.transition(name + "-" + bits)
          .when(when)
          .when((bits & 1) != 0 ? nextComp : nextComp.negated())
          .when((bits & 2) != 0 ? nextReqi : nextReqi.negated())
          .when((bits & 4) != 0 ? nextReqo : nextReqo.negated())
          .also(effect, comp.set(bits & 1), reqi.set(bits >> 1 & 1), reqo.set(bits >> 2))
          .after(law);
    }
  }

  private static Guard flag(Counter flag) {
    return flag.atLeast(1);
  }

  private static Guard is(Counter counter, int value) {
    return counter.atLeast(value).and(counter.below(value + 1));
  }
}
