package hebe.models.modes;

import hebe.models.migration.UniformFormulas;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;

/**
 * A live migration of the running system, as it is seen at the scale of operation.
 *
 * @param live how long it serves on while its memory is copied
 * @param stop how long it then stands still
 */
public record Move(DelayLaw live, DelayLaw stop) {
  /** The move that a pre-copy of a memory makes. */
  public static Move of(UniformFormulas preCopy) {
    double stop = preCopy.downtimeSeconds();
    return new Move(
        new Deterministic(Math.max(0, preCopy.durationSeconds() - stop)), new Deterministic(stop));
  }
}
