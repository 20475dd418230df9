package hebe.models.migration;

import java.util.List;

/**
 * A migration by pre-copy.
 *
 * @param rounds the live rounds
 * @param finalBytes what was sent while the guest stood still
 * @param finalSeconds how long that took
 * @param reason why the guest was stopped then
 * @param switchOver the fixed parts of the downtime
 */
public record PreCopyRun(
    List<Round> rounds,
    double finalBytes,
    double finalSeconds,
    ControlLaw.Reason reason,
    SwitchOver switchOver) {
  public PreCopyRun {
    rounds = List.copyOf(rounds);
  }

  /** Live rounds and the last copy. */
  public int transfers() {
    return rounds.size() + 1;
  }

  /** All bytes that crossed the link. */
  public double totalBytes() {
    return rounds.stream().mapToDouble(round -> round.pass().sentBytes()).sum() + finalBytes;
  }

  /** From the first byte until the guest is stopped, in seconds. */
  public double liveSeconds() {
    return rounds.stream().mapToDouble(round -> round.pass().seconds()).sum();
  }

  /** How long the guest stands still, in seconds. */
  public double downtimeSeconds() {
    return finalSeconds + switchOver.seconds();
  }

  /** From the first byte until the guest runs at the destination, in seconds. */
  public double durationSeconds() {
    return liveSeconds() + downtimeSeconds();
  }

  /** What dirty logging took from the guest, in seconds. */
  public double trapSeconds(SourceCost cost) {
    return rounds.stream().mapToDouble(cost::trapSeconds).sum();
  }

  /** What the live rounds took from the guest, in seconds of its work. */
  public double lostSeconds(SourceCost cost) {
    return rounds.stream().mapToDouble(cost::lostSeconds).sum();
  }
}
