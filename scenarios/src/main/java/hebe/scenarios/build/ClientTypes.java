package hebe.scenarios.build;

import hebe.models.catalog.Published;
import hebe.models.client.ConnectionKind;
import hebe.models.client.OpenConnections;
import hebe.models.client.Population;
import hebe.models.client.Population.Habits;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.tcp.Stack.KeepAlive;
import hebe.models.connection.tcp.Stacks;
import hebe.scenarios.read.Bounds;
import hebe.scenarios.read.Key;
import hebe.scenarios.read.Located;
import hebe.scenarios.read.Mapping;
import hebe.scenarios.read.Type;
import hebe.scenarios.read.Types;
import hebe.scenarios.read.Values;
import hebe.scenarios.read.Variants;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The clients of the guests and their connections. */
final class ClientTypes {
  private static final Stacks STACKS = Stacks.load(Published.ftTcp());
  private static final Type<Double> CONNECTIONS =
      Types.number(Bounds.closed(0, OpenConnections.MOST));

  private static final Key<String> NAME =
      Key.required("name", "Name of these clients.", Types.identifier());
  private static final Key<String> GUESTS =
      Key.required(
          "guests",
          "The group of guests that they are clients of; each guest has clients of its own.",
          Types.identifier());
  private static final Key<OpenConnections> OPEN =
      Key.required(
          "open", "How many connections each guest has open when an outage begins.", open());
  private static final Key<Map<ConnectionKind, Double>> CONNECTED =
      Key.required("connections", "What they are used for.", kinds());
  private static final Key<String> STACK =
      Key.defaulted(
          "stack",
          "The clients' TCP.",
          Types.choice("TCP stack", STACKS.names(), name -> name),
          "linux");
  private static final Key<Double> DELAY =
      Key.required(
          "delay",
          "Delay of the path between client and server, one way.",
          Types.durationSeconds());
  private static final Key<Optional<Double>> RTO =
      Key.optional(
          "rto",
          "Retransmission timeout of a client when an outage begins.",
          Types.durationSeconds(),
          "computed from `stack` and `delay`");
  private static final Key<Optional<Double>> TIMEOUT =
      Key.optional(
          "timeout",
          "How long a client waits for a request or a transfer that stands still.",
          Types.durationSeconds(),
          "as long as its TCP");
  private static final Key<Optional<UnaryOperator<Stack>>> KEEPALIVE =
      Key.optional(
          "keepalive", "Probes of idle connections: `true`, or other times.", keepAlive(), "none");
  private static final Key<Double> THINK =
      Key.defaulted(
          "think",
          "Mean time from a response to the next request, exponential.",
          Types.durationSeconds(),
          "10 s");
  private static final Key<Double> RESPONSE =
      Key.defaulted(
          "response",
          "Mean time from a request to its response.",
          Types.durationSeconds(Bounds.notNegative()),
          "100 ms");
  private static final Key<Double> WRITE_EVERY =
      Key.defaulted(
          "write-every",
          "Time between two writes of an upload.",
          Types.durationSeconds(Bounds.notNegative()),
          "0 s");
  private static final Key<Optional<Double>> UPLOAD_RATE =
      Key.optional(
          "upload-rate",
          "Rate of an upload, which fills the buffer of `while-down: logged-open`.",
          Types.bytesPerSecond(),
          "that buffer is full at once");

  private ClientTypes() {}

  static Type<List<Located<Population>>> clients() {
    return Types.listOf(population().located())
        .uniqueBy("name", population -> population.value().name());
  }

  private static Mapping<Population> population() {
    return Mapping.of(
        "clients",
        "Equal clients of a group of guests: what its outages mean for them.",
        ClientTypes::population,
        NAME,
        GUESTS,
        OPEN,
        CONNECTED,
        STACK,
        DELAY,
        RTO,
        TIMEOUT,
        KEEPALIVE,
        THINK,
        RESPONSE,
        WRITE_EVERY,
        UPLOAD_RATE);
  }

  private static Population population(Values read) {
    Stack stack = STACKS.stack(read.get(STACK));
    double roundTrip = 2 * read.get(DELAY);
    return new Population(
        read.get(NAME),
        read.get(GUESTS),
        read.get(CONNECTED),
        read.get(OPEN),
        read.get(KEEPALIVE).map(probes -> probes.apply(stack)).orElse(stack),
        roundTrip,
        read.get(RTO).orElseGet(() -> Population.settledRtoSeconds(stack, roundTrip)),
        new Habits(
            read.get(THINK),
            read.get(RESPONSE),
            read.get(WRITE_EVERY),
            read.get(UPLOAD_RATE).orElse(Double.POSITIVE_INFINITY),
            read.get(TIMEOUT).orElse(Double.POSITIVE_INFINITY)));
  }

  private static Type<OpenConnections> open() {
    Key<Double> arrivals =
        Key.required(
            "arrivals",
            "Connections that are opened per time.",
            Types.ratePerSecond(Bounds.notNegative()));
    Key<Double> lasting =
        Key.required("lasting", "Mean time that one stays open.", Types.durationSeconds());
    Key<Integer> from =
        Key.required("from", "Least number.", Types.integer(0, (int) OpenConnections.MOST));
    Key<Integer> to =
        Key.required("to", "Largest number.", Types.integer(0, (int) OpenConnections.MOST));
    Key<Double> mean = Key.required("mean", "Mean number.", CONNECTIONS);
    Variants<OpenConnections> laws =
        Variants.<OpenConnections>of(
                "number of connections", "Law of the number of open connections.")
            .with(
                Mapping.of(
                    "poisson",
                    "Connections come at random: Poisson's law, of mean arrivals x lasting. Those"
                        + " who come during an outage are counted, too.",
                    v -> new OpenConnections.Poisson(v.get(arrivals), v.get(lasting)),
                    arrivals,
                    lasting))
            .with(
                Mapping.of(
                    "uniform-number",
                    "Any number of a range, all alike.",
                    v -> new OpenConnections.Uniform(v.get(from), v.get(to)),
                    from,
                    to))
            .with(
                Mapping.of(
                    "geometric",
                    "A number that varies as much as its mean.",
                    v -> new OpenConnections.Geometric(v.get(mean)),
                    mean));
    Type<OpenConnections> constant = CONNECTIONS.map(OpenConnections.Constant::new);
    return Types.firstOf(constant, laws);
  }

  private static Type<Map<ConnectionKind, Double>> kinds() {
    Type<Map<ConnectionKind, Double>> one =
        Types.choice("kind of connection", List.of(ConnectionKind.values()), ConnectionKind::label)
            .map(kind -> Map.of(kind, 1.0));
    Map<ConnectionKind, Key<Double>> keys = new EnumMap<>(ConnectionKind.class);
    for (ConnectionKind kind : ConnectionKind.values()) {
      keys.put(
          kind, Key.defaulted(kind.label(), "Share of " + doc(kind) + ".", Types.share(), "0 %"));
    }
    Mapping<Map<ConnectionKind, Double>> mix =
        Mapping.checked(
            "mix of connections",
            "Shares of the kinds of connections; they add up to 100 %.",
            read -> shares(read, keys),
            keys.values().toArray(Key<?>[]::new));
    return Types.firstOf(one, mix);
  }

  private static String doc(ConnectionKind kind) {
    return switch (kind) {
      case UPLOAD -> "connections on which the client sends";
      case DOWNLOAD -> "connections on which the client receives";
      case REQUEST_RESPONSE -> "connections on which the client asks, waits and thinks";
      case IDLE -> "connections on which nothing happens";
    };
  }

  private static Optional<Map<ConnectionKind, Double>> shares(
      Values read, Map<ConnectionKind, Key<Double>> keys) {
    Map<ConnectionKind, Double> shares = new EnumMap<>(ConnectionKind.class);
    keys.forEach((kind, key) -> shares.put(kind, read.get(key)));
    double sum = shares.values().stream().mapToDouble(share -> share).sum();
    if (Math.abs(sum - 1) > 1e-9) {
      return read.refuse(
          keys.get(ConnectionKind.UPLOAD),
          "shares with a sum of 100 %",
          Shown.number(100 * sum) + " %",
          "write for example \"{request-response: 70 %, idle: 30 %}\"");
    }
    return Optional.of(shares);
  }

  private static Type<UnaryOperator<Stack>> keepAlive() {
    Key<Double> idle =
        Key.required("idle", "Silence before the first probe.", Types.durationSeconds());
    Key<Double> every =
        Key.required("every", "From one probe to the next.", Types.durationSeconds());
    Key<Integer> probes =
        Key.required(
            "probes",
            "Unanswered ones after which the connection is dropped.",
            Types.integer(1, 1000));
    Type<UnaryOperator<Stack>> usual =
        Types.flag().map(on -> stack -> on ? stack.with(STACKS.keepAlive(stack.name())) : stack);
    Mapping<UnaryOperator<Stack>> own =
        Mapping.of(
            "keepalive",
            "Probes of idle connections.",
            v -> {
              KeepAlive given = new KeepAlive(v.get(idle), v.get(every), v.get(probes));
              return stack -> stack.with(given);
            },
            idle,
            every,
            probes);
    return Types.firstOf(usual, own);
  }
}
