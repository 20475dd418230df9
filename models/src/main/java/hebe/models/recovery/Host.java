package hebe.models.recovery;

import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import java.util.List;

/**
 * What a recovery operation needs to know of a host.
 *
 * @param hardware the machine
 * @param vmm the VMM with its control domain
 * @param guests the guests, in the order in which they are resumed
 */
public record Host(Profile hardware, Profile vmm, List<Guest> guests) {
  public Host {
    guests = List.copyOf(guests);
    double used = guests.stream().mapToDouble(Guest::memoryGib).sum() + vmm.get(Parameter.DOM0_MEMORY) / 1024;
    if (used > hardware.get(Parameter.MEMORY)) {
      throw new IllegalArgumentException(
          "guests and control domain need " + used + " GiB; " + hardware.name() + " has " + hardware.get(Parameter.MEMORY) + " GiB");
    }
  }

  /**
   * One guest.
   *
   * @param memoryGib its memory, above 0
   * @param os its system
   * @param service the service in it
   */
  public record Guest(double memoryGib, Profile os, Profile service) {
    public Guest {
      if (!(memoryGib > 0)) {
        throw new IllegalArgumentException("a guest has memory; got " + memoryGib + " GiB");
      }
    }
  }

  /** Memory that the VMM scrubs when it boots while these many GiB of guests stay frozen. */
  double scrubbedGib(double frozenGib) {
    return hardware.get(Parameter.MEMORY) - vmm.get(Parameter.DOM0_MEMORY) / 1024 - frozenGib;
  }

  /** Memory of all guests, in GiB. */
  double guestGib() {
    return guests.stream().mapToDouble(Guest::memoryGib).sum();
  }
}
