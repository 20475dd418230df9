package hebe.models.connection.recovery;

import hebe.models.connection.recovery.RecoveryMode.Checkpoint;
import hebe.models.connection.recovery.RecoveryMode.FromCheckpoint;
import hebe.models.connection.tcp.Agenda;
import hebe.models.connection.wrap.Replay;
import hebe.models.connection.wrap.ServerSide;

/**
 * Brings the server back: detection, fence, start, readiness; begins anew if it fails meanwhile.
 */
public final class RecoveryManager {
  private final Agenda agenda;
  private final RecoverySettings settings;
  private final ServerSide server;
  private final Agenda.Alarm stage;
  private Runnable next = () -> {};
  private Checkpoint last = Checkpoint.NONE;
  private double failedSeconds;
  private boolean up = true;

  /** The manager of one server. */
  public RecoveryManager(Agenda agenda, RecoverySettings settings, ServerSide server) {
    this.agenda = agenda;
    this.settings = settings;
    this.server = server;
    stage = agenda.alarm(() -> next.run());
    if (settings.mode() instanceof FromCheckpoint mode) {
      agenda.after(mode.periodSeconds(), () -> checkpoint(mode, 1));
    }
  }

  /** Puts a fault on the agenda. */
  public void expect(Fault fault) {
    agenda.after(fault.atSeconds() - agenda.now(), () -> happen(fault));
  }

  /** A fault happens now. */
  public void happen(Fault fault) {
    if (fault instanceof Fault.Hang) {
      server.programHangs();
      failedSeconds = agenda.now();
      in(settings.detection().hangSeconds(), this::fence);
    } else if (fault instanceof Fault.LogCrash) {
      server.logFailed();
    } else if (fault instanceof Fault.Upgrade upgrade) {
      stop();
      in(upgrade.cutoverSeconds() + upgrade.method().delaySeconds(), () -> ready(upgrade.method()));
    } else {
      if (fault instanceof Fault.HostCrash) {
        server.logFailed();
      }
      stop();
      in(settings.detection().crashSeconds(agenda.now()), this::fence);
    }
  }

  private void stop() {
    failedSeconds = agenda.now();
    up = false;
    server.serverFailed();
  }

  private void fence() {
    if (up) {
      up = false;
      server.serverFailed();
    }
    in(settings.fenceSeconds(), this::start);
  }

  private void start() {
    Replay replay = settings.mode().replay(failedSeconds, last);
    double seconds =
        settings.mode().startSeconds() + replay.delaySeconds() + settings.connectionSeconds();
    in(seconds, () -> ready(replay));
  }

  private void ready(Replay replay) {
    up = true;
    server.serverReady(replay);
  }

  private void checkpoint(FromCheckpoint mode, long number) {
    if (up) {
      last = new Checkpoint(agenda.now(), server.acknowledgedOutput());
    }
    agenda.after(
        (number + 1) * mode.periodSeconds() - agenda.now(), () -> checkpoint(mode, number + 1));
  }

  private void in(double seconds, Runnable action) {
    next = action;
    stage.set(seconds);
  }
}
