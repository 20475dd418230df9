package hebe.models.fleet;

import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Guard;
import java.util.List;
import java.util.Optional;

/**
 * What the guests see of their host.
 *
 * @param platform the host's automaton
 * @param rejuvenating how many guests are being rejuvenated; at most one at a time
 * @param operations its operations
 * @param lostStates states in which nothing of the guests is left
 * @param crashPath what follows a crash that guests may survive; empty if they never do
 * @param vmmAge the age of its VMM, which guests drive
 * @param vmmSchedule the schedule of its VMM, if it has one
 * @param guestWaits what its guests' rejuvenations may wait for
 * @param evacuation how they are moved away and back, if they are
 * @param cached how many of its guests need their page cache
 */
record HostView(
    Component platform,
    Counter rejuvenating,
    HostOperations operations,
    List<String> lostStates,
    Optional<CrashPath> crashPath,
    LayerAge vmmAge,
    Optional<Rejuvenation> vmmSchedule,
    WaitConditions guestWaits,
    Optional<Evacuation> evacuation,
    int cached) {
  HostView {
    lostStates = List.copyOf(lostStates);
  }

  /** The host runs and nothing is being done to it. */
  Guard up() {
    return platform.in(HostScope.UP);
  }

  /** A planned operation is on. */
  Guard inOperation() {
    return platform.in(
        operations.planned().stream().map(HostOperations.State::state).toArray(String[]::new));
  }

  /** The guests are lost. */
  Guard lost() {
    return platform.in(lostStates.toArray(String[]::new));
  }
}
