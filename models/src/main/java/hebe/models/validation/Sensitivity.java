package hebe.models.validation;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Published;
import hebe.models.recovery.Host;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.models.recovery.PlanSimulation;
import hebe.sim.result.Sourced;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the downtime of eleven guests moves with an input that is only assumed, over the range that
 * the catalog gives it.
 *
 * @param input the input
 * @param low lower end of its range, in its unit
 * @param high upper end of its range
 * @param figure id of the predicted figure
 * @param atLowSeconds prediction at the lower end
 * @param atHighSeconds prediction at the upper end
 */
public record Sensitivity(
    Parameter input,
    double low,
    double high,
    String figure,
    double atLowSeconds,
    double atHighSeconds) {
  /** The sensitivities of the downtimes to the inputs that matter most. */
  public static List<Sensitivity> all(Published published, Catalog catalog) {
    Host host = new Testbed(catalog).host(11, 1, "jboss");
    double start = published.figure("rh-jboss-start").value();
    return List.of(
        of(host, Parameter.SERVICE_START_DISK, "rh-cold-jboss-11", Reboot.COLD, start),
        of(host, Parameter.DISK_INTERFERENCE, "rh-saved-ssh-11", Reboot.SAVED, start),
        of(host, Parameter.DOM0_SHUTDOWN, "rh-cold-jboss-11", Reboot.COLD, start),
        of(host, Parameter.SCRUB, "rh-cold-jboss-11", Reboot.COLD, start));
  }

  private static Sensitivity of(
      Host host, Parameter input, String figure, Reboot reboot, double startSeconds) {
    Sourced value = host.profile(input.kind()).values().get(input);
    double low = value.low().orElseThrow();
    double high = value.high().orElseThrow();
    return new Sensitivity(
        input,
        low,
        high,
        figure,
        outage(host, input, low, reboot, startSeconds),
        outage(host, input, high, reboot, startSeconds));
  }

  /**
   * The longest outage with another value; a start of JBoss keeps its whole length whatever its
   * split.
   */
  private static double outage(
      Host host, Parameter input, double changed, Reboot reboot, double startSeconds) {
    Map<Parameter, Sourced> values = new EnumMap<>(Parameter.class);
    values.put(input, Sourced.given(changed, input.unit(), "sensitivity"));
    if (input == Parameter.SERVICE_START_DISK) {
      values.put(
          Parameter.SERVICE_START_CPU, Sourced.given(startSeconds - changed, "s", "sensitivity"));
    }
    Host other = host.with(input.kind(), values);
    return PlanSimulation.run(reboot.plan(other), other).longestOutageSeconds();
  }
}
