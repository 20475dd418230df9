package hebe.models.connection.tcp;

/** Probes of a connection on which nothing is heard, if the stack has them on. */
final class IdleTimer {
  private final Stack stack;
  private final Agenda.Alarm alarm;
  private final Runnable probe;
  private final Runnable drop;
  private int unanswered;

  IdleTimer(Agenda agenda, Stack stack, Runnable probe, Runnable drop) {
    this.stack = stack;
    this.probe = probe;
    this.drop = drop;
    alarm = agenda.alarm(this::expire);
  }

  /** Something was heard. */
  void heard() {
    stack
        .keepAlive()
        .ifPresent(
            keepAlive -> {
              unanswered = 0;
              alarm.set(keepAlive.idleSeconds());
            });
  }

  void stop() {
    alarm.cancel();
  }

  private void expire() {
    Stack.KeepAlive keepAlive = stack.keepAlive().orElseThrow();
    if (unanswered == keepAlive.probes()) {
      drop.run();
      return;
    }
    unanswered++;
    alarm.set(keepAlive.intervalSeconds());
    probe.run();
  }
}
