package hebe.models.timing.run;

import java.util.List;

/**
 * What the guests of one group got.
 *
 * @param name of the group
 * @param count guests
 * @param nativeSeconds native work done by all of them, in seconds of a core
 * @param runSeconds time on cores of all of them
 * @param shares where the time on cores went, native work first; they add up to 1 unless the guests
 *     never ran
 * @param events events of the load that happened
 * @param completion completion time of a piece of work, or response time of a request from its
 *     arrival at the host until its answer has left
 */
public record GuestResult(
    String name,
    int count,
    double nativeSeconds,
    double runSeconds,
    List<TimeShare> shares,
    long events,
    Distribution completion) {
  public GuestResult {
    shares = List.copyOf(shares);
  }

  /** Time on a core per native time, waiting for a core not included; 1 if it never ran. */
  public double slowDown() {
    return nativeSeconds == 0 ? 1 : runSeconds / nativeSeconds;
  }

  /** Share of the time on cores that went to a cause; 0 for one that took none. */
  public double share(String cause) {
    return shares.stream()
        .filter(share -> share.cause().equals(cause))
        .mapToDouble(TimeShare::share)
        .sum();
  }
}
