package hebe.models.timing.run;

import java.util.List;
import java.util.Optional;

/**
 * What a simulated host did while it was observed.
 *
 * @param seconds how long that was
 * @param guests by group, in the order of the setup
 * @param driver the driver domain, if there is one
 * @param shares where the time of all cores went; they add up to 1
 * @param events events of all guests
 * @param unverified counts, cells and rules that it rests on and that are not verified
 */
public record HostResult(
    double seconds,
    List<GuestResult> guests,
    Optional<DriverResult> driver,
    List<TimeShare> shares,
    long events,
    List<String> unverified) {
  public HostResult {
    guests = List.copyOf(guests);
    shares = List.copyOf(shares);
    unverified = List.copyOf(unverified);
  }

  /** The group of that name; an unknown one is an error. */
  public GuestResult guest(String name) {
    return guests.stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no group of guests is named " + name));
  }

  /** Share of the time of all cores that went to a cause; 0 for one that took none. */
  public double share(String cause) {
    return shares.stream()
        .filter(share -> share.cause().equals(cause))
        .mapToDouble(TimeShare::share)
        .sum();
  }
}
