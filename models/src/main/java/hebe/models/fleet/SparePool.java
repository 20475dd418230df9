package hebe.models.fleet;

import hebe.models.failure.Failures;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.recovery.Migrate;
import hebe.sim.law.DelayLaw;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import java.util.List;
import java.util.Optional;

/**
 * The spare hosts of a group: how many are free, and those that are repaired or rebooted. Equal
 * spare hosts are not told apart. Where there is one for each host and none is ever away, nothing
 * is written and hosts stay independent.
 */
final class SparePool {
  private static final String READY = "ready";

  private final Optional<Counters> counters;

  private record Counters(Counter free, Counter broken, Counter left) {}

  private SparePool(Optional<Counters> counters) {
    this.counters = counters;
  }

  /**
   * Writes those of a group, if the policy needs them.
   *
   * @throws IllegalArgumentException if it needs them and there are none
   */
  static Optional<SparePool> of(Scope around, HostGroup group, Policy policy, Failures failures) {
    if (!(policy.vmmBy() instanceof Migrate by)
        || policy.vmmWhen() instanceof RejuvenationPolicy.Never
        || group.selfVirtualization().isPresent()) {
      return Optional.empty();
    }
    Spares spares =
        group
            .spares()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        group.name() + " has no spare host that its guests could move to"));
    boolean leaves = SpareFailures.possible(spares, failures) || by.back() == Migrate.Back.STAY;
    return Optional.of(
        leaves || spares.count() < group.count()
            ? new SparePool(Optional.of(write(around, group, spares, by, leaves)))
            : new SparePool(Optional.empty()));
  }

  private static Counters write(
      Scope around, HostGroup group, Spares spares, Migrate by, boolean leaves) {
    int count = spares.count();
    Counters counters =
        new Counters(
            around.counter(group.name() + "-free-spares", 0, count, count),
            around.counter(group.name() + "-broken-spares", 0, count, 0),
            around.counter(group.name() + "-emptied-hosts", 0, count, 0));
    if (leaves) {
      around.replicate(
          group.name() + "-spare",
          count,
          scope ->
              writeMachine(scope, counters, spares.repair(), Evacuation.restart(group.host(), by)));
    }
    return counters;
  }

  private static void writeMachine(
      Scope scope, Counters counters, DelayLaw repair, DelayLaw reboot) {
    Component machine = scope.component("machine", READY, "in-repair", "in-reboot");
    away(machine, "in-repair", counters.broken(), counters.free(), repair);
    away(machine, "in-reboot", counters.left(), counters.free(), reboot);
  }

  private static void away(
      Component machine, String state, Counter waiting, Counter free, DelayLaw law) {
    machine
        .transition("begin " + state)
        .from(READY)
        .to(state)
        .when(waiting.atLeast(1))
        .also(waiting.minus(1))
        .immediately();
    machine.transition("end " + state).from(state).to(READY).also(free.plus(1)).after(law);
  }

  /** One can be taken. */
  Guard free() {
    return counters.map(c -> c.free().atLeast(1)).orElseGet(Guard::always);
  }

  /** One is taken. */
  List<Effect> taken() {
    return counters.map(c -> c.free().minus(1)).stream().toList();
  }

  /** It is given back as it is. */
  List<Effect> givenBack() {
    return counters.map(c -> c.free().plus(1)).stream().toList();
  }

  /** It has failed. */
  List<Effect> failed() {
    return counters.map(c -> c.broken().plus(1)).stream().toList();
  }

  /** It is kept, and the host that was left becomes a spare one when it has been rebooted. */
  List<Effect> exchanged() {
    return counters.map(c -> c.left().plus(1)).stream().toList();
  }
}
