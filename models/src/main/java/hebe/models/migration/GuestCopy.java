package hebe.models.migration;

import java.util.List;

/**
 * The way of one guest to another host, stage by stage; times in seconds.
 *
 * @param mode how it goes
 * @param startSeconds from the begin of the move until its first page is sent
 * @param liveSeconds it runs at the source and is copied
 * @param stopSeconds it stands still, and the source has all of its state
 * @param activateSeconds it stands still, and the destination has all of its state
 * @param pushSeconds it runs at the destination, and pages are still at the source
 * @param stallSeconds how long it waits for such pages, at most the push
 * @param rounds the live rounds
 * @param bytes all that crosses the link
 */
public record GuestCopy(
    MigrationMode mode,
    double startSeconds,
    double liveSeconds,
    double stopSeconds,
    double activateSeconds,
    double pushSeconds,
    double stallSeconds,
    List<Round> rounds,
    double bytes) {
  public GuestCopy {
    rounds = List.copyOf(rounds);
  }

  /** When it stops, since the begin of the move. */
  public double stopsSeconds() {
    return startSeconds + liveSeconds;
  }

  /** How long it stands still. */
  public double downtimeSeconds() {
    return stopSeconds + activateSeconds;
  }

  /** When nothing of it is left at the source, since the begin of the move. */
  public double endSeconds() {
    return stopsSeconds() + downtimeSeconds() + pushSeconds;
  }

  /** Share of its work that it loses while it is copied and runs; 0 to 1, and 0 without a copy. */
  public double lostWhileLive(SourceCost cost) {
    double lost = rounds.stream().mapToDouble(cost::lostSeconds).sum();
    return liveSeconds > 0 ? Math.min(1, lost / liveSeconds) : 0;
  }

  /** Share of its work that it loses while pages are pushed; 0 to 1. */
  public double lostWhilePushed() {
    return pushSeconds > 0 ? Math.min(1, stallSeconds / pushSeconds) : 0;
  }

  GuestCopy after(double seconds) {
    return new GuestCopy(
        mode,
        startSeconds + seconds,
        liveSeconds,
        stopSeconds,
        activateSeconds,
        pushSeconds,
        stallSeconds,
        rounds,
        bytes);
  }
}
