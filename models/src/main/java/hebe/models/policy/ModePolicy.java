package hebe.models.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** In which mode a host runs that can put a VMM under itself and take it away again. */
public sealed interface ModePolicy {
  /** Whether what comes up for a reason is done with the help of a VMM. */
  boolean virtualFor(Reason reason);

  /** Why a VMM is wanted under a running system. */
  enum Reason {
    /** Work on the machine, while the system runs on another one. */
    MAINTENANCE,
    /** A change of the running system. */
    UPDATE,
    /** A copy of the running system's state. */
    CHECKPOINTS,
    /** A failure of the machine that is suspected to come. */
    SUSPICION,
    /** Further guests. */
    HOSTING
  }

  /** An unchanged system on the bare machine, without a VMM at hand. */
  record AlwaysNative() implements ModePolicy {
    @Override
    public boolean virtualFor(Reason reason) {
      return false;
    }
  }

  /** The system always runs on a VMM, as its control domain. */
  record AlwaysVirtual() implements ModePolicy {
    @Override
    public boolean virtualFor(Reason reason) {
      return true;
    }
  }

  /**
   * Native, with a VMM under it only while there is a reason.
   *
   * @param reasons that count; what comes up for another one is done as without a VMM
   * @param window while it is open the VMM is wanted, whatever else there is; empty for none
   */
  record WhenNeeded(Set<Reason> reasons, Optional<Window> window) implements ModePolicy {
    public WhenNeeded {
      if (reasons.isEmpty() && window.isEmpty()) {
        throw new IllegalArgumentException(
            "a mode: expected a reason or a window to be virtual in, got none");
      }
      Set<Reason> ordered = EnumSet.noneOf(Reason.class);
      ordered.addAll(reasons);
      reasons = Collections.unmodifiableSet(ordered);
    }

    @Override
    public boolean virtualFor(Reason reason) {
      return reasons.contains(reason);
    }
  }
}
