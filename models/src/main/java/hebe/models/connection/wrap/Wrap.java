package hebe.models.connection.wrap;

import hebe.models.connection.server.Machine;
import hebe.models.connection.server.ServerLife;
import hebe.models.connection.tcp.PacketTrace.Action;
import hebe.models.connection.tcp.PacketTrace.Place;
import hebe.models.connection.tcp.Segment;
import hebe.models.connection.tcp.Segment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The wrap of one connection: its south side and its state machine. */
public final class Wrap implements Lives.Listener, ServerSide {
  private final Machine machine;
  private final WrapSettings settings;
  private final ConnectionLog log;
  private final LogChannel channel;
  private final Voice voice;
  private final Lives lives;
  private final Numbers numbers = new Numbers();
  private final HeldOutput held = new HeldOutput();
  private final List<Segment> pendingInput = new ArrayList<>();
  private final Reopening reopening;
  private WrapState state = WrapState.NEW;
  private boolean opened; // the initial numbers are in the log
  private boolean handshaken; // the present life's TCP is open
  private boolean resets; // there is a server that knows nothing of this connection
  private long nextPosition; // of the output: where the new TCP's first byte stands
  private int unstableReads;
  private int failures;

  /** The wrap of a connection that is yet to come. */
  public Wrap(Machine machine, WrapSettings settings, Consumer<Segment> toClient) {
    this.machine = machine;
    this.settings = settings;
    channel = new LogChannel(machine.agenda(), settings.log(), machine.trace());
    log = new ConnectionLog(channel, settings.log(), machine.service());
    voice = new Voice(machine, settings.policy(), numbers, log, channel, toClient);
    lives = new Lives(machine, this);
    reopening = new Reopening(machine.agenda(), settings, voice::ack);
    lives.begin(Restart.FIRST);
  }

  @Override
  public void arrive(Segment segment) {
    machine.trace().packet(machine.agenda().now(), Place.WRAP, Action.ARRIVED, segment);
    if (segment.kind() == Kind.RST) {
      end();
      return;
    }
    switch (state) {
      case NEW -> arriveFirst(segment);
      case NORMAL -> arriveNormally(segment);
      case DOWN, REPLAY -> arriveWhileDown(segment);
      case CLOSED -> answerClosed(segment);
      case LOST -> answerLost(segment);
    }
  }

  private void arriveFirst(Segment segment) {
    if (segment.kind() == Kind.SYN) {
      if (numbers.serverInitial() == 0) {
        numbers.client(segment);
      }
      lives.present().ifPresent(life -> life.tcp().arrive(segment));
    }
  }

  private void arriveNormally(Segment segment) {
    reopening.heard();
    ServerLife life = lives.present().orElseThrow();
    if (segment.kind() == Kind.SYN && life.tcp().open()) {
      voice.synAck();
      return;
    }
    if (segment.kind() != Kind.SYN) {
      numbers.heard(segment);
      log.acknowledged(numbers.serverPosition(numbers.serverSeq()));
    }
    logInput(segment);
    life.tcp().arrive(inbound(segment, life));
    endIfDone();
  }

  /** As the server's TCP must see it: its own numbers, and none acknowledged that it never sent. */
  private Segment inbound(Segment segment, ServerLife life) {
    long ack = Math.min(segment.ack() + numbers.delta(), life.tcp().highestSent());
    long window = Math.max(0, segment.rightEdge() + numbers.delta() - ack);
    return segment.translated(segment.seq(), ack, window);
  }

  private void logInput(Segment segment) {
    if (segment.length() > 0 && segment.kind() != Kind.SYN && !channel.failed()) {
      log.input(numbers.clientPosition(segment.seq()), segment, this::stableAdvanced);
    }
  }

  private void stableAdvanced() {
    if (state == WrapState.NORMAL && voice.owesAck()) {
      voice.ack();
      endIfDone();
    } else if (down() && settings.policy().logs()) {
      voice.down();
    }
  }

  private boolean down() {
    return state == WrapState.DOWN || state == WrapState.REPLAY;
  }

  private void arriveWhileDown(Segment segment) {
    if (segment.kind() == Kind.SYN) {
      return; // the client repeats it
    }
    numbers.heard(segment);
    boolean asks = segment.length() > 0 || segment.kind() == Kind.PROBE;
    boolean taken = settings.policy().logs() && segment.end() <= numbers.edge();
    if (taken && segment.end() > voice.stableNumber()) {
      logInput(segment); // its confirmation will be the answer
      passUp(segment);
    } else if (asks && settings.policy().answers()) {
      voice.down();
    } else if (asks) {
      machine.trace().packet(machine.agenda().now(), Place.WRAP, Action.DROPPED, segment);
    }
  }

  /** What is logged now but was not when the next life's TCP was told where to begin. */
  private void passUp(Segment segment) {
    if (handshaken) {
      lives.present().ifPresent(life -> life.tcp().arrive(inbound(segment, life)));
    } else {
      pendingInput.add(segment);
    }
  }

  private void answerClosed(Segment segment) {
    if (segment.length() > 0 || segment.kind() == Kind.PROBE) {
      voice.ack();
    }
  }

  private void answerLost(Segment segment) {
    if (resets) {
      voice.reset(segment);
    }
  }

  @Override
  public void fromServer(Segment segment) {
    if (segment.kind() == Kind.RST) {
      return; // never reaches the client
    }
    if (segment.kind() == Kind.SYN_ACK) {
      accepted(segment);
      return;
    }
    numbers.fromServer(segment);
    if (state == WrapState.NORMAL) {
      outbound(segment);
    } else if (state == WrapState.REPLAY && segment.length() > 0) {
      if (known(segment)) {
        acknowledgeForClient(segment);
      } else {
        held.add(segment);
      }
    }
  }

  /** Whether the client has all of it already. */
  private boolean known(Segment segment) {
    return segment.length() > 0 && segment.end() - numbers.delta() <= numbers.serverSeq();
  }

  private void accepted(Segment segment) {
    if (state == WrapState.REPLAY) {
      machine.agenda().after(0, guarded(() -> shakeHands(segment)));
    } else if (opened) {
      voice.pass(segment, segment.seq());
    } else if (state == WrapState.NEW && numbers.serverInitial() != segment.seq()) {
      numbers.server(segment);
      Runnable open = guarded(() -> open(segment));
      if (channel.failed()) {
        open.run();
      } else {
        log.open(open);
      }
    }
  }

  /** Both initial numbers are logged before the client hears of them. */
  private void open(Segment synAck) {
    opened = true;
    handshaken = true;
    state = WrapState.NORMAL;
    voice.pass(synAck, synAck.seq());
  }

  /** Answers in the client's name, in numbers of the new TCP. */
  private void shakeHands(Segment synAck) {
    ServerLife life = lives.present().orElseThrow();
    numbers.delta(synAck.end() - numbers.serverNumber(nextPosition));
    numbers.fromServer(synAck);
    handshaken = true;
    life.tcp().arrive(Segment.bare(Kind.ACK, synAck.ack(), synAck.end(), numbers.clientWindow()));
    for (Segment segment : List.copyOf(pendingInput)) {
      life.tcp().arrive(inbound(segment, life));
    }
    pendingInput.clear();
  }

  private void outbound(Segment segment) {
    if (known(segment)) {
      acknowledgeForClient(segment);
    } else if (segment.length() > 0 && unstableReads > 0) {
      if (settings.holdsOutput()) {
        held.add(segment);
      }
    } else {
      voice.pass(segment, segment.seq() - numbers.delta());
    }
  }

  /** Tells the server's TCP what the client told the last one. */
  private void acknowledgeForClient(Segment segment) {
    ServerLife life = lives.present().orElseThrow();
    Segment ack =
        Segment.bare(Kind.ACK, numbers.serverAck(), segment.end(), numbers.clientWindow());
    machine.agenda().after(0, guarded(() -> life.tcp().arrive(ack)));
  }

  /** An action that happens only if the present life is still the one. */
  private Runnable guarded(Runnable action) {
    ServerLife life = lives.present().orElseThrow();
    return () -> {
      if (lives.is(life)) {
        action.run();
      }
    };
  }

  @Override
  public void serverRead(int length) {
    if (!channel.failed()) {
      unstableReads++;
      log.read(length, machine.agenda().now(), guarded(this::readStable));
    }
  }

  private void readStable() {
    unstableReads--;
    release();
  }

  private void release() {
    if (state != WrapState.NORMAL || unstableReads > 0) {
      return;
    }
    for (var next = held.poll(); next.isPresent(); next = held.poll()) {
      outbound(next.get());
    }
  }

  @Override
  public void progressed() {
    if (state == WrapState.REPLAY && handshaken && lives.caughtUp()) {
      state = WrapState.NORMAL;
      mark("normal");
      voice.ack();
      reopening.begin();
      release();
      machine.agenda().after(0, guarded(this::endIfDone)); // not in the midst of the program's step
    }
  }

  @Override
  public boolean repeating() {
    return state == WrapState.REPLAY;
  }

  @Override
  public void serverGaveUp() {
    end();
  }

  @Override
  public void serverFailed() {
    failures++;
    lives.halt();
    held.clear();
    pendingInput.clear();
    reopening.stop();
    unstableReads = 0;
    handshaken = false;
    resets = false;
    mark("failed");
    if (state == WrapState.NORMAL || state == WrapState.REPLAY) {
      state = channel.failed() ? WrapState.LOST : WrapState.DOWN;
      if (settings.policy() == DownPolicy.LOGGED_OPEN) {
        numbers.grant(voice.stableNumber() + settings.bufferBytes());
      }
    }
  }

  @Override
  public void serverReady(Replay replay) {
    switch (state) {
      case NEW -> {
        numbers.forgetServer();
        lives.begin(Restart.FIRST);
      }
      case DOWN -> {
        int before = failures;
        log.drained(
            () -> {
              if (failures == before) { // the machine that was ready is still there
                repeat(replay);
              }
            });
      }
      case LOST -> resets = true;
      default -> mark("nothing to recover");
    }
  }

  private void repeat(Replay replay) {
    if (state != WrapState.DOWN || lives.present().isPresent()) {
      return;
    }
    long client = numbers.serverPosition(numbers.serverSeq());
    log.forgetBeyondGap();
    pendingInput.forEach(this::logInput); // it will reach the next TCP, so it must be in the log
    Restart restart = Restart.of(replay, log, machine.service(), client, settings.swallow());
    nextPosition = restart.swallowTo();
    state = WrapState.REPLAY;
    mark("replay");
    ServerLife life = lives.begin(restart);
    Segment syn = Segment.bare(Kind.SYN, voice.stableNumber() - 1, 0, numbers.clientWindow());
    machine.agenda().after(0, guarded(() -> life.tcp().arrive(syn)));
  }

  @Override
  public void logFailed() {
    channel.fail();
    if (down()) {
      lives.halt();
      state = WrapState.LOST;
    } else if (state == WrapState.NORMAL) {
      unstableReads = 0;
      voice.ack();
      release();
    }
  }

  private void end() {
    lives.halt();
    reopening.stop();
    held.clear();
    log.close();
    state = WrapState.CLOSED;
  }

  private void endIfDone() {
    boolean logged = log.end().isPresent() && numbers.serverEnded();
    boolean unlogged =
        channel.failed() && lives.present().filter(life -> life.tcp().finished()).isPresent();
    if (state == WrapState.NORMAL && (logged || unlogged)) {
      end();
    }
  }

  private void mark(String what) {
    machine.trace().mark(machine.agenda().now(), Place.WRAP, what, log.stable());
  }

  @Override
  public void programHangs() {
    mark("hangs");
    lives.present().ifPresent(life -> life.process().stop());
  }

  @Override
  public long acknowledgedOutput() {
    return numbers.serverPosition(numbers.serverSeq());
  }

  /** The log of this connection. */
  public ConnectionLog log() {
    return log;
  }

  /** What it is doing. */
  public WrapState state() {
    return state;
  }

  /** All its variables now. */
  public WrapView view() {
    return new WrapView(
        state,
        voice.stableNumber(),
        numbers.serverSeq(),
        numbers.sentSeq(),
        numbers.delta(),
        unstableReads,
        channel.failed(),
        voice.corruptions(),
        lives.swallowedBytes(),
        lives.replayedReads(),
        lives.present().map(life -> life.process().state().inputBytes()).orElse(0L));
  }
}
