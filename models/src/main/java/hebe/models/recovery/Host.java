package hebe.models.recovery;

import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.sim.result.Sourced;
import java.util.List;
import java.util.Map;

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
    double used =
        guests.stream().mapToDouble(Guest::memoryGib).sum() + vmm.get(Parameter.DOM0_MEMORY) / 1024;
    if (used > hardware.get(Parameter.MEMORY)) {
      throw new IllegalArgumentException(
          "guests and control domain need "
              + used
              + " GiB; "
              + hardware.name()
              + " has "
              + hardware.get(Parameter.MEMORY)
              + " GiB");
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

    private Guest with(Parameter.Kind kind, Map<Parameter, Sourced> values) {
      return new Guest(
          memoryGib,
          kind == Parameter.Kind.OS ? os.with(values) : os,
          kind == Parameter.Kind.SERVICE ? service.with(values) : service);
    }
  }

  /** The profile of this kind; of the first guest for systems and services. */
  public Profile profile(Parameter.Kind kind) {
    return switch (kind) {
      case HARDWARE -> hardware;
      case VMM -> vmm;
      case OS -> guests.get(0).os();
      case SERVICE -> guests.get(0).service();
      case IN_PLACE ->
          throw new IllegalArgumentException("how a VMM is replaced is no part of its host");
    };
  }

  /** This host with some values of one kind replaced, in all guests if it is theirs. */
  public Host with(Parameter.Kind kind, Map<Parameter, Sourced> values) {
    return new Host(
        kind == Parameter.Kind.HARDWARE ? hardware.with(values) : hardware,
        kind == Parameter.Kind.VMM ? vmm.with(values) : vmm,
        guests.stream().map(guest -> guest.with(kind, values)).toList());
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
