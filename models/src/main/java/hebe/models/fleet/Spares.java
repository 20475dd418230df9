package hebe.models.fleet;

import hebe.sim.law.DelayLaw;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Spare hosts that the hosts of a group share: machines like theirs with a VMM and no guests. One
 * takes the guests of one host at a time.
 *
 * @param count at least 1
 * @param crash from the arrival of a host's guests to the failure of the spare host; empty if it
 *     fails by the laws of hardware and VMM, as new whenever it is taken
 * @param repair from its failure until it can be taken again
 * @param memoryGib its memory, if that is not the hosts'
 */
public record Spares(
    int count, Optional<DelayLaw> crash, DelayLaw repair, OptionalDouble memoryGib) {
  public Spares {
    if (count < 1) {
      throw new IllegalArgumentException("there is at least one spare host; got " + count);
    }
  }
}
