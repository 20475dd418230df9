package hebe.scenarios.connection;

import hebe.models.connection.ConnectionResult;
import hebe.models.connection.OutageEffect;
import hebe.models.connection.tcp.Socket.AbortReason;
import hebe.models.connection.wrap.DownPolicy;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What a client saw of one recovery, in words and numbers. */
public final class RecoveryTables {
  private static final int DIGITS = 5;

  private RecoveryTables() {}

  /** One recovery. */
  public static DataTable one(Seen seen) {
    ConnectionRequest request = seen.request();
    ConnectionResult result = seen.result();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("the server is down for", seconds(request.outageSeconds())));
    rows.add(List.of("connection", fate(result)));
    rows.add(List.of("in service again after", since(seen.normalSeconds(), request)));
    rows.add(
        List.of("first data of the client that is answered after", some(result.resumedSeconds())));
    rows.add(List.of("first new byte for the client after", some(result.heardSeconds())));
    rows.add(
        List.of(
            "longest time without progress",
            result.survived() ? seconds(result.longestSilenceSeconds()) : "-"));
    rows.add(List.of("segments of the client meanwhile", Long.toString(seen.sentMeanwhile())));
    rows.add(List.of("reads repeated", Integer.toString(result.replayedReads())));
    rows.add(List.of("output swallowed", result.swallowedBytes() + " B"));
    rows.add(List.of("most in the log", result.peakLogBytes() + " B"));
    rows.add(List.of("events", Long.toString(result.events())));
    return new DataTable(title(request), List.of("what the client saw", "value"), rows);
  }

  static String title(ConnectionRequest request) {
    String policy =
        request.mode() == ServerMode.PLAIN ? "" : ", " + PolicyWords.label(request.policy());
    return "One recovery: "
        + request.kind().label()
        + ", "
        + request.stack().name()
        + ", "
        + request.mode().label()
        + policy;
  }

  private static String fate(ConnectionResult result) {
    return result
        .lost()
        .map(reason -> "lost at " + seconds(result.endSeconds()) + ": " + words(reason))
        .orElse(result.completed() ? "completed" : "survived");
  }

  static String words(AbortReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String since(OptionalDouble at, ConnectionRequest request) {
    return at.isPresent() ? seconds(at.getAsDouble() - request.atSeconds()) : "never";
  }

  private static String some(OptionalDouble value) {
    return value.isPresent() ? seconds(value.getAsDouble()) : "-";
  }

  static String seconds(double value) {
    return Numbers.significant(value, DIGITS) + " s";
  }

  /** The same outage under each policy, in closed form and simulated. */
  public static DataTable policies(ConnectionRequest request) {
    List<List<String>> rows = new ArrayList<>();
    for (DownPolicy policy : DownPolicy.values()) {
      ConnectionRequest same = request.with(policy);
      OutageEffect effect = same.effect();
      boolean survives = effect.survives(request.kind().waiting(), request.outageSeconds());
      Seen seen = Seen.of(same);
      rows.add(
          List.of(
              PolicyWords.numbered(policy),
              survives ? "yes" : "no",
              computed(request, effect, survives),
              seen.result().survived() ? "yes" : "no",
              simulated(seen)));
    }
    return new DataTable(
        "The same outage under each policy; closed form for one segment under way when the server stops",
        List.of("policy", "survives", "stall", "simulated survives", "simulated stall"),
        rows);
  }

  private static String simulated(Seen seen) {
    ConnectionResult result = seen.result();
    if (seen.request().kind() != ClientKind.UPLOAD) {
      return some(result.heardSeconds());
    }
    return seen.request().policy() == DownPolicy.LOGGED_OPEN
        ? seconds(result.longestSilenceSeconds())
        : some(result.resumedSeconds());
  }

  private static String computed(ConnectionRequest request, OutageEffect effect, boolean survives) {
    if (!survives || request.kind() == ClientKind.IDLE) {
      return "-";
    }
    return seconds(
        request.kind() == ClientKind.DOWNLOAD
            ? effect.downloadStallSeconds(request.outageSeconds())
            : effect.uploadStallSeconds(request.outageSeconds()));
  }
}
