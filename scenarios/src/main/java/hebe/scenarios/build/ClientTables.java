package hebe.scenarios.build;

import hebe.models.catalog.Published;
import hebe.models.client.Logging;
import hebe.models.client.OpenConnections;
import hebe.models.client.OutageMeaning;
import hebe.models.client.Population;
import hebe.models.client.Protection;
import hebe.models.connection.cost.ServiceLoads;
import hebe.models.connection.tcp.RetrySchedule;
import hebe.models.connection.tcp.Stacks;
import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.policy.Policy;
import hebe.models.timing.Bounds;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the clients of a scenario are, and what outages of some lengths mean for each kind. */
final class ClientTables {
  private static final List<Double> OUTAGES =
      List.of(0.3, 1.0, 5.0, 30.0, 60.0, 300.0, 1800.0, 7200.0);
  private static final int DIGITS = 3;

  private ClientTables() {}

  /** The tables, in order; none without clients. */
  static List<DataTable> of(Scenario scenario) {
    List<DataTable> tables = new ArrayList<>();
    if (!scenario.clients().isEmpty()) {
      tables.add(populations(scenario));
    }
    for (Population clients : scenario.datacenter().clients()) {
      tables.add(meanings(clients, new Protection.PlainTcp(), "plain TCP"));
      for (Policy policy : scenario.policyList()) {
        if (policy.protection() instanceof Protection.FtTcp) {
          tables.add(meanings(clients, policy.protection(), "policy " + policy.name()));
        }
      }
    }
    FtTcpTable.of(scenario.policyList()).ifPresent(tables::add);
    logging(scenario).ifPresent(tables::add);
    return tables;
  }

  /** What logging costs the guests; empty if nothing. */
  private static Optional<DataTable> logging(Scenario scenario) {
    List<List<String>> rows = new ArrayList<>();
    for (Policy policy : scenario.policyList()) {
      for (HostGroup host : scenario.datacenter().hosts()) {
        host.guests().forEach(guests -> logging(policy, host, guests).ifPresent(rows::add));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataTable(
                "What logging costs the guests",
                List.of("policy", "guests", "share lost [%]", "range [%]", "origin", "verified"),
                rows));
  }

  private static Optional<List<String>> logging(Policy policy, HostGroup host, GuestGroup guests) {
    Logging logging = policy.protection().logging();
    if (logging instanceof Logging.Given given) {
      return given.share() == 0
          ? Optional.empty()
          : Optional.of(
              List.of(policy.name(), guests.name(), percent(given.share()), "-", "given", "no"));
    }
    Logging.Computed computed = (Logging.Computed) logging;
    return computed
        .cost(guests.name(), host.execution())
        .map(
            cost -> {
              Bounds share = cost.overhead(computed.batch());
              String load = cost.load().name() + ", batches of " + computed.batch();
              return List.of(
                  policy.name(),
                  guests.name(),
                  percent(share.value()),
                  percent(share.low()) + " to " + percent(share.high()),
                  "derived: load " + load,
                  cost.unverified().isEmpty()
                          && ServiceLoads.load().unverified(cost.load().name()).isEmpty()
                      ? "yes"
                      : "no");
            });
  }

  private static String percent(double share) {
    return Numbers.significant(100 * share, DIGITS);
  }

  private static DataTable populations(Scenario scenario) {
    Stacks stacks = Stacks.load(Published.ftTcp());
    List<List<String>> rows = new ArrayList<>();
    for (Population clients : scenario.datacenter().clients()) {
      RetrySchedule retries = RetrySchedule.silent(clients.stack(), clients.rtoSeconds());
      String stack = clients.stack().name();
      rows.add(
          List.of(
              clients.name(),
              clients.guests(),
              open(clients.open()),
              stack,
              seconds(clients.roundTripSeconds()),
              seconds(clients.rtoSeconds()),
              seconds(retries.lastTrySeconds()),
              seconds(retries.abortSeconds()),
              Double.isInfinite(clients.habits().timeoutSeconds())
                  ? "-"
                  : seconds(clients.habits().timeoutSeconds()),
              stacks.verified(stack, List.copyOf(stacks.values(stack).keySet())) ? "yes" : "no"));
    }
    return new DataTable(
        "Clients; RTO, last try and abort derived from the stack",
        List.of(
            "clients",
            "guests",
            "open per guest",
            "stack",
            "round trip [s]",
            "RTO [s]",
            "last try [s]",
            "gives up [s]",
            "time-out [s]",
            "verified"),
        rows);
  }

  private static String open(OpenConnections open) {
    return (open.random() ? "random, mean " : "") + Numbers.significant(open.mean(), DIGITS + 1);
  }

  private static DataTable meanings(Population clients, Protection protection, String under) {
    List<String> header = new ArrayList<>(List.of("in the outage", "connection"));
    OUTAGES.forEach(length -> header.add(Shown.duration(length)));
    List<List<String>> rows = new ArrayList<>();
    for (OutageMeaning meaning : OutageMeaning.of(clients, protection, OUTAGES)) {
      List<String> row = new ArrayList<>(List.of(meaning.server(), meaning.connection()));
      meaning.fates().forEach(fate -> row.add(fate(fate)));
      rows.add(row);
    }
    return new DataTable(
        "What an outage means for " + clients.name() + " under " + under + ": stall, or loss [s]",
        header,
        rows);
  }

  private static String fate(OutageMeaning.Fate fate) {
    String wait = fate.waitSeconds() > 0 ? " " + seconds(fate.waitSeconds()) : "";
    if (fate.lost() >= 1) {
      return "lost" + wait;
    }
    return fate.lost() > 0
        ? Numbers.significant(100 * fate.lost(), DIGITS) + " % lost"
        : wait.isEmpty() ? "nothing" : "stall" + wait;
  }

  private static String seconds(double seconds) {
    return Numbers.significant(seconds, DIGITS);
  }
}
