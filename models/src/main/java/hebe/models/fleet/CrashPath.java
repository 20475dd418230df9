package hebe.models.fleet;

import hebe.models.fleet.HostOperations.State;
import hebe.models.recovery.Host;
import hebe.models.recovery.HostPhase;
import hebe.models.recovery.MicroReboot;
import hebe.models.recovery.PlanSimulation;
import hebe.models.recovery.PlanTimes;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.model.Component;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.result.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Writes what follows a crash of a VMM that is micro-rebooted: whether it announces itself or
 * hangs, and whether the guests survive, is drawn at the crash. Guests that survive stand still
 * until the new VMM runs; otherwise the same time passes in vain, and the host has failed.
 */
final class CrashPath {
  /** The VMM has crashed; what follows is drawn at once. */
  static final String CRASHED = "crashed";

  private static final String IN_VAIN = "micro-reboot in vain";
  private static final int PRIORITY = 3;

  private final MicroReboot settings;
  private final List<State> phases;
  private final DelayLaw whole;
  private final List<Double> thawSeconds;
  private final List<Way> ways = new ArrayList<>();

  /** One outcome of the draw at the crash: the state in which it is not yet detected. */
  private record Way(String state, double weight, DelayLaw detection, boolean survives) {}

  CrashPath(Host host, MicroReboot settings) {
    this.settings = settings;
    PlanTimes times = PlanSimulation.run(settings.plan(host), host);
    phases =
        settings
            .duration()
            .map(law -> List.of(new State(settings.label(), law, HostPhase.Vmm.OFF)))
            .orElseGet(() -> HostOperations.states(times));
    whole = settings.duration().orElseGet(() -> new Deterministic(times.hostReadySeconds()));
    thawSeconds =
        IntStream.range(0, host.guests().size())
            .mapToObj(guest -> times.upSeconds(guest) - times.hostReadySeconds())
            .toList();
    for (boolean survives : new boolean[] {true, false}) {
      double share = survives ? settings.success() : 1 - settings.success();
      String group = survives ? settings.label() : IN_VAIN;
      way(group + "/detection", share * (1 - settings.hangs()), settings.detection(), survives);
      way(group + "/hang", share * settings.hangs(), settings.hangDetection(), survives);
    }
  }

  private void way(String state, double weight, DelayLaw detection, boolean survives) {
    if (weight > 0) {
      ways.add(new Way(state, weight, detection, survives));
    }
  }

  /** For each guest, from the end of the last phase until its service runs. */
  List<Double> thawSeconds() {
    return thawSeconds;
  }

  /** The states of the platform in all this. */
  List<String> states() {
    List<String> all = new ArrayList<>(List.of(CRASHED));
    all.addAll(pausing());
    all.addAll(losing());
    return all;
  }

  /** Those in which guests stand still. */
  List<String> pausing() {
    List<String> pausing = undetected(true);
    phases.forEach(phase -> pausing.add(phase.state()));
    return pausing;
  }

  /** Those in which nothing of the guests is left. */
  List<String> losing() {
    List<String> losing = undetected(false);
    if (!losing.isEmpty()) {
      losing.add(IN_VAIN);
    }
    return losing;
  }

  private List<String> undetected(boolean survives) {
    List<String> states = new ArrayList<>();
    ways.stream().filter(way -> way.survives() == survives).forEach(way -> states.add(way.state()));
    return states;
  }

  /**
   * Writes the transitions.
   *
   * @param lost what the guests lose that do not survive
   * @param up state of a host that goes on
   * @param failed state of a host that does not
   * @param restarted gets the transition with which a new VMM runs
   */
  void write(
      Component platform,
      FleetModel.Causes causes,
      Cause lost,
      String up,
      String failed,
      Consumer<TransitionBuilder> restarted) {
    for (Way way : ways) {
      TransitionBuilder begin =
          platform
              .transition("crash to " + way.state())
              .from(CRASHED)
              .to(way.state())
              .immediately(way.weight(), PRIORITY);
      causes.ofGuest(
          begin, way.survives() ? new Cause(settings.label(), false, settings.lost()) : lost);
      platform
          .transition("detect " + way.state())
          .from(way.state())
          .to(way.survives() ? phases.get(0).state() : IN_VAIN)
          .after(way.detection());
    }
    if (!losing().isEmpty()) {
      platform.transition("end " + IN_VAIN).from(IN_VAIN).to(failed).after(whole);
    }
    for (int i = 0; i < phases.size(); i++) {
      boolean last = i + 1 == phases.size();
      TransitionBuilder step =
          platform
              .transition("end " + phases.get(i).state())
              .from(phases.get(i).state())
              .to(last ? up : phases.get(i + 1).state())
              .after(phases.get(i).duration());
      if (last) {
        restarted.accept(step);
      }
    }
  }
}
