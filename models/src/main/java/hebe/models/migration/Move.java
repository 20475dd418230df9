package hebe.models.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How all guests of a host are moved over one link: so many at once, the next ones when all of
 * these have arrived. Guests of a wave that are moved by pre-copy share what the others of the wave
 * leave them by demand ({@link SharedLink}); every other has an equal share of the link.
 *
 * @param mode how each is moved; empty if the choice is made for each by how it writes
 * @param law control law of the live rounds
 * @param hybridRounds most live rounds of a hybrid, at least 0
 * @param choice pre-copy or post-copy, where that is chosen
 * @param bitsPerSecond rate of the link, above 0
 * @param atOnce guests that share the link, at least 1
 * @param roundTripSeconds of a request of a post-copy, at least 0
 * @param stateBytes processor and device state of a guest that a post-copy sends first, at least 0
 * @param switchOver fixed parts of every downtime
 */
public record Move(
    Optional<MigrationMode> mode,
    ControlLaw law,
    int hybridRounds,
    ChoicePolicy choice,
    double bitsPerSecond,
    int atOnce,
    double roundTripSeconds,
    double stateBytes,
    SwitchOver switchOver) {
  public Move {
    Require.notNegative("rounds of a hybrid", hybridRounds);
    Require.positive("rate of the link in bit/s", bitsPerSecond);
    Require.positive("guests at once", atOnce);
    Require.notNegative("round trip in seconds", roundTripSeconds);
    Require.notNegative("state in bytes", stateBytes);
  }

  /** The copies of these guests, in their order, when nothing fails. */
  public List<GuestCopy> plan(List<GuestMemory> guests) {
    List<GuestCopy> copies = new ArrayList<>();
    double start = 0;
    for (int first = 0; first < guests.size(); first += atOnce) {
      double begin = start;
      List<GuestMemory> wave = guests.subList(first, Math.min(first + atOnce, guests.size()));
      for (GuestCopy copy : wave(wave)) {
        copies.add(copy.after(begin));
        start = Math.max(start, begin + copy.endSeconds());
      }
    }
    return copies;
  }

  /** How long a guest stands still that is stopped, sent with the link for itself, and started. */
  public double stopAndCopySeconds(GuestMemory guest) {
    return new StopAndCopy(guest.bytes(), bitsPerSecond, switchOver).seconds();
  }

  private List<GuestCopy> wave(List<GuestMemory> wave) {
    double share = bitsPerSecond / wave.size();
    List<SharedLink.Guest> live = new ArrayList<>();
    wave.stream()
        .filter(guest -> modeOf(guest, share) == MigrationMode.PRE_COPY)
        .forEach(guest -> live.add(new SharedLink.Guest(guest.writes(), law, switchOver)));
    List<PreCopyRun> runs =
        live.isEmpty() ? List.of() : SharedLink.parallel(share * live.size(), live);
    Map<GuestMemory, GuestCopy> others = new LinkedHashMap<>();
    List<GuestCopy> copies = new ArrayList<>();
    int next = 0;
    for (GuestMemory guest : wave) {
      if (modeOf(guest, share) == MigrationMode.PRE_COPY) {
        copies.add(preCopy(runs.get(next)));
        next++;
      } else {
        // Equal guests with equal shares go the same way, and a post-copy is long to compute.
        copies.add(others.computeIfAbsent(guest, same -> alone(same, share)));
      }
    }
    return copies;
  }

  private MigrationMode modeOf(GuestMemory guest, double share) {
    return mode.orElseGet(
        () -> {
          double ratio = guest.dirtyBitsPerSecond() / share;
          double dirty = guest.writes().dirtyBytes(1) / guest.bytes();
          return choice.choose(List.of(choice.digit(dirty, ratio)), ratio, 0);
        });
  }

  private GuestCopy alone(GuestMemory guest, double share) {
    return switch (modeOf(guest, share)) {
      case STOP_AND_COPY -> stopAndCopy(guest, share);
      case POST_COPY -> postCopy(PostCopy.run(guest.pages(), link(share), Push.AROUND_LAST_FAULT));
      case HYBRID -> hybrid(guest, share);
      case PRE_COPY -> throw new IllegalStateException("a pre-copy shares its link");
    };
  }

  private PostCopyLink link(double share) {
    return new PostCopyLink(share, roundTripSeconds, stateBytes, switchOver);
  }

  private GuestCopy preCopy(PreCopyRun run) {
    return new GuestCopy(
        MigrationMode.PRE_COPY,
        0,
        run.liveSeconds(),
        run.finalSeconds() + switchOver.latencySeconds(),
        switchOver.resumeSeconds(),
        0,
        0,
        run.rounds(),
        run.totalBytes());
  }

  private GuestCopy stopAndCopy(GuestMemory guest, double share) {
    double all = new StopAndCopy(guest.bytes(), share, switchOver).seconds();
    return new GuestCopy(
        MigrationMode.STOP_AND_COPY,
        0,
        0,
        all - switchOver.resumeSeconds(),
        switchOver.resumeSeconds(),
        0,
        0,
        List.of(),
        guest.bytes());
  }

  private GuestCopy postCopy(PostCopyRun run) {
    return new GuestCopy(
        MigrationMode.POST_COPY,
        0,
        0,
        run.downtimeSeconds() - switchOver.resumeSeconds(),
        switchOver.resumeSeconds(),
        run.pushSeconds(),
        Math.min(run.stallSeconds(), run.pushSeconds()),
        List.of(),
        run.totalBytes());
  }

  /** The live rounds get no more than the share of the link; then all that is dirty is pushed. */
  private GuestCopy hybrid(GuestMemory guest, double share) {
    ControlLaw bounded = new AtMostRounds(law, hybridRounds, share);
    PreCopyRun live =
        SharedLink.parallel(
                share, List.of(new SharedLink.Guest(guest.writes(), bounded, switchOver)))
            .get(0);
    PostCopyMemory pages = guest.pages();
    int missing = (int) Math.ceil(live.finalBytes() / pages.pageBytes());
    PostCopyRun run =
        PostCopy.run(pages.touchingAllOf(missing), link(share), Push.AROUND_LAST_FAULT);
    GuestCopy after = postCopy(run);
    return new GuestCopy(
        MigrationMode.HYBRID,
        0,
        live.liveSeconds(),
        after.stopSeconds(),
        after.activateSeconds(),
        after.pushSeconds(),
        after.stallSeconds(),
        live.rounds(),
        live.totalBytes() - live.finalBytes() + run.totalBytes());
  }
}
