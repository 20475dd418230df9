package hebe.models.timing;

import hebe.sim.result.Provenance;

/**
 * What one event costs, in cycles of the core.
 *
 * @param cycles value and bounds, none below 0
 * @param provenance how it is known
 * @param source publication, or Hebe for an estimate of the project
 * @param note the arithmetic or a remark
 */
public record Cost(Bounds cycles, Provenance provenance, String source, String note) {
  public Cost {
    if (cycles.low() < 0) {
      throw new IllegalArgumentException("a cost is at least 0 cycles; got " + cycles.low());
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("a cost needs a source");
    }
  }

  /** Whether it may take part in a result that is called validated. */
  public boolean verified() {
    return provenance.verified();
  }
}
