package hebe.models;

import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.recovery.Host;
import hebe.sim.result.Sourced;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Hosts whose constants a double holds exactly, so that expected times are exact, too.
 *
 * <p>The machine: 8 GiB, 2 cores, POST 40 s, scrub 1 s/GiB, disk 128 MiB/s (8 s per GiB), g = 0.25.
 * The VMM: control domain of 1 GiB with shutdown 10 s and boot 20 s, start 5 s, freeze 1 s/GiB,
 * resume 2 s + 1 s/GiB. A guest: shutdown 6 s, boot 3 s + 4 s of disk. Its service: 2 s of disk, 8
 * s of a core.
 *
 * <p>So a host with nothing frozen scrubs 7 GiB, and from reset to ready it takes 40 + 5 + 7 + 20 =
 * 72 s.
 */
public final class Fixtures {
  private static final double[] HARDWARE = {8, 2, 40, 1, 128, 0.25};
  private static final double[] VMM = {1024, 10, 5, 20, 1, 2, 1};
  private static final double[] OS = {6, 3, 4};
  private static final double[] SERVICE = {2, 8};
  private static final double[] IN_PLACE = {10, 1, 1, 4, 2, 0.5, 3, 2, 1};

  private Fixtures() {}

  /** A profile with these values, in the order of the parameters of its kind. */
  public static Profile profile(Parameter.Kind kind, double... values) {
    Map<Parameter, Sourced> sourced = new EnumMap<>(Parameter.class);
    List<Parameter> parameters = Parameter.of(kind);
    for (int i = 0; i < values.length; i++) {
      Parameter parameter = parameters.get(i);
      sourced.put(parameter, Sourced.given(values[i], parameter.unit(), "test"));
    }
    return new Profile(kind, "test-" + kind.label(), sourced);
  }

  /** The machine. */
  public static Profile hardware() {
    return profile(Parameter.Kind.HARDWARE, HARDWARE);
  }

  /** The VMM. */
  public static Profile vmm() {
    return profile(Parameter.Kind.VMM, VMM);
  }

  /** The guest system. */
  public static Profile os() {
    return profile(Parameter.Kind.OS, OS);
  }

  /** The service. */
  public static Profile service() {
    return profile(Parameter.Kind.SERVICE, SERVICE);
  }

  /**
   * A technique that replaces a VMM: load 10 s, freeze 1 s + 1 s/GiB, start 4 s + 2 s for each
   * further core, tables 0.5 s/GiB, host boot 3 s, thaw 2 s + 1 s/GiB. On the host 6 + 4 + 3 = 13 s
   * from stop to ready.
   */
  public static Profile inPlace() {
    return profile(Parameter.Kind.IN_PLACE, IN_PLACE);
  }

  /** A profile with one value replaced. */
  public static Profile with(Profile profile, Parameter parameter, double value) {
    return profile.with(Map.of(parameter, Sourced.given(value, parameter.unit(), "test")));
  }

  /** A profile whose every duration is multiplied; a rate is divided. */
  public static Profile slower(Profile profile, double factor) {
    Profile slow = profile;
    for (Parameter parameter : Parameter.of(profile.kind())) {
      double value = profile.get(parameter);
      switch (parameter.unit()) {
        case "s", "s/GiB" -> slow = with(slow, parameter, value * factor);
        case "MiB/s" -> slow = with(slow, parameter, value / factor);
        default -> slow = with(slow, parameter, value);
      }
    }
    return slow;
  }

  /** A machine and a VMM that boot in no time. */
  public static Profile instantHardware() {
    return with(with(hardware(), Parameter.POST, 0), Parameter.SCRUB, 0);
  }

  /** A VMM that starts in no time. */
  public static Profile instantVmm() {
    return profile(Parameter.Kind.VMM, 1024, 0, 0, 0, 0, 0, 0);
  }

  /** The host with guests of these sizes. */
  public static Host host(double... guestGib) {
    return host(hardware(), vmm(), guestGib);
  }

  /** A host with guests of these sizes. */
  public static Host host(Profile hardware, Profile vmm, double... guestGib) {
    List<Host.Guest> guests =
        java.util.Arrays.stream(guestGib)
            .mapToObj(gib -> new Host.Guest(gib, os(), service()))
            .toList();
    return new Host(hardware, vmm, guests);
  }
}
