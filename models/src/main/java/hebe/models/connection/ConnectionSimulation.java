package hebe.models.connection;

import hebe.models.connection.recovery.Fault;
import hebe.models.connection.recovery.RecoveryManager;
import hebe.models.connection.server.Machine;
import hebe.models.connection.tcp.Agenda;
import hebe.models.connection.tcp.Link;
import hebe.models.connection.tcp.PacketTrace;
import hebe.models.connection.tcp.PacketTrace.Place;
import hebe.models.connection.tcp.Segment;
import hebe.models.connection.tcp.Socket.AbortReason;
import hebe.models.connection.tcp.TcpEndpoint;
import hebe.models.connection.wrap.PlainServer;
import hebe.models.connection.wrap.ServerSide;
import hebe.models.connection.wrap.Wrap;
import hebe.sim.random.Streams;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs one connection on the event level, in seconds: a function of its settings, a seed and the
 * number of the replication.
 */
public final class ConnectionSimulation {
  private static final long CLIENT_INITIAL = 10_000;
  private static final int UP = 0;
  private static final int DOWN = 1;

  /** Time after the client's end in which the server's side ends too. */
  private static final double LINGER_SECONDS = 10;

  private final ConnectionSettings settings;
  private final Agenda agenda;
  private final StallMeter meter;
  private final TcpEndpoint client;
  private final ClientApplication application;
  private final ServerSide server;
  private final Optional<Wrap> wrap;
  private final RecoveryManager recovery;
  private final Link up;
  private boolean completed;
  private Optional<AbortReason> lost = Optional.empty();
  private double endSeconds;

  /** Prepares a run; {@code afterEach} is called between any two events. */
  public ConnectionSimulation(
      ConnectionSettings settings,
      long seed,
      int replication,
      PacketTrace trace,
      Consumer<ConnectionSimulation> afterEach) {
    this.settings = settings;
    endSeconds = settings.horizonSeconds();
    agenda = new Agenda(() -> afterEach.accept(this));
    meter = new StallMeter(trace, settings.link().delaySeconds());
    Streams streams = new Streams(seed, replication, 2);
    streams.open(UP, "link/up");
    streams.open(DOWN, "link/down");
    application =
        new ClientApplication(agenda, settings.workload(), settings.service(), meter, this::over);
    client =
        new TcpEndpoint(
            agenda,
            settings.client(),
            new TcpEndpoint.End(Place.CLIENT, meter, this::toServer, application));
    Link down =
        new Link(
            agenda,
            settings.link(),
            () -> streams.nextUniform(DOWN),
            Place.DOWNLINK,
            meter,
            client::arrive);
    Machine machine =
        new Machine(agenda, settings.server(), settings.service(), settings.replayCosts(), meter);
    wrap = settings.wrap().map(use -> new Wrap(machine, use, down::send));
    server = wrap.isPresent() ? wrap.get() : new PlainServer(machine, down::send);
    up =
        new Link(
            agenda,
            settings.link(),
            () -> streams.nextUniform(UP),
            Place.UPLINK,
            meter,
            server::arrive);
    recovery = new RecoveryManager(agenda, settings.recovery(), server);
  }

  /** Runs a connection without looking at it. */
  public static ConnectionResult run(ConnectionSettings settings, long seed, int replication) {
    return new ConnectionSimulation(settings, seed, replication, PacketTrace.NONE, run -> {}).run();
  }

  /** Runs it, once. */
  public ConnectionResult run() {
    settings.faults().forEach(recovery::expect);
    application.connect(client, CLIENT_INITIAL);
    agenda.run(settings.horizonSeconds());
    return new ConnectionResult(
        completed,
        lost,
        endSeconds,
        application.received(),
        application.responses(),
        meter.resumedSeconds(),
        meter.heardSeconds(),
        meter.longestSilenceSeconds(),
        wrap.map(use -> use.view().swallowedBytes()).orElse(0L),
        wrap.map(use -> use.view().replayedReads()).orElse(0),
        wrap.map(use -> use.view().corruptions()).orElse(0),
        wrap.map(use -> use.log().account().peak()).orElse(0L),
        agenda.events());
  }

  private void toServer(Segment segment) {
    up.send(segment);
  }

  private void over(Optional<AbortReason> reason) {
    if (completed || lost.isPresent()) {
      return; // what follows the first end changes nothing for the program
    }
    completed = reason.isEmpty();
    lost = reason;
    endSeconds = agenda.now();
    agenda.after(LINGER_SECONDS, agenda::end);
  }

  /** A fault happens now, between two events. */
  public void happen(Fault fault) {
    recovery.happen(fault);
  }

  /** The wrap, unless it is plain TCP. */
  public Optional<Wrap> wrap() {
    return wrap;
  }

  /** The client's TCP. */
  public TcpEndpoint client() {
    return client;
  }

  /** The clock and the count of events. */
  public Agenda agenda() {
    return agenda;
  }

  /** Bytes of responses that the client's program has read. */
  public long receivedBytes() {
    return application.received();
  }
}
