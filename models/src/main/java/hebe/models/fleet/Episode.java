package hebe.models.fleet;

import hebe.models.modes.Move;
import hebe.models.modes.Occasion;
import hebe.models.policy.ModePolicy;
import hebe.sim.law.DelayLaw;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done, phase by phase, when an occasion comes up.
 *
 * @param occasion what came up
 * @param virtual whether it needs the VMM; otherwise it ends with a boot
 * @param phases one after another; at least one
 */
record Episode(Occasion occasion, boolean virtual, List<Phase> phases) {
  Episode {
    phases = List.copyOf(phases);
  }

  /**
   * One phase.
   *
   * @param state name of the state of the platform
   * @param lasts its duration
   * @param serves whether the system serves meanwhile
   * @param away whether the machine may fail without harm meanwhile
   */
  record Phase(String state, DelayLaw lasts, boolean serves, boolean away) {
    private static Phase up(String state, DelayLaw lasts) {
      return new Phase(state, lasts, true, false);
    }

    private static Phase down(String state, DelayLaw lasts) {
      return new Phase(state, lasts, false, false);
    }
  }

  /** Its name, which is that of its cause, too. */
  String name() {
    return name(occasion);
  }

  /** The name of what is done for an occasion. */
  static String name(Occasion occasion) {
    return switch (occasion.reason()) {
      case MAINTENANCE -> "maintenance";
      case UPDATE -> "update";
      case CHECKPOINTS -> "checkpoint";
      case SUSPICION -> "suspicion";
      case HOSTING -> "hosting";
    };
  }

  /** Which of several goes first; higher first. */
  int priority() {
    return switch (occasion.reason()) {
      case MAINTENANCE -> 5;
      case SUSPICION -> 4;
      case UPDATE -> 3;
      case CHECKPOINTS -> 2;
      case HOSTING -> 1;
    };
  }

  /** Whether it saves the work that was done. */
  boolean saves() {
    return occasion instanceof Occasion.Checkpoints
        || (occasion instanceof Occasion.Suspicion suspicion
            && suspicion.act() instanceof Occasion.Act.Save);
  }

  /**
   * Those of a host under a policy; an occasion that nothing is done about has none.
   *
   * @param boot duration of a boot
   */
  static List<Episode> of(List<Occasion> occasions, ModePolicy policy, DelayLaw boot) {
    List<Episode> all = new ArrayList<>();
    for (Occasion occasion : occasions) {
      boolean virtual = policy.virtualFor(occasion.reason());
      List<Phase> phases = virtual ? onVmm(occasion) : withoutVmm(occasion, boot);
      if (!phases.isEmpty()) {
        all.add(new Episode(occasion, virtual, phases));
      }
    }
    return all;
  }

  private static List<Phase> onVmm(Occasion occasion) {
    String name = name(occasion);
    if (occasion instanceof Occasion.Maintenance work) {
      return thereAndBack(name, work.move(), work.lasts());
    }
    if (occasion instanceof Occasion.Update update) {
      Phase patch = Phase.up(name, update.lasts());
      return update.stop().meanSeconds() > 0
          ? List.of(patch, Phase.down(name + "-stop", update.stop()))
          : List.of(patch);
    }
    if (occasion instanceof Occasion.Checkpoints checkpoints) {
      return List.of(Phase.down(name, checkpoints.save()));
    }
    if (occasion instanceof Occasion.Suspicion suspicion) {
      if (suspicion.act() instanceof Occasion.Act.Evacuate evacuate) {
        return thereAndBack(name, evacuate.move(), evacuate.lasts());
      }
      return List.of(Phase.down(name, ((Occasion.Act.Save) suspicion.act()).save()));
    }
    return List.of();
  }

  private static List<Phase> thereAndBack(String name, Move move, DelayLaw lasts) {
    return List.of(
        Phase.up(name + "-leaving", move.live()),
        Phase.down(name + "-stop", move.stop()),
        new Phase(name + "-away", lasts, true, true),
        Phase.up(name + "-returning", move.live()),
        Phase.down(name + "-last-stop", move.stop()));
  }

  private static List<Phase> withoutVmm(Occasion occasion, DelayLaw boot) {
    String name = name(occasion);
    if (occasion instanceof Occasion.Maintenance work) {
      return List.of(Phase.down(name, work.lasts()), Phase.down(name + "-boot", boot));
    }
    return occasion instanceof Occasion.Update
        ? List.of(Phase.down(name + "-boot", boot))
        : List.of();
  }
}
