package hebe.models.connection.wrap;

import hebe.models.connection.tcp.Agenda;
import hebe.models.connection.tcp.PacketTrace;
import hebe.models.connection.tcp.PacketTrace.Place;

/** The way into the log: in order, at its rate, confirmed after its latency; it can fail. */
public final class LogChannel {
  private final Agenda agenda;
  private final LogSettings settings;
  private final PacketTrace trace;
  private double freeAtSeconds;
  private boolean failed;

  /** A log that works. */
  public LogChannel(Agenda agenda, LogSettings settings, PacketTrace trace) {
    this.agenda = agenda;
    this.settings = settings;
    this.trace = trace;
  }

  /** Sends bytes into the log; the confirmation never comes if the log fails before. */
  public void append(long bytes, Runnable confirmed) {
    trace.mark(agenda.now(), Place.LOG, "append", bytes);
    double begin = Math.max(agenda.now(), freeAtSeconds);
    freeAtSeconds = begin + bytes / settings.bytesPerSecond();
    double delay = freeAtSeconds - agenda.now() + settings.latencySeconds();
    agenda.after(
        delay,
        () -> {
          if (!failed) {
            trace.mark(agenda.now(), Place.LOG, "confirmed", bytes);
            confirmed.run();
          }
        });
  }

  /** The log and all in it are gone. */
  public void fail() {
    failed = true;
  }

  /** Whether it has failed. */
  public boolean failed() {
    return failed;
  }
}
