package hebe.models.connection.wrap;

import hebe.models.connection.server.ApplicationState;
import hebe.models.connection.server.Service;

/** How a program gets back to where it was. */
public sealed interface Replay {

  /** Where it begins, given what is in the log and how much of the output the client has. */
  Begin begin(ConnectionLog log, Service service, long acknowledgedOutput);

  /** Seconds before the program can begin. */
  default double delaySeconds() {
    return 0;
  }

  /** Repeats all reads from the truncation point on. */
  record Generic() implements Replay {
    @Override
    public Begin begin(ConnectionLog log, Service service, long acknowledgedOutput) {
      return new Begin(log.start(), 0);
    }
  }

  /**
   * Something alive or saved has done all reads up to an instant, and has its output up to there.
   *
   * @param untilSeconds the instant
   * @param outputBytes output that it had produced and the client acknowledged by then
   */
  record From(double untilSeconds, long outputBytes) implements Replay {
    @Override
    public Begin begin(ConnectionLog log, Service service, long acknowledgedOutput) {
      int done = 0;
      while (done < log.reads().size() && log.reads().get(done).atSeconds() <= untilSeconds) {
        done++;
      }
      ApplicationState state = log.stateAfter(done, 0);
      long output =
          Math.min(service.dueBytes(state.inputBytes()), Math.min(outputBytes, acknowledgedOutput));
      return new Begin(state.withOutput(Math.max(log.start().outputBytes(), output)), done);
    }
  }

  /**
   * The program knows how to go on at a position, as FTP does by offset: no read and no output is
   * repeated.
   *
   * @param seekSeconds time to get there, at least 0
   */
  record Resume(double seekSeconds) implements Replay {
    @Override
    public double delaySeconds() {
      return seekSeconds;
    }

    @Override
    public Begin begin(ConnectionLog log, Service service, long acknowledgedOutput) {
      int all = log.reads().size();
      ApplicationState state = log.stateAfter(all, 0);
      long output = Math.min(service.dueBytes(state.inputBytes()), acknowledgedOutput);
      return new Begin(state.withOutput(output), all);
    }
  }

  /**
   * The program asks its origin again for the request at hand, as a proxy does: earlier requests
   * are not repeated.
   *
   * @param reissueSeconds time until it has the answer, at least 0
   */
  record Reissue(double reissueSeconds) implements Replay {
    @Override
    public double delaySeconds() {
      return reissueSeconds;
    }

    @Override
    public Begin begin(ConnectionLog log, Service service, long acknowledgedOutput) {
      int skipped = 0;
      long position = log.start().inputBytes();
      long boundary = position;
      for (int i = 0; i < log.reads().size(); i++) {
        int length = log.reads().get(i).length();
        position += length;
        boolean whole = length > 0 && position % service.requestBytes() == 0;
        if (whole && service.dueBytes(position) <= acknowledgedOutput) {
          skipped = i + 1;
          boundary = position;
        }
      }
      ApplicationState state =
          skipped == 0
              ? log.start()
              : ApplicationState.atBoundary(boundary, service.dueBytes(boundary));
      return new Begin(state, skipped);
    }
  }

  /**
   * A begin.
   *
   * @param state of the program
   * @param readsDone reads of the log that are not repeated
   */
  record Begin(ApplicationState state, int readsDone) {}
}
