package hebe.models.migration;

import hebe.models.migration.ControlLaw.Live;
import hebe.models.migration.ControlLaw.Next;
import hebe.models.migration.ControlLaw.Progress;
import hebe.models.migration.ControlLaw.Stop;
import java.util.ArrayList;
import java.util.List;

/** Live migration by pre-copy: rounds while the guest runs, then a last copy while it does not. */
public final class PreCopy {
  /** Every law ends by itself long before; a law that does not is a defect. */
  private static final int MOST_ROUNDS = 100_000;

  private PreCopy() {}

  /** A migration alone on its link. */
  public static PreCopyRun run(DirtyModel memory, ControlLaw law, SwitchOver switchOver) {
    Passes passes = memory.begin();
    List<Round> rounds = new ArrayList<>();
    Next next = law.next(new Progress(memory.memoryBytes(), rounds, passes.pendingBytes()));
    while (next instanceof Live live) {
      if (rounds.size() == MOST_ROUNDS) {
        throw new IllegalStateException(
            "a pre-copy did not end within " + MOST_ROUNDS + " rounds under " + law);
      }
      Passes.Pass pass = passes.copy(live.bitsPerSecond() / Byte.SIZE, live.guestSpeed());
      rounds.add(new Round(pass, live.bitsPerSecond(), live.guestSpeed()));
      next = law.next(new Progress(memory.memoryBytes(), rounds, passes.pendingBytes()));
    }
    Stop stop = (Stop) next;
    double finalSeconds = passes.pendingBytes() / (stop.bitsPerSecond() / Byte.SIZE);
    return new PreCopyRun(rounds, passes.pendingBytes(), finalSeconds, stop.reason(), switchOver);
  }
}
