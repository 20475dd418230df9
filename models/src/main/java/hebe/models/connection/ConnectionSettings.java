package hebe.models.connection;

import hebe.models.connection.recovery.Fault;
import hebe.models.connection.recovery.RecoverySettings;
import hebe.models.connection.server.Costs;
import hebe.models.connection.server.Service;
import hebe.models.connection.tcp.LinkSettings;
import hebe.models.connection.tcp.Stack;
import hebe.models.connection.wrap.WrapSettings;
import java.util.List;
import java.util.Optional;

/**
 * One connection and what happens to it.
 *
 * @param client the client's TCP
 * @param server the server's TCP
 * @param link each direction of the path
 * @param workload what the client does
 * @param service what the server answers
 * @param replayCosts of the service's work while it repeats what was logged
 * @param wrap the wrap; empty for plain TCP
 * @param recovery what follows a failure
 * @param faults what fails, and when
 * @param horizonSeconds the end of the run, above 0
 */
public record ConnectionSettings(
    Stack client,
    Stack server,
    LinkSettings link,
    Workload workload,
    Service service,
    Costs replayCosts,
    Optional<WrapSettings> wrap,
    RecoverySettings recovery,
    List<Fault> faults,
    double horizonSeconds) {
  public ConnectionSettings {
    faults = List.copyOf(faults);
    if (!(horizonSeconds > 0)) {
      throw new IllegalArgumentException("horizon: expected above 0 s, got " + horizonSeconds);
    }
    int receive = server.buffers().receive();
    if (wrap.isPresent() && wrap.get().bufferBytes() > receive) {
      throw new IllegalArgumentException(
          "the wrap's buffer: expected at most the "
              + receive
              + " bytes that the server's TCP can take over, got "
              + wrap.get().bufferBytes());
    }
  }

  /** The same with these faults. */
  public ConnectionSettings withFaults(List<Fault> others) {
    return new ConnectionSettings(
        client,
        server,
        link,
        workload,
        service,
        replayCosts,
        wrap,
        recovery,
        others,
        horizonSeconds);
  }

  /** The same with this wrap, or with plain TCP. */
  public ConnectionSettings withWrap(Optional<WrapSettings> other) {
    return new ConnectionSettings(
        client,
        server,
        link,
        workload,
        service,
        replayCosts,
        other,
        recovery,
        faults,
        horizonSeconds);
  }

  /** The same with this path. */
  public ConnectionSettings withLink(LinkSettings other) {
    return new ConnectionSettings(
        client,
        server,
        other,
        workload,
        service,
        replayCosts,
        wrap,
        recovery,
        faults,
        horizonSeconds);
  }

  /** The same with this recovery. */
  public ConnectionSettings withRecovery(RecoverySettings other) {
    return new ConnectionSettings(
        client, server, link, workload, service, replayCosts, wrap, other, faults, horizonSeconds);
  }

  /** The same with this TCP of the client. */
  public ConnectionSettings withClient(Stack other) {
    return new ConnectionSettings(
        other,
        server,
        link,
        workload,
        service,
        replayCosts,
        wrap,
        recovery,
        faults,
        horizonSeconds);
  }

  /** The same with this workload. */
  public ConnectionSettings withWorkload(Workload other) {
    return new ConnectionSettings(
        client, server, link, other, service, replayCosts, wrap, recovery, faults, horizonSeconds);
  }

  /** The same with this service. */
  public ConnectionSettings withService(Service other) {
    return new ConnectionSettings(
        client, server, link, workload, other, replayCosts, wrap, recovery, faults, horizonSeconds);
  }
}
