package hebe.sim.exact;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Guard;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import java.util.function.ObjDoubleConsumer;

/**
 * Two hosts and two VMs with failover; times in hours. After Kim, Machida and Trivedi (2009).
 *
 * <p>A host is up (U), failed in hardware (X) or VMM (V) and not yet detected, or in repair (x, v).
 * A VM runs (R), has failed itself (f) or its application (p) or is being restarted (r, q), is lost
 * with its host (L), is being restarted on the other one (M), or waits for the next host to come up
 * (W). Detection of a lost host moves its VMs if the other is up. Nothing fails back.
 */
final class TwoHosts {
  private static final double DETECTION = 30.0 / 3600;
  private static final double VMM = 2880;
  private static final double RUNNING_RESTART = 5.0 / 60;

  /** CPU, memory, power, network and cooling in series. */
  private static final double HARDWARE =
      1 / (1 / 2.5e6 + 1 / 480e3 + 1 / 670e3 + 1 / 120e3 + 1 / 3.1e6);

  private final double failover;
  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();
  private final Component[] host = new Component[2];
  private final Counter[] arrived = new Counter[2];
  private final Component[] vm = new Component[2];
  private final Counter[] place = new Counter[2];

  private TwoHosts(double failoverHours) {
    this.failover = failoverHours;
  }

  static void tell(ObjDoubleConsumer<String> row) throws UnsolvableException {
    Steady base = Solution.of(new TwoHosts(5.0 / 60).build(), 2000).steady();
    row.accept("two-base-U", base.rate(0));
    row.accept("two-base-min", base.rate(0) * 8760 * 60);
    row.accept("two-base-hostU", base.rate(1));
    row.accept("two-base-both_hosts", base.rate(2));
    row.accept("two-base-no_host", base.rate(3));
    row.accept("two-base-colocated", base.rate(4));
    row.accept("two-base-fo", base.rate(5));
    Steady fast = Solution.of(new TwoHosts(30.0 / 3600).build(), 2000).steady();
    row.accept("two-fo30-U", fast.rate(0));
    row.accept("two-fo30-colocated", fast.rate(4));
  }

  private Model build() {
    for (int i = 0; i < 2; i++) {
      host[i] = root.component("host-" + i, "U", "X", "x", "V", "v");
      arrived[i] = root.counter("arrived-" + i, 0, 1, 0);
      vm[i] = root.component("vm-" + i, "R", "f", "r", "p", "q", "L", "M", "W");
      place[i] = root.counter("place-" + i, 0, 1, i);
    }
    for (int i = 0; i < 2; i++) {
      hostLife(i);
      vmLife(i);
      for (int at = 0; at < 2; at++) {
        failover(i, at);
      }
    }
    rewards();
    return model.build();
  }

  private void hostLife(int i) {
    move(host[i], "break", "U", "X", HARDWARE);
    move(host[i], "crash", "U", "V", VMM);
    move(host[i], "find-break", "X", "x", DETECTION);
    move(host[i], "find-crash", "V", "v", DETECTION);
    host[i]
        .transition("replaced")
        .from("x")
        .to("U")
        .also(arrived[i].set(1))
        .after(new Exponential(2));
    host[i]
        .transition("restarted")
        .from("v")
        .to("U")
        .also(arrived[i].set(1))
        .after(new Exponential(0.5));
    // Below the moves of waiting VMs, so that only the instant of the arrival counts.
    host[i]
        .transition("settle")
        .when(arrived[i].atLeast(1))
        .also(arrived[i].set(0))
        .immediately(1, -1);
  }

  private void vmLife(int k) {
    move(vm[k], "fail", "R", "f", 2880);
    move(vm[k], "application-fail", "R", "p", 336);
    move(vm[k], "find", "f", "r", DETECTION);
    move(vm[k], "application-find", "p", "q", DETECTION);
    move(vm[k], "restart", "r", "R", RUNNING_RESTART);
    move(vm[k], "application-restart", "q", "R", 20.0 / 60);
    move(vm[k], "failed-over", "M", "R", failover);
  }

  private void failover(int k, int at) {
    Guard here = at == 1 ? place[k].atLeast(1) : place[k].below(1);
    Guard other = host[1 - at].in("U");
    Guard unseen = here.and(host[at].in("X", "V"));
    Guard seen = here.and(host[at].in("x", "v"));
    vm[k].transition("lose-" + at).from("R", "f", "r", "p", "q").when(unseen).to("L").immediately();
    vm[k].transition("interrupt-" + at).from("M").when(unseen).to("W").immediately();
    vm[k]
        .transition("move-" + at)
        .from("L")
        .when(seen.and(other))
        .to("M")
        .also(place[k].set(1 - at))
        .immediately();
    vm[k].transition("wait-" + at).from("L").when(seen.and(other.negated())).to("W").immediately();
    vm[k]
        .transition("start-" + at)
        .from("W")
        .when(arrived[at].atLeast(1))
        .to("M")
        .also(place[k].set(at))
        .immediately();
  }

  private void rewards() {
    root.rateReward("no-vm", vm[0].in("R").or(vm[1].in("R")).negated());
    root.rateReward("host-down", host[0].in("U").negated());
    root.rateReward("both-hosts", host[0].in("U").and(host[1].in("U")));
    root.rateReward("no-host", host[0].in("U").or(host[1].in("U")).negated());
    Guard together =
        place[0].atLeast(1).and(place[1].atLeast(1)).or(place[0].below(1).and(place[1].below(1)));
    Guard settled = vm[0].in("L", "M", "W").or(vm[1].in("L", "M", "W")).negated();
    root.rateReward("colocated", together.and(settled));
    root.rateReward("failing-over", vm[0].in("M").or(vm[1].in("M")));
  }

  private static void move(Component part, String name, String from, String to, double mean) {
    part.transition(name).from(from).to(to).after(new Exponential(mean));
  }
}
