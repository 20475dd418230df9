package hebe.scenarios.cli;

import hebe.models.catalog.Published;
import hebe.models.connection.tcp.LinkSettings;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.tcp.Stacks;
import hebe.models.connection.wrap.DownPolicy;
import hebe.reports.number.Numbers;
import hebe.scenarios.connection.ClientKind;
import hebe.scenarios.connection.ConnectionRequest;
import hebe.scenarios.connection.Mix;
import hebe.scenarios.connection.PolicyWords;
import hebe.scenarios.connection.ServerMode;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Types;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** Which connection is meant, and what happens to it. */
final class ConnectionOptions {
  private static final double LEAST_SECONDS = 0.001;
  private static final double MOST_SECONDS = 10_000;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      defaultValue = "linux",
      description = "TCP of the client; see hebe list stacks; ${DEFAULT-VALUE} without it.")
  private String stack;

  @Option(
      names = "--client",
      paramLabel = "KIND",
      defaultValue = "upload",
      description =
          "What it does: upload, download, request-response or idle; ${DEFAULT-VALUE} without it.")
  private String client;

  @Option(
      names = "--mode",
      paramLabel = "NAME",
      defaultValue = "ft-tcp-cold",
      description =
          "How the server comes back: plain, ft-tcp-cold, hot-backup, checkpoint or upgrade; ${DEFAULT-VALUE} without it.")
  private String mode;

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      defaultValue = "silent",
      description =
          "What the client hears meanwhile: silent (P0), zero-window (P1), logged-zero-window (P2) or logged-open (P3); ${DEFAULT-VALUE} without it.")
  private String policy;

  @Option(
      names = "--outage",
      paramLabel = "TIME",
      defaultValue = "3 s",
      description =
          "From the failure until the next machine can take over; \"${DEFAULT-VALUE}\" without it.")
  private String outage;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      defaultValue = "2.05 s",
      description = "When the server fails; \"${DEFAULT-VALUE}\" without it.")
  private String at;

  @Option(
      names = "--rtt",
      paramLabel = "TIME",
      defaultValue = "1 ms",
      description = "Round trip between client and server; \"${DEFAULT-VALUE}\" without it.")
  private String roundTrip;

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      description = "Rate of the path, for example \"100 MB/s\"; without it segments take none.")
  private Optional<String> rate;

  @Option(
      names = "--loss",
      paramLabel = "SHARE",
      defaultValue = "0 %",
      description = "Share of segments that the path loses; \"${DEFAULT-VALUE}\" without it.")
  private String loss;

  @Option(
      names = "--patience",
      paramLabel = "TIME",
      description = "After which the client's program gives up by itself; never without it.")
  private Optional<String> patience;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of what the path loses; ${DEFAULT-VALUE} without it.")
  private long seed;

  @Option(
      names = "--mix",
      paramLabel = "KIND=SHARE",
      description =
          "Share of a kind of client in the picture of survival, for -o; repeated until the shares add up to 100 %%; equal shares without it.")
  private Map<String, String> shares = Map.of();

  /** What is asked for, if it can be. */
  ConnectionRequest request() throws InputException {
    OptionValue read = new OptionValue();
    Stacks known = stacksOf();
    Optional<String> name =
        read.read("--stack", stack, Types.choice("stack", known.names(), each -> each));
    Optional<ClientKind> kind = kind(read, "--client", client);
    Optional<ServerMode> how =
        read.read(
            "--mode", mode, Types.choice("mode", List.of(ServerMode.values()), ServerMode::label));
    Optional<DownPolicy> hears =
        read.read(
            "--policy",
            PolicyWords.named(policy),
            Types.choice("policy", List.of(DownPolicy.values()), PolicyWords::label));
    Optional<Double> down = seconds(read, "--outage", outage);
    Optional<Double> fails = seconds(read, "--at", at);
    Optional<Double> patient = patience.flatMap(text -> seconds(read, "--patience", text));
    Optional<LinkSettings> link = link(read);
    read.finish();
    return new ConnectionRequest(
        known.stack(name.orElseThrow()),
        kind.orElseThrow(),
        how.orElseThrow(),
        hears.orElseThrow(),
        fails.orElseThrow(),
        down.orElseThrow(),
        link.orElseThrow(),
        patient.map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
        seed);
  }

  private Optional<LinkSettings> link(OptionValue read) {
    Optional<Double> trip =
        read.read("--rtt", roundTrip, Types.durationSeconds(Bounds.closed(1e-6, 100)));
    Optional<Double> lost = read.read("--loss", loss, Types.share(Bounds.closed(0, 0.9)));
    Optional<Double> bytes =
        rate.isEmpty()
            ? Optional.of(Double.POSITIVE_INFINITY)
            : read.read("--rate", rate.get(), Types.bytesPerSecond());
    return trip.flatMap(
        seconds ->
            lost.flatMap(
                share ->
                    bytes.map(
                        perSecond -> new LinkSettings(seconds / 2, perSecond, share, 0, 0, 0))));
  }

  /**
   * What the clients of the server do.
   *
   * @param drawn whether there is a picture of them
   */
  Mix mix(boolean drawn) throws InputException {
    if (shares.isEmpty()) {
      return Mix.EVEN;
    }
    OptionValue read = new OptionValue();
    Map<ClientKind, Double> mix = new EnumMap<>(ClientKind.class);
    shares.forEach(
        (name, share) ->
            kind(read, "--mix", name)
                .ifPresent(
                    kind ->
                        read.read("--mix " + name, share, Types.share(Bounds.closed(0, 1)))
                            .ifPresent(value -> mix.put(kind, value))));
    read.finish();
    double sum = mix.values().stream().mapToDouble(share -> share).sum();
    if (!(Math.abs(sum - 1) <= Mix.TOLERANCE)) {
      read.refuse(
          "--mix",
          "shares with a sum of 100 %",
          Numbers.significant(100 * sum, 6) + " %",
          "write for example \"--mix 'request-response=70 %' --mix 'idle=30 %'\"");
    }
    if (!drawn) {
      read.refuse(
          "--mix", "-o beside it, whose picture of survival it is for", "none", "add \"-o DIR\"");
    }
    read.finish();
    return new Mix(mix);
  }

  private static Optional<ClientKind> kind(OptionValue read, String option, String text) {
    return read.read(
        option,
        text,
        Types.choice("kind of client", List.of(ClientKind.values()), ClientKind::label));
  }

  private static Optional<Double> seconds(OptionValue read, String option, String text) {
    return read.read(
        option, text, Types.durationSeconds(Bounds.closed(LEAST_SECONDS, MOST_SECONDS)));
  }

  private static Stacks stacksOf() {
    return Stacks.load(Published.ftTcp());
  }

  /** All stacks that ship with Hebe. */
  static List<Stack> stacks() {
    Stacks known = stacksOf();
    return known.names().stream().map(known::stack).toList();
  }
}
