package hebe.models.connection;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.connection.server.ApplicationState;
import hebe.models.connection.server.Machine;
import hebe.models.connection.server.ServerLife;
import hebe.models.connection.server.ServerProcess;
import hebe.models.connection.server.Service;
import hebe.models.connection.tcp.Agenda;
import hebe.models.connection.tcp.Link;
import hebe.models.connection.tcp.LinkSettings;
import hebe.models.connection.tcp.PacketTrace;
import hebe.models.connection.tcp.PacketTrace.Place;
import hebe.models.connection.tcp.Segment;
import hebe.models.connection.tcp.Socket;
import hebe.models.connection.tcp.Socket.AbortReason;
import hebe.models.connection.tcp.TcpEndpoint;
import hebe.models.connection.wrap.DownPolicy;
import hebe.sim.random.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainTraceTest {
  private static final LinkSettings LOSSY = new LinkSettings(0.01, 1e6, 0.05, 0.05, 0.05, 0.03);

  private final Service service = Service.of(20_000, 30_000);
  private final ConnectionSettings settings =
      Cases.of(Workload.exchanges(2), service, DownPolicy.SILENT)
          .withLink(LOSSY)
          .withWrap(Optional.empty());

  @Test
  void wrappingOff_lossyLink_traceIsThatOfPlainTcp() {
    List<String> off = new ArrayList<>();
    ConnectionResult result =
        new ConnectionSimulation(settings, 3, 0, recorder(off), run -> {}).run();
    assertThat(result.completed()).isTrue();
    assertThat(result.peakLogBytes()).isZero();
    List<String> plain = plainTrace(3);
    assertThat(plain).hasSizeGreaterThan(200);
    assertThat(off).isEqualTo(plain);
  }

  private static PacketTrace recorder(List<String> into) {
    return (time, place, action, segment) ->
        into.add(time + " " + place + " " + action + " " + segment);
  }

  /** Two ends and a link, put together by hand. */
  private List<String> plainTrace(long seed) {
    List<String> trace = new ArrayList<>();
    new ByHand(seed, recorder(trace)).run();
    return trace;
  }

  private final class ByHand implements ServerLife.Builder {
    private final Agenda agenda = new Agenda(() -> {});
    private final ClientApplication application;
    private final TcpEndpoint client;
    private final Machine machine;
    private final Link up;
    private final Link down;

    ByHand(long seed, PacketTrace trace) {
      Streams streams = new Streams(seed, 0, 2);
      streams.open(0, "link/up");
      streams.open(1, "link/down");
      StallMeter meter = new StallMeter(PacketTrace.NONE, 0);
      application = new ClientApplication(agenda, settings.workload(), service, meter, this::over);
      client =
          new TcpEndpoint(
              agenda,
              settings.client(),
              new TcpEndpoint.End(Place.CLIENT, trace, this::toServer, application));
      machine = new Machine(agenda, settings.server(), service, settings.replayCosts(), trace);
      down =
          new Link(
              agenda, LOSSY, () -> streams.nextUniform(1), Place.DOWNLINK, trace, client::arrive);
      ServerLife life = new ServerLife(0, this, reason -> {});
      life.tcp().listen(Machine.initialNumber(0));
      up =
          new Link(
              agenda, LOSSY, () -> streams.nextUniform(0), Place.UPLINK, trace, life.tcp()::arrive);
    }

    private void toServer(Segment segment) {
      up.send(segment);
    }

    private void over(Optional<AbortReason> reason) {
      agenda.after(10, agenda::end);
    }

    void run() {
      application.connect(client, 10_000);
      agenda.run(settings.horizonSeconds());
    }

    @Override
    public TcpEndpoint tcp(Socket.Owner owner) {
      return machine.tcp(down::send, owner);
    }

    @Override
    public ServerProcess process(TcpEndpoint tcp, int number) {
      return new ServerProcess(
          agenda, service, tcp, service::costs, ApplicationState.START, number);
    }
  }

  @Test
  void plainServer_crash_resetsItsClients() {
    var crashing = Cases.crashing(settings.withLink(LinkSettings.clean(0.05)), 0.5);
    ConnectionResult result = ConnectionSimulation.run(crashing, 1, 0);
    // Silent until 2.0; then the next machine answers the client's next retry by a reset.
    assertThat(result.lost()).contains(AbortReason.RESET);
    assertThat(result.endSeconds()).isGreaterThan(2.0);
  }

  @Test
  void idleClient_plainServerCrashes_noticesNothing() {
    var idle = Cases.of(Workload.idle(), service, DownPolicy.SILENT).withWrap(Optional.empty());
    ConnectionResult result = ConnectionSimulation.run(Cases.crashing(idle, 1.0), 1, 0);
    assertThat(result.survived()).isTrue();
    assertThat(result.completed()).isFalse();
  }
}
