package hebe.models.recovery;

import java.util.List;

/** An operation that makes a part fresh: its name, what it clears and what is lost by it. */
public interface Renewal {
  /** Its name in scenarios and results. */
  String label();

  /** What it does to everything that ages or is scheduled. */
  Fates fates();

  /** What the guests lose by it. */
  List<String> lost();
}
