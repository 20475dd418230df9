package hebe.sim.result;

import java.io.Serializable;
import java.util.List;

/**
 * One outage of one subject.
 *
 * @param subject the named part that was down, for example {@code host/web-3}
 * @param startSeconds when it began, in seconds since the start of the replication
 * @param endSeconds when it ended, or the horizon if it was still lasting
 * @param cause what began it
 * @param lost everything lost in its course, also by what happened after its begin
 * @param lasting whether it still lasted at the horizon
 */
public record Outage(
    String subject,
    double startSeconds,
    double endSeconds,
    Cause cause,
    List<String> lost,
    boolean lasting)
    implements Serializable {
  public Outage {
    lost = List.copyOf(lost);
    if (!(endSeconds >= startSeconds)) {
      throw new IllegalArgumentException(
          "an outage of "
              + subject
              + " ends before it begins: "
              + startSeconds
              + " to "
              + endSeconds);
    }
  }

  /** Length in seconds. */
  public double seconds() {
    return endSeconds - startSeconds;
  }
}
