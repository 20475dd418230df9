package hebe.models.connection.wrap;

import hebe.models.connection.server.ApplicationState;
import hebe.models.connection.server.Service;
import java.util.List;

/**
 * Where the next life of the program begins and what it must do again.
 *
 * @param state what it knows at the begin
 * @param lengths of the reads that it repeats
 * @param feed what the log has of the input
 * @param swallowTo output below this position is not sent
 */
record Restart(ApplicationState state, List<Integer> lengths, NorthSide.Feed feed, long swallowTo) {
  /** The first life: nothing to repeat. */
  static final Restart FIRST =
      new Restart(ApplicationState.START, List.of(), new NorthSide.Feed(0, 0), 0);

  Restart {
    lengths = List.copyOf(lengths);
  }

  /**
   * What a life must do again whose client has so much of the output; to be taken when the log is
   * drained and knows nothing beyond a gap.
   */
  static Restart of(
      Replay replay,
      ConnectionLog log,
      Service service,
      long clientHas,
      WrapSettings.Swallow where) {
    Replay.Begin begin = replay.begin(log, service, clientHas);
    long stable = log.stable();
    long dataEnd = Math.min(stable, log.end().orElse(stable));
    List<Integer> lengths =
        log.reads().stream().skip(begin.readsDone()).map(ConnectionLog.ReadRecord::length).toList();
    boolean north = where == WrapSettings.Swallow.NORTH;
    return new Restart(
        begin.state(),
        lengths,
        new NorthSide.Feed(dataEnd, stable),
        north ? clientHas : begin.state().outputBytes());
  }
}
