package hebe.models.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * Several pre-copies at once over one link, which is shared processor-like: everybody gets what its
 * control law asks for, or an equal share of what the more modest ones leave (max-min fairness).
 * From one end of a pass to the next the rates are constant. Fixed parts of a downtime use no link.
 */
public final class SharedLink {
  private final double bytesPerSecond;
  private final List<LinkUser> users;

  private SharedLink(double bytesPerSecond, List<LinkUser> users) {
    this.bytesPerSecond = bytesPerSecond;
    this.users = users;
  }

  /**
   * A guest that migrates.
   *
   * @param memory its memory
   * @param law its control law
   * @param switchOver the fixed parts of its downtime
   */
  public record Guest(Windowed memory, ControlLaw law, SwitchOver switchOver) {}

  /** All at once from time 0; the runs in the order of the guests. */
  public static List<PreCopyRun> parallel(double bitsPerSecond, List<Guest> guests) {
    Require.positive("rate of the link in bit/s", bitsPerSecond);
    List<LinkUser> users = guests.stream().map(LinkUser::new).toList();
    new SharedLink(bitsPerSecond / Byte.SIZE, users).runAll();
    return users.stream().map(LinkUser::result).toList();
  }

  /** One after another, each with the link for itself. */
  public static List<PreCopyRun> serial(double bitsPerSecond, List<Guest> guests) {
    return guests.stream().map(guest -> parallel(bitsPerSecond, List.of(guest)).get(0)).toList();
  }

  private void runAll() {
    List<LinkUser> active = active();
    while (!active.isEmpty()) {
      List<Double> rates = rates(active);
      double step = Double.POSITIVE_INFINITY;
      for (int i = 0; i < rates.size(); i++) {
        step = Math.min(step, active.get(i).secondsLeft(rates.get(i)));
      }
      for (int i = 0; i < rates.size(); i++) {
        LinkUser user = active.get(i);
        boolean ends = user.secondsLeft(rates.get(i)) <= step;
        user.send(step, rates.get(i));
        if (ends) {
          user.endPass();
        }
      }
      active = active();
    }
  }

  private List<LinkUser> active() {
    return users.stream().filter(LinkUser::active).toList();
  }

  /** Rates in bytes/s: who asks for less than an equal share of the rest gets it, first. */
  private List<Double> rates(List<LinkUser> active) {
    List<Integer> byDemand = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      byDemand.add(i);
    }
    byDemand.sort(java.util.Comparator.comparingDouble(i -> active.get(i).wantedBytesPerSecond()));
    List<Double> rates = new ArrayList<>(java.util.Collections.nCopies(active.size(), 0.0));
    double left = bytesPerSecond;
    int waiting = active.size();
    for (int i : byDemand) {
      double rate = Math.min(active.get(i).wantedBytesPerSecond(), left / waiting);
      rates.set(i, rate);
      left -= rate;
      waiting--;
    }
    return rates;
  }
}
