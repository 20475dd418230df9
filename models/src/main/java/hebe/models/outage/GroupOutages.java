package hebe.models.outage;

import hebe.sim.result.Cause;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Downtime and number of the outages of all members of a group together, counted or expected.
 *
 * @param all of every cause
 * @param byCause by the name of the cause; one that is not there has none
 */
public record GroupOutages(OutageTotals.Part all, Map<String, OutageTotals.Part> byCause) {
  public GroupOutages {
    byCause = Collections.unmodifiableMap(new LinkedHashMap<>(byCause));
  }

  /** Those due to one cause. */
  OutageTotals.Part by(Cause cause) {
    return byCause.getOrDefault(cause.name(), new OutageTotals.Part(0, 0));
  }
}
