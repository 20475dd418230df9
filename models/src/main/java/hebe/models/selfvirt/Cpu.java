package hebe.models.selfvirt;

import hebe.models.timing.HostClock;
import hebe.models.timing.run.HostTrace;
import hebe.sim.random.Streams;
import java.util.Optional;

/**
 * One CPU: native code that enters sensitive stretches and closed ones, until an interrupt takes
 * it; then it is held until it is released.
 */
final class Cpu {
  private final Agenda agenda;
  private final HostTrace trace;
  private final Streams streams;
  private final int number;
  private final HostClock clock;
  private final SensitiveCode code;
  private Code inside = Code.FREE;
  private Optional<Agenda.Entry> next = Optional.empty();
  private Optional<Runnable> pending = Optional.empty();
  private double leftCycles;

  /** Where its native code is. */
  private enum Code {
    FREE,
    SENSITIVE,
    CLOSED
  }

  /** A CPU in the midst of its work, at a time that nobody chose. */
  Cpu(
      Agenda agenda,
      HostTrace trace,
      Streams streams,
      int number,
      HostClock clock,
      SensitiveCode code) {
    this.agenda = agenda;
    this.trace = trace;
    this.streams = streams;
    this.number = number;
    this.clock = clock;
    this.code = code;
    streams.open(number, "switch/cpu-" + number);
    if (busy()) {
      double place = streams.nextUniform(number);
      double sensitive = code.sensitiveShare();
      inside =
          place < sensitive
              ? Code.SENSITIVE
              : place < sensitive + code.closedShare() ? Code.CLOSED : Code.FREE;
      goOn(stretchCycles());
    }
  }

  private boolean busy() {
    return code.sensitiveShare() + code.closedShare() > 0;
  }

  String label() {
    return "cpu-" + number;
  }

  /** Exponential stretches have no memory: what is left of one is one. */
  private double stretchCycles() {
    double mean =
        switch (inside) {
          case FREE ->
              1
                  / (rate(code.entriesPerSecond(), code.sensitiveSeconds())
                      + rate(code.closedPerSecond(), code.closedSeconds()));
          case SENSITIVE -> code.sensitiveSeconds();
          case CLOSED -> code.closedSeconds();
        };
    return -clock.cycles(mean) * StrictMath.log(streams.nextUniform(number));
  }

  /** Stretches of no length are none. */
  private static double rate(double perSecond, double seconds) {
    return seconds > 0 ? perSecond : 0;
  }

  private void goOn(double cycles) {
    next = Optional.of(agenda.after(cycles, this::stretchEnds));
  }

  private void stretchEnds() {
    next = Optional.empty();
    inside = inside == Code.FREE ? entered() : Code.FREE;
    trace.record(
        agenda.now(),
        label(),
        switch (inside) {
          case FREE -> "native code";
          case SENSITIVE -> "sensitive code";
          case CLOSED -> "interrupts closed";
        });
    leftCycles = stretchCycles();
    if (pending.isPresent() && inside != Code.CLOSED) {
      Runnable then = pending.get();
      pending = Optional.empty();
      then.run();
    } else {
      goOn(leftCycles);
    }
  }

  private Code entered() {
    double sensitive = rate(code.entriesPerSecond(), code.sensitiveSeconds());
    double closed = rate(code.closedPerSecond(), code.closedSeconds());
    return streams.nextUniform(number) * (sensitive + closed) < sensitive
        ? Code.SENSITIVE
        : Code.CLOSED;
  }

  /** An interrupt: the action follows at once, or when interrupts are open again. */
  void interrupt(Runnable taken) {
    if (inside == Code.CLOSED) {
      pending = Optional.of(taken);
    } else {
      leftCycles = next.map(Agenda.Entry::takeOff).orElse(0.0);
      next = Optional.empty();
      taken.run();
    }
  }

  /** Whether the interrupt found it in sensitive code. */
  boolean sensitive() {
    return inside == Code.SENSITIVE;
  }

  /** Goes on where the interrupt found it. */
  void release() {
    if (busy()) {
      goOn(leftCycles);
    }
  }
}
