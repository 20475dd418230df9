package hebe.scenarios.build;

import hebe.models.catalog.Published;
import hebe.models.fleet.GuestGroup;
import hebe.models.fleet.HostGroup;
import hebe.models.recovery.Host;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.models.recovery.PlanSimulation;
import hebe.sim.result.Scaling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Downtime of one rejuvenation against the number of guests, for every mechanism; needs no
 * randomness.
 */
public final class GuestScaling {
  /** Guests beyond which the picture says no more. */
  private static final int MOST_GUESTS = 64;

  private final Published published;

  /** With these figures beside the predictions where they apply. */
  public GuestScaling(Published published) {
    this.published = published;
  }

  /** One picture for each group of hosts with one group of guests; empty for others. */
  public List<Scaling> of(Scenario scenario) {
    return scenario.datacenter().hosts().stream().map(this::of).flatMap(Optional::stream).toList();
  }

  private Optional<Scaling> of(HostGroup group) {
    if (group.guests().size() != 1) {
      return Optional.empty();
    }
    GuestGroup guests = group.guests().get(0);
    List<Scaling.Series> series = new ArrayList<>();
    for (Reboot reboot : Reboot.values()) {
      List<Scaling.Point> points = new ArrayList<>();
      for (int n = 1; n <= Math.min(guests.count(), MOST_GUESTS); n++) {
        Host.Guest one = new Host.Guest(guests.memoryGib(), guests.os(), guests.service());
        Host host = new Host(group.hardware(), group.vmm(), Collections.nCopies(n, one));
        points.add(
            new Scaling.Point(
                n, PlanSimulation.run(reboot.plan(host), host).longestOutageSeconds()));
      }
      series.add(new Scaling.Series(reboot.label(), points));
    }
    return Optional.of(
        new Scaling(
            guests.service().name().equals("none")
                ? "VMM rejuvenation with guests without a service"
                : "VMM rejuvenation with guests that run " + guests.service().name(),
            "number of guests",
            "downtime until the last guest is back [s]",
            series,
            measured(group, guests)));
  }

  /** The published points belong to one testbed, with the service that was measured. */
  private List<Scaling.Published> measured(HostGroup group, GuestGroup guests) {
    boolean testbed =
        group.hardware().name().equals("opteron-280-2006")
            && group.vmm().name().equals("xen-3.0.0")
            && guests.memoryGib() == 1;
    if (!testbed) {
      return List.of();
    }
    return switch (guests.service().name()) {
      // A saved reboot restarts nothing, so the point measured with ssh holds for JBoss too.
      case "jboss" ->
          List.of(
              point("rh-warm-jboss-11", Reboot.WARM),
              point("rh-saved-ssh-11", Reboot.SAVED),
              point("rh-cold-jboss-11", Reboot.COLD));
      case "sshd" ->
          List.of(point("rh-warm-ssh-11", Reboot.WARM), point("rh-saved-ssh-11", Reboot.SAVED));
      default -> List.of();
    };
  }

  private Scaling.Published point(String id, Reboot reboot) {
    Published.Figure figure = published.figure(id);
    return new Scaling.Published(
        id,
        reboot.label(),
        11,
        figure.value(),
        figure.low().orElseThrow(),
        figure.high().orElseThrow(),
        figure.verified());
  }
}
