package hebe.scenarios.build;

import hebe.models.catalog.Published;
import hebe.models.client.Logging;
import hebe.models.client.Protection.FtTcp;
import hebe.models.client.Protection.Log;
import hebe.models.client.Protection.Place;
import hebe.models.client.Recovery;
import hebe.models.connection.cost.LogPlacement;
import hebe.models.connection.cost.ServiceLoad;
import hebe.models.connection.cost.ServiceLoads;
import hebe.models.connection.wrap.DownPolicy;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.scenarios.read.Variants;
import hebe.sim.law.DelayLaw;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** FT-TCP between the connections of the guests and their failures. */
final class FtTcpTypes {
  private static final double MICROSECOND = 1e-6;

  private static final Key<Recovery> RECOVERY =
      Key.required("recovery", "How a failed guest or service comes back.", recovery());
  private static final Key<Optional<DelayLaw>> UPGRADE =
      Key.optional(
          "upgrade",
          "From the stop of the old guest until the connections go on, when a guest is rejuvenated"
              + " as planned and the new one has booted beside it.",
          Delays.law(),
          "a planned one is recovered like a failed one");
  private static final Key<DownPolicy> WHILE_DOWN =
      Key.defaulted(
          "while-down",
          "What the clients hear meanwhile.",
          Types.choice(
              "down policy",
              List.of(DownPolicy.values()),
              policy -> policy.name().toLowerCase(Locale.ROOT).replace('_', '-')),
          "logged-zero-window");
  private static final Key<Long> BUFFER =
      Key.defaulted(
          "buffer", "What `logged-open` takes in from an upload.", Types.memoryBytes(), "64 KiB");
  private static final Key<Log> LOG =
      Key.defaulted("log", "The log.", log(), "{at: driver-domain}");
  private static final Key<Optional<Double>> REBUILD =
      Key.optional(
          "connection-rebuild",
          "Time to rebuild the TCP state of one connection.",
          Types.durationSeconds(Bounds.notNegative()),
          "as measured on Linux 6.18");
  private static final Key<Cost> LOGGING =
      Key.defaulted(
          "logging-overhead",
          "Share of the work of a guest that the logging costs, which lowers `capacity`: given, or"
              + " computed from what its service does.",
          logging(),
          "0 %");

  private FtTcpTypes() {}

  static Mapping<FtTcp> ftTcp() {
    return Mapping.checked(
        "ft-tcp",
        "FT-TCP on the host of the guests: it keeps connections over failures of a guest or its"
            + " service, not over those of the VMM or the host.",
        v ->
            logging(v)
                .map(
                    costs ->
                        new FtTcp(
                            v.get(RECOVERY),
                            v.get(UPGRADE),
                            v.get(WHILE_DOWN),
                            v.get(BUFFER),
                            v.get(LOG),
                            v.get(REBUILD).orElseGet(FtTcpTypes::measuredRebuildSeconds),
                            costs)),
        RECOVERY,
        UPGRADE,
        WHILE_DOWN,
        BUFFER,
        LOG,
        REBUILD,
        LOGGING);
  }

  /** A cost is known of logs in the driver domain and in the VMM. */
  private static Optional<Logging> logging(Values read) {
    Cost cost = read.get(LOGGING);
    Place place = read.get(LOG).place();
    if (cost.loads().isEmpty()) {
      return Optional.of(new Logging.Given(cost.share()));
    }
    return switch (place) {
      case DRIVER_DOMAIN ->
          Optional.of(new Logging.Computed(cost.loads(), cost.batch(), LogPlacement.DRIVER_DOMAIN));
      case VMM -> Optional.of(new Logging.Computed(cost.loads(), cost.batch(), LogPlacement.VMM));
      case GUEST, OTHER_HOST ->
          read.refuse(
              LOGGING,
              "\"loads\" only with a log in the driver domain or the VMM",
              "one at \"" + place.label() + "\"",
              "write a share, or another \"at\" of the log");
    };
  }

  private static Type<Cost> logging() {
    ServiceLoads services = ServiceLoads.load();
    Key<Map<String, ServiceLoad>> loads =
        Key.required(
            "loads",
            "What the service of each group of guests does.",
            Types.mapOf(
                Types.choice("load of a service", services.names(), name -> name)
                    .map(services::service)));
    Key<Integer> batch =
        Key.defaulted(
            "batch",
            "Records that cross to the log together.",
            Types.integer(1, 1_000_000),
            Integer.toString((int) Published.ftTcp().input("beta").value()));
    Mapping<Cost> computed =
        Mapping.of(
            "logging costs",
            "What the logging costs, computed from cycles where guests have a workload.",
            v -> new Cost(0, v.get(loads), v.get(batch)),
            loads,
            batch);
    Type<Cost> given =
        Types.share(Bounds.closed(0, 0.99)).map(share -> new Cost(share, Map.of(), 1));
    return Types.firstOf(given, computed);
  }

  /** What is said of the cost: a share, or loads. */
  private record Cost(double share, Map<String, ServiceLoad> loads, int batch) {}

  private static double measuredRebuildSeconds() {
    return Published.ftTcp().input("rebuild-t-conn").value() * MICROSECOND;
  }

  private static Type<Recovery> recovery() {
    Key<DelayLaw> replay =
        Key.defaulted("replay", "Time to repeat what is logged.", Delays.law(), "0 s");
    Key<DelayLaw> takeOver =
        Key.required("take-over", "Detection, fence and takeover of the address.", Delays.law());
    Key<Double> lag =
        Key.defaulted(
            "lag",
            "How far the backup is behind.",
            Types.durationSeconds(Bounds.notNegative()),
            "100 ms");
    Key<DelayLaw> restore =
        Key.required("restore", "Detection, fence and restore of the checkpoint.", Delays.law());
    Key<Double> every =
        Key.required("every", "From one checkpoint to the next.", Types.durationSeconds());
    Key<Double> speed =
        Key.defaulted(
            "speed",
            "Seconds of the past that are repeated per second.",
            Types.number(Bounds.positive()),
            "1");
    return Variants.<Recovery>of(
            "recovery of connections", "How a failed guest or service comes back.")
        .with(
            Mapping.of(
                "cold-restart",
                "It restarts as without FT-TCP, then repeats what is logged.",
                v -> new Recovery.ColdRestart(v.get(replay)),
                replay))
        .with(
            Mapping.of(
                "hot-backup",
                "A backup on the same host takes over.",
                v -> new Recovery.HotBackup(v.get(takeOver), v.get(lag)),
                takeOver,
                lag))
        .with(
            Mapping.of(
                "checkpoint",
                "Its last checkpoint is restored, and what was logged since is repeated.",
                v -> new Recovery.FromCheckpoint(v.get(restore), v.get(every), v.get(speed)),
                restore,
                every,
                speed));
  }

  private static Mapping<Log> log() {
    Key<Place> at =
        Key.defaulted(
            "at",
            "Where it is: in the guest it survives the service alone, in the driver domain or the"
                + " VMM also the guest, on another host everything.",
            Types.choice("place of the log", List.of(Place.values()), Place::label),
            "driver-domain");
    Key<Double> fails =
        Key.defaulted(
            "fails",
            "Probability that it is lost in an outage that it should survive.",
            Types.share(),
            "0 %");
    return Mapping.of("log", "The log.", v -> new Log(v.get(at), v.get(fails)), at, fails);
  }
}
