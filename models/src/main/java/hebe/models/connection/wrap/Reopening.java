package hebe.models.connection.wrap;

import hebe.models.connection.tcp.Agenda;

/** Repeats the message that reopens the window: one that is lost would cost a probe interval. */
final class Reopening {
  private final WrapSettings settings;
  private final Agenda.Alarm alarm;
  private final Runnable say;
  private int left;

  Reopening(Agenda agenda, WrapSettings settings, Runnable say) {
    this.settings = settings;
    this.say = say;
    alarm = agenda.alarm(this::again);
  }

  /** It was said for the first time. */
  void begin() {
    left = settings.updates();
    next();
  }

  /** The client said something. */
  void heard() {
    alarm.cancel();
  }

  void stop() {
    alarm.cancel();
  }

  private void again() {
    left--;
    say.run();
    next();
  }

  private void next() {
    if (left > 0) {
      alarm.set(settings.updateSeconds());
    }
  }
}
