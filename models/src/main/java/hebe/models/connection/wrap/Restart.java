package hebe.models.connection.wrap;

import hebe.models.connection.server.ApplicationState;
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
}
