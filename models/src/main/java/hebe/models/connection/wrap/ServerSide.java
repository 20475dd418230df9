package hebe.models.connection.wrap;

import hebe.models.connection.tcp.Segment;

/** The server's end of a connection, with a wrap or without, and what happens to its machine. */
public interface ServerSide {
  /** A segment comes from the client. */
  void arrive(Segment segment);

  /** The machine has stopped. */
  void serverFailed();

  /** The program does nothing any more; its machine and its TCP go on. */
  void programHangs();

  /** The next machine can begin, and no other one is alive. */
  void serverReady(Replay replay);

  /** The log and all in it are gone. */
  void logFailed();

  /** How much of the output the client has, in bytes. */
  long acknowledgedOutput();
}
