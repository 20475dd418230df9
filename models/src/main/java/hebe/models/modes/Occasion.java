package hebe.models.modes;

import hebe.models.policy.ModePolicy.Reason;
import hebe.models.policy.Window;
import hebe.sim.law.DelayLaw;
import java.util.Optional;

/** Something that comes up now and then and is done in another way with a VMM than without. */
public sealed interface Occasion {
  /** The reason that it is for a VMM. */
  Reason reason();

  /**
   * Work on the machine. With a VMM the system moves to another machine and back; without, it is
   * down for the work and boots.
   *
   * @param every from the end of one, or the start, to the next
   * @param lasts duration of the work
   * @param move each way
   */
  record Maintenance(DelayLaw every, DelayLaw lasts, Move move) implements Occasion {
    @Override
    public Reason reason() {
      return Reason.MAINTENANCE;
    }
  }

  /**
   * A change of the system. With a VMM it is patched while it runs; without, it boots.
   *
   * @param every from the end of one, or the start, to the next
   * @param lasts duration of the patching, in which the system serves
   * @param stop how long it stands still at the end of it
   */
  record Update(DelayLaw every, DelayLaw lasts, DelayLaw stop) implements Occasion {
    @Override
    public Reason reason() {
      return Reason.UPDATE;
    }
  }

  /**
   * Saving the state of the system. With a VMM the whole state is saved while the system stands
   * still, and a crash loses the work since; without, results are saved at the end of each job, in
   * no time.
   *
   * @param every from the end of one, or a boot, to the next
   * @param save duration of one
   * @param restore duration of reading the state back after a crash
   * @param job from the begin of a job, or a boot, to its end
   */
  record Checkpoints(DelayLaw every, DelayLaw save, DelayLaw restore, DelayLaw job)
      implements Occasion {
    @Override
    public Reason reason() {
      return Reason.CHECKPOINTS;
    }
  }

  /**
   * A detector of failures of the machine that come. With a VMM one acts on an alarm; without, one
   * cannot.
   *
   * @param detection probability, in (0, 1], that a failure is announced
   * @param lead from the alarm to the failure
   * @param falseAlarm from one false alarm that was answered to the next; empty for none
   * @param act what is done
   */
  record Suspicion(double detection, DelayLaw lead, Optional<DelayLaw> falseAlarm, Act act)
      implements Occasion {
    public Suspicion {
      if (!(detection > 0 && detection <= 1)) {
        throw new IllegalArgumentException(
            "a detection has a probability above 0 and at most 1; got " + detection);
      }
    }

    @Override
    public Reason reason() {
      return Reason.SUSPICION;
    }
  }

  /** What is done about a suspected failure. */
  sealed interface Act {
    /**
     * The system moves away, the machine is inspected and put right, and the system moves back.
     *
     * @param move each way
     * @param lasts time that the machine needs meanwhile
     */
    record Evacuate(Move move, DelayLaw lasts) implements Act {}

    /**
     * The state is saved.
     *
     * @param save duration
     */
    record Save(DelayLaw save) implements Act {}
  }

  /**
   * Further guests on the VMM; without one they are not served.
   *
   * @param guests how many there are, at least 1
   * @param demand when each wants to be there
   */
  record Hosting(int guests, Demand demand) implements Occasion {
    public Hosting {
      if (guests < 1) {
        throw new IllegalArgumentException("hosting needs a guest; got " + guests);
      }
    }

    @Override
    public Reason reason() {
      return Reason.HOSTING;
    }
  }

  /** When a guest wants to be there. */
  sealed interface Demand {
    /**
     * Now and then.
     *
     * @param absent how long it does not
     * @param stay how long it does then
     */
    record Now(DelayLaw absent, DelayLaw stay) implements Demand {}

    /**
     * By the calendar.
     *
     * @param window while it is open
     */
    record Calendar(Window window) implements Demand {}
  }
}
