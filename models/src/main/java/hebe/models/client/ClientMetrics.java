package hebe.models.client;

import hebe.models.outage.Metrics;
import hebe.sim.result.MetricId;
import hebe.sim.study.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * The metrics of clients, in the fixed order of the result files: for {@code all} and each group of
 * guests with clients, the availability that clients perceive, their stalls, and the connections
 * and requests that are lost in a year of 365 days. Definitions: docs/models.md#clients.
 */
public final class ClientMetrics {
  /** Share of the time of connections in which nobody waits for the server in vain. */
  public static final String AVAILABILITY = "client-availability";

  /** Mean stall of the connections that survive one. */
  public static final String STALL = "client-stall";

  /** Connections that are lost. */
  public static final String LOST = "connections-lost-per-year";

  /** Requests and transfers that fail. */
  public static final String FAILED = "requests-failed-per-year";

  private static final List<Integer> PERCENTILES = List.of(50, 95, 99);

  private final ClientModel clients;
  private final List<String> causes;

  /**
   * The metrics of these clients.
   *
   * @param causes the names of all causes of outages, in order
   */
  public ClientMetrics(ClientModel clients, List<String> causes) {
    this.clients = clients;
    this.causes = List.copyOf(causes);
  }

  /** What is measured, in order; nothing without clients. */
  public List<Measure> measures() {
    List<Measure> measures = new ArrayList<>();
    for (String group : clients.groups()) {
      measures.add(Measure.mean(MetricId.total(AVAILABILITY, group, "1")));
      measures.add(Measure.ratio(MetricId.total(STALL, group, "s")));
      for (int percent : PERCENTILES) {
        measures.add(Measure.ratio(MetricId.total(STALL + "-p" + percent, group, "s")));
      }
      measures.add(Measure.mean(MetricId.total(LOST, group, "1/year")));
      causes.forEach(
          cause -> measures.add(Measure.mean(MetricId.byCause(LOST, group, cause, "1/year"))));
      measures.add(Measure.mean(MetricId.total(FAILED, group, "1/year")));
    }
    return measures;
  }

  /** The values of one replication, in the order of {@link #measures}. */
  public List<Measure.Value> values(ClientRecorder recorder, double horizonSeconds) {
    List<Measure.Value> values = new ArrayList<>();
    for (String group : clients.groups()) {
      ClientTally tally = new ClientTally();
      clients.parts(group).forEach(part -> tally.add(recorder.tally(part)));
      double years = clients.members(group) * horizonSeconds / Metrics.YEAR_SECONDS;
      double connected = clients.meanOpen(group) * horizonSeconds;
      StallHistogram stalls = tally.stalls();
      double waited = connected > 0 ? tally.waitedSeconds() / connected : 0;
      values.add(Measure.Value.of(1 - waited));
      values.add(new Measure.Value(stalls.sumSeconds(), stalls.count()));
      for (int percent : PERCENTILES) {
        double found = stalls.count() > 0 ? 1 : 0;
        values.add(new Measure.Value(stalls.quantileSeconds(percent / 100.0), found));
      }
      values.add(Measure.Value.of(tally.lost() / years));
      for (String cause : causes) {
        double lost = 0;
        for (String part : clients.parts(group)) {
          lost += recorder.lost(part, cause);
        }
        values.add(Measure.Value.of(lost / years));
      }
      values.add(Measure.Value.of(tally.failedRequests() / years));
    }
    return values;
  }

  /** As many values that say nothing. */
  public List<Measure.Value> unknown() {
    return measures().stream().map(measure -> new Measure.Value(0, 0)).toList();
  }
}
