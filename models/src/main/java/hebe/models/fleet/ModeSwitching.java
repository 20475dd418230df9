package hebe.models.fleet;

import hebe.models.modes.ModeSwitch;
import hebe.models.policy.ModePolicy;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.Effect;
import hebe.sim.model.Guard;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.result.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the mode of a host: native, virtual, and the switches between them. A switch is tried as
 * soon as it is wanted and nothing is being done to the system.
 */
final class ModeSwitching {
  /** Name of the reward that counts the attaches. */
  static final String ATTACHES = "attaches";

  private static final String NATIVE = "native";
  private static final String VIRTUAL = "virtual";
  private static final String ATTACH_WAITING = "attach-waiting";
  private static final String ATTACHING = "attaching";
  private static final String ATTACH_CRASHING = "attach-crashing";
  private static final String ATTACHED = "attached";
  private static final String DETACH_WAITING = "detach-waiting";
  private static final String DETACHING = "detaching";

  private final Scope scope;
  private final ModePolicy policy;
  private final ModeSwitch times;
  private final FleetModel.Causes causes;
  private final Component mode;

  ModeSwitching(Scope scope, ModePolicy policy, ModeSwitch times, FleetModel.Causes causes) {
    this.scope = scope;
    this.policy = policy;
    this.times = times;
    this.causes = causes;
    mode = scope.component("mode", states());
  }

  private String[] states() {
    if (policy instanceof ModePolicy.AlwaysNative) {
      return new String[] {NATIVE};
    }
    if (policy instanceof ModePolicy.AlwaysVirtual) {
      return new String[] {VIRTUAL};
    }
    List<String> states = new ArrayList<>(List.of(NATIVE, VIRTUAL, ATTACHING, DETACHING));
    if (times.repeats()) {
      states.add(ATTACH_WAITING);
    }
    if (times.busy() > 0) {
      states.add(DETACH_WAITING);
    }
    if (crash() > 0) {
      states.add(ATTACH_CRASHING);
    }
    if (times.failure() > crash()) {
      states.add(ATTACHED);
    }
    return states.toArray(String[]::new);
  }

  /** Probability that an attach crashes the system. */
  private double crash() {
    return times.failure() * times.crash();
  }

  /** The system runs on the bare machine. */
  Guard runsNative() {
    return in(NATIVE, ATTACH_WAITING);
  }

  /** The system runs on the VMM. */
  Guard runsVirtual() {
    return in(VIRTUAL, DETACH_WAITING);
  }

  /** It runs on the VMM, and no switch waits. */
  Guard settledVirtual() {
    return in(VIRTUAL);
  }

  /** It runs in either mode, and no switch waits. */
  Guard settled() {
    return in(NATIVE, VIRTUAL);
  }

  /** A boot of the machine, or a crash before it, leaves no VMM, unless there always is one. */
  List<Effect> booted() {
    return policy instanceof ModePolicy.WhenNeeded ? List.of(mode.become(NATIVE)) : List.of();
  }

  private Guard in(String... states) {
    List<String> known = mode.state().labels();
    return mode.in(List.of(states).stream().filter(known::contains).toArray(String[]::new));
  }

  /**
   * Writes the switches, if there are any.
   *
   * @param free nothing is being done to the system
   * @param wanted the VMM is wanted
   * @param crashed what a failed attach does to the system
   * @param fresh what a detach does to the VMM
   * @param renewed clocks that a detach renews
   */
  void write(
      Guard free,
      Guard wanted,
      List<Effect> crashed,
      Effect[] fresh,
      List<TransitionBuilder> renewed) {
    if (!(policy instanceof ModePolicy.WhenNeeded)) {
      return;
    }
    Cause attach = new Cause("attach", true, List.of());
    Cause detach = new Cause("detach", true, List.of());
    waiting(NATIVE, ATTACHING, ATTACH_WAITING, free.and(wanted));
    TransitionBuilder begin = begin(NATIVE, ATTACHING, free.and(wanted), 1 - crash());
    causes.ofSystem(begin, attach);
    writeAttach();
    List<TransitionBuilder> attaches = new ArrayList<>(List.of(begin));
    if (crash() > 0) {
      attaches.add(writeCrash(free.and(wanted), crashed));
    }
    scope.impulseReward(ATTACHES, 1, attaches.toArray(TransitionBuilder[]::new));
    waiting(VIRTUAL, DETACHING, DETACH_WAITING, free.and(wanted.negated()));
    causes.ofSystem(begin(VIRTUAL, DETACHING, free.and(wanted.negated()), 1), detach);
    mode.transition("detach")
        .from(DETACHING)
        .to(NATIVE)
        .after(times.detach())
        .also(fresh)
        .renewing(renewed.toArray(TransitionBuilder[]::new));
  }

  /** An attempt that finds the system in use, and what follows any that fails. */
  private void waiting(String from, String to, String waiting, Guard when) {
    if (mode.state().labels().contains(waiting)) {
      mode.transition("retry " + to)
          .from(waiting)
          .to(from)
          .after(new Deterministic(times.retrySeconds()));
    }
    if (times.busy() > 0) {
      mode.transition("busy " + to).from(from).to(waiting).when(when).immediately(times.busy(), 0);
    }
  }

  /** An attempt that does not, or the share of them that goes one way. */
  private TransitionBuilder begin(String from, String to, Guard when, double share) {
    return mode.transition("begin " + to)
        .from(from)
        .to(to)
        .when(when)
        .immediately(share * (1 - times.busy()), 0);
  }

  /** An attach that does not crash the system; at its end some leave it native. */
  private void writeAttach() {
    double fails = (times.failure() - crash()) / (1 - crash());
    TransitionBuilder attach =
        mode.transition("attach").from(ATTACHING).to(fails > 0 ? ATTACHED : VIRTUAL);
    attach.after(times.attach());
    if (fails > 0) {
      mode.transition("attached").from(ATTACHED).to(VIRTUAL).immediately(1 - fails, 0);
      mode.transition("attach fails").from(ATTACHED).to(ATTACH_WAITING).immediately(fails, 0);
    }
  }

  /**
   * An attach that crashes the system at its end, and the transition that begins it. That is drawn
   * when it begins, since an outage keeps the cause by which it began.
   */
  private TransitionBuilder writeCrash(Guard when, List<Effect> crashed) {
    Cause failure = new Cause("attach-failure", false, ModeScope.CRASH_LOSES);
    TransitionBuilder begin = begin(NATIVE, ATTACH_CRASHING, when, crash());
    causes.ofSystem(begin, failure);
    TransitionBuilder fall =
        mode.transition("attach crashes").from(ATTACH_CRASHING).to(NATIVE).after(times.attach());
    fall.also(crashed.toArray(Effect[]::new));
    causes.ofSystem(fall, failure);
    causes.loses(fall);
    return begin;
  }
}
