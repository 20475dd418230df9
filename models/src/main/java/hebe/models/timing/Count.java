package hebe.models.timing;

import hebe.sim.result.Provenance;

/**
 * How often something happens in a piece of native work.
 *
 * @param times value and bounds, none below 0; a mean, so it need not be whole
 * @param provenance how it is known
 * @param source publication, or Hebe for an estimate of the project, or the place in a scenario
 * @param note the derivation or a remark
 */
public record Count(Bounds times, Provenance provenance, String source, String note) {
  public Count {
    if (times.low() < 0) {
      throw new IllegalArgumentException("a count is at least 0; got " + times.low());
    }
  }
}
