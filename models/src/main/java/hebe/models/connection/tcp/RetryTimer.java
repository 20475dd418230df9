package hebe.models.connection.tcp;

import hebe.models.connection.tcp.Socket.AbortReason;
import hebe.models.connection.tcp.Stack.LossProbe;

/**
 * The one timer behind unacknowledged data, a shut window and the handshake: when to repeat, when
 * to probe, when to give up.
 */
final class RetryTimer {
  private final Agenda agenda;
  private final Stack stack;
  private final Agenda.Alarm alarm;
  private final Retrier retrier;
  private Mode mode = Mode.IDLE;
  private double waitSeconds;
  private double timeoutAtSeconds; // of data, while a loss probe comes first
  private double firstExpirySeconds;
  private int expiries;
  private boolean probed;
  private RtoRule.Estimate estimate;

  RetryTimer(Agenda agenda, Stack stack, Retrier retrier) {
    this.agenda = agenda;
    this.stack = stack;
    this.retrier = retrier;
    alarm = agenda.alarm(this::expire);
    estimate = stack.rto().start();
  }

  void sample(double roundTripSeconds) {
    estimate = estimate.with(roundTripSeconds);
  }

  /** Data is under way. */
  void data() {
    if (mode != Mode.DATA && mode != Mode.LOSS_PROBE) {
      restart();
    }
  }

  /** New data was acknowledged, and some is still under way. */
  void restart() {
    begin(Mode.DATA, stack.rto().seconds(estimate));
    timeoutAtSeconds = agenda.now() + waitSeconds;
    stack
        .lossProbe()
        .map(LossProbe::delaySeconds)
        .filter(delay -> delay < waitSeconds)
        .ifPresent(this::probeFirst);
  }

  private void probeFirst(double delaySeconds) {
    if (!probed) {
      mode = Mode.LOSS_PROBE;
      alarm.set(delaySeconds);
    }
  }

  /** The handshake waits for an answer. */
  void opening(boolean accepting) {
    begin(accepting ? Mode.ACCEPTING : Mode.OPENING, stack.opening().synSeconds());
  }

  /** The peer's window is shut and data waits. */
  void persist() {
    if (mode != Mode.PERSIST) {
      begin(Mode.PERSIST, stack.rto().seconds(estimate));
    }
  }

  /** The peer said something. */
  void heard() {
    if (mode == Mode.PERSIST) {
      expiries = 0;
    }
  }

  /** New data was acknowledged: the next loss may be probed for again. */
  void advanced() {
    probed = false;
  }

  void stop() {
    mode = Mode.IDLE;
    alarm.cancel();
  }

  private void begin(Mode newMode, double seconds) {
    mode = newMode;
    waitSeconds = seconds;
    expiries = 0;
    alarm.set(seconds);
  }

  private void expire() {
    if (mode == Mode.LOSS_PROBE) {
      probeLoss();
      return;
    }
    expiries++;
    if (expiries == 1) {
      firstExpirySeconds = agenda.now();
    }
    if (givesUp()) {
      AbortReason reason = mode.opens ? AbortReason.NOT_OPENED : AbortReason.TIMED_OUT;
      stop();
      retrier.giveUp(reason);
      return;
    }
    boolean keeps = expiries == 1 && !stack.firstExpiryDoubles() && retrier.zeroWindow();
    boolean doubles = mode != Mode.DATA || !keeps;
    waitSeconds = Math.min(stack.rto().capSeconds(), doubles ? 2 * waitSeconds : waitSeconds);
    alarm.set(waitSeconds);
    retrier.repeat(mode);
  }

  private void probeLoss() {
    probed = true;
    mode = Mode.DATA;
    boolean restarts = stack.lossProbe().orElseThrow().restartsTimer();
    alarm.set(restarts ? waitSeconds : Math.max(0, timeoutAtSeconds - agenda.now()));
    retrier.repeat(Mode.LOSS_PROBE);
  }

  private boolean givesUp() {
    return switch (mode) {
      case OPENING -> expiries > stack.opening().synRetries();
      case ACCEPTING -> expiries > stack.opening().synAckRetries();
      default -> stack.abort().givesUp(expiries, agenda.now() - firstExpirySeconds);
    };
  }

  /** What the timer is set for. */
  enum Mode {
    IDLE(false),
    OPENING(true),
    ACCEPTING(true),
    DATA(false),
    LOSS_PROBE(false),
    PERSIST(false);

    private final boolean opens;

    Mode(boolean opens) {
      this.opens = opens;
    }
  }

  /** Who does what the timer says. */
  interface Retrier {
    /** Repeats what this mode is about. */
    void repeat(Mode mode);

    /** Whether the peer's window is shut. */
    boolean zeroWindow();

    /** Ends the connection. */
    void giveUp(AbortReason reason);
  }
}
