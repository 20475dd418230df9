package hebe.models.connection.recovery;

import hebe.models.connection.wrap.Replay;

/** Where the next machine comes from. */
public sealed interface RecoveryMode {

  /** Seconds from the fence until it can take connections over. */
  double startSeconds();

  /** What its program has to do again, given when the last machine failed. */
  Replay replay(double failedSeconds, Checkpoint last);

  /**
   * A machine that boots, or only the program that starts.
   *
   * @param startSeconds until the program listens, at least 0
   * @param method how it gets back
   */
  record ColdRestart(double startSeconds, Replay method) implements RecoveryMode {
    @Override
    public Replay replay(double failedSeconds, Checkpoint last) {
      return method;
    }
  }

  /**
   * A backup that does all that the server does, some time behind.
   *
   * @param startSeconds to take the address over, at least 0
   * @param lagSeconds how far it is behind, at least 0
   */
  record HotBackup(double startSeconds, double lagSeconds) implements RecoveryMode {
    @Override
    public Replay replay(double failedSeconds, Checkpoint last) {
      return new Replay.From(failedSeconds - lagSeconds, Long.MAX_VALUE);
    }
  }

  /**
   * The last checkpoint of the machine. What the log has truncated since counts as done: a boundary
   * is as good as a checkpoint.
   *
   * @param startSeconds to restore it, at least 0
   * @param periodSeconds from one checkpoint to the next, above 0
   */
  record FromCheckpoint(double startSeconds, double periodSeconds) implements RecoveryMode {
    @Override
    public Replay replay(double failedSeconds, Checkpoint last) {
      return new Replay.From(last.atSeconds(), last.outputBytes());
    }
  }

  /**
   * The machine at an instant.
   *
   * @param atSeconds the instant
   * @param outputBytes output that the client had
   */
  record Checkpoint(double atSeconds, long outputBytes) {
    /** The program before its first read. */
    public static final Checkpoint NONE = new Checkpoint(-1, 0);
  }
}
