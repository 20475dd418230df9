package hebe.scenarios.build;

import hebe.models.catalog.Published;
import hebe.models.client.Logging;
import hebe.models.client.Protection.FtTcp;
import hebe.models.client.Protection.Log;
import hebe.models.client.Protection.Place;
import hebe.models.client.Recovery;
import hebe.models.connection.wrap.DownPolicy;
import hebe.models.policy.Policy;
import hebe.reports.table.DataTable;
import hebe.sim.law.DelayLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What each policy says of FT-TCP: every value with its range and where it is from. A value that
 * equals the default is called the default, whoever wrote it.
 */
final class FtTcpTable {
  private static final double MICROSECOND = 1e-6;
  private static final String GIVEN = "given";
  private static final String DEFAULT = "default";

  private final String policy;
  private final List<List<String>> rows;

  private FtTcpTable(String policy, List<List<String>> rows) {
    this.policy = policy;
    this.rows = rows;
  }

  /** The table; empty if no policy has FT-TCP. */
  static Optional<DataTable> of(List<Policy> policies) {
    List<List<String>> rows = new ArrayList<>();
    for (Policy policy : policies) {
      if (policy.protection() instanceof FtTcp wrap) {
        new FtTcpTable(policy.name(), rows).add(wrap);
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DataTable("FT-TCP", List.of("policy", "what", "value", "range", "origin"), rows));
  }

  private void add(FtTcp wrap) {
    recovery(wrap.recovery());
    row(
        "upgrade",
        wrap.upgrade().map(DelayLaw::describe).orElse("recovered like a failed one"),
        wrap.upgrade().isPresent() ? GIVEN : DEFAULT);
    row(
        "while-down",
        wrap.whileDown().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        origin(wrap.whileDown() == DownPolicy.LOGGED_ZERO_WINDOW));
    if (wrap.whileDown() == DownPolicy.LOGGED_OPEN) {
      row("buffer", wrap.bufferBytes() + " bytes", origin(wrap.bufferBytes() == 64 * 1024));
    }
    log(wrap.log());
    rebuild(wrap.connectionSeconds());
    logging(wrap.logging());
  }

  private void recovery(Recovery recovery) {
    if (recovery instanceof Recovery.ColdRestart cold) {
      row("recovery", "cold-restart: as without FT-TCP, then replay", GIVEN);
      row("replay", cold.replay().describe(), origin(cold.replay().meanSeconds() == 0));
    } else if (recovery instanceof Recovery.HotBackup hot) {
      row("recovery", "hot-backup on the same host", GIVEN);
      row("take-over", hot.takeOver().describe(), GIVEN);
      row("lag", Shown.seconds(hot.lagSeconds()), origin(hot.lagSeconds() == 0.1));
    } else if (recovery instanceof Recovery.FromCheckpoint from) {
      row("recovery", "checkpoint: its restore, then replay", GIVEN);
      row("restore", from.restore().describe(), GIVEN);
      row("checkpoint every", Shown.seconds(from.periodSeconds()), GIVEN);
      row("replay speed", Shown.number(from.speed()) + " s per second", origin(from.speed() == 1));
    }
  }

  private void log(Log log) {
    row("log at", log.place().label(), origin(log.place() == Place.DRIVER_DOMAIN));
    row("log fails", percent(log.failing()), origin(log.failing() == 0));
  }

  private void rebuild(double seconds) {
    Published.Figure measured = Published.ftTcp().input("rebuild-t-conn");
    boolean isDefault = seconds == measured.value() * MICROSECOND;
    rows.add(
        List.of(
            policy,
            "connection-rebuild",
            Shown.seconds(seconds),
            isDefault
                ? Shown.seconds(measured.low().orElse(measured.value()) * MICROSECOND)
                    + " .. "
                    + Shown.seconds(measured.high().orElse(measured.value()) * MICROSECOND)
                : "",
            isDefault
                ? "default: "
                    + measured.provenance().label()
                    + (measured.verified() ? "" : ", unverified")
                : GIVEN));
  }

  private void logging(Logging logging) {
    if (logging instanceof Logging.Given given) {
      row("logging share", percent(given.share()), origin(given.share() == 0));
    } else if (logging instanceof Logging.Computed computed) {
      row(
          "records that cross together",
          Integer.toString(computed.batch()),
          origin(computed.batch() == (int) Published.ftTcp().input("beta").value()));
      computed
          .loads()
          .forEach(
              (guests, load) -> row("load of " + guests, load.name() + "; its share below", GIVEN));
    }
  }

  private void row(String what, String value, String origin) {
    rows.add(List.of(policy, what, value, "", origin));
  }

  private static String origin(boolean isDefault) {
    return isDefault ? DEFAULT : GIVEN;
  }

  private static String percent(double share) {
    return Shown.number(100 * share) + " %";
  }
}
