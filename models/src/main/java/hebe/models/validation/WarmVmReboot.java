package hebe.models.validation;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.catalog.Published;
import hebe.models.recovery.Host;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.models.recovery.PlanSimulation;
import hebe.models.recovery.PlanTimes;
import hebe.models.recovery.Plans;
import hebe.models.validation.Prediction.Standing;
import hebe.sim.result.Sourced;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Predictions of the figures on the reboot of VMMs (Kourai and Chiba, 2007 and 2011). */
public final class WarmVmReboot {
  private static final int GUESTS = 11;

  private final Published published;
  private final Catalog catalog;
  private final List<Prediction> predictions = new ArrayList<>();

  private WarmVmReboot(Published published, Catalog catalog) {
    this.published = published;
    this.catalog = catalog;
  }

  /**
   * All of them. Every input is a figure to calibrate with or a default, most of them recalled: no
   * row can be a gate yet.
   */
  public static List<Prediction> predict(Published published, Catalog catalog) {
    WarmVmReboot predictor = new WarmVmReboot(published, catalog);
    predictor.tasks();
    predictor.downtimes();
    predictor.reductions();
    predictor.availabilities();
    return List.copyOf(predictor.predictions);
  }

  /** Downtimes of n guests in seconds: warm, saved, cold with sshd, then with JBoss. */
  public static List<Double> downtimes(Published published, Catalog catalog, int guests) {
    WarmVmReboot predictor = new WarmVmReboot(published, catalog);
    List<Double> downtimes = new ArrayList<>();
    for (String service : List.of("sshd", "jboss")) {
      for (Reboot reboot : Reboot.values()) {
        downtimes.add(predictor.downtime(reboot, guests, service));
      }
    }
    return downtimes;
  }

  /**
   * How the downtimes at eleven guests move with inputs that are only assumed, over the ranges that
   * the catalog gives them.
   */
  public static List<Sensitivity> sensitivity(Published published, Catalog catalog) {
    WarmVmReboot predictor = new WarmVmReboot(published, catalog);
    return List.of(
        predictor.sensitivity(Parameter.SERVICE_START_DISK, "rh-cold-jboss-11", Reboot.COLD),
        predictor.sensitivity(Parameter.DISK_INTERFERENCE, "rh-saved-ssh-11", Reboot.SAVED),
        predictor.sensitivity(Parameter.DOM0_SHUTDOWN, "rh-cold-jboss-11", Reboot.COLD),
        predictor.sensitivity(Parameter.SCRUB, "rh-cold-jboss-11", Reboot.COLD));
  }

  private Sensitivity sensitivity(Parameter input, String id, Reboot reboot) {
    Host host = host(GUESTS, 1, "jboss");
    Sourced value = host.profile(input.kind()).values().get(input);
    double low = value.low().orElseThrow();
    double high = value.high().orElseThrow();
    return new Sensitivity(
        input.kind().label() + "." + input.key(),
        low,
        high,
        id,
        outage(host, input, low, reboot),
        outage(host, input, high, reboot));
  }

  /**
   * The longest outage when an input has another value; a start of JBoss keeps its length whatever
   * its split.
   */
  private double outage(Host host, Parameter input, double changed, Reboot reboot) {
    Map<Parameter, Sourced> values = new EnumMap<>(Parameter.class);
    values.put(input, Sourced.given(changed, input.unit(), "sensitivity"));
    if (input == Parameter.SERVICE_START_DISK) {
      double rest = published.figure("rh-jboss-start").value() - changed;
      values.put(Parameter.SERVICE_START_CPU, Sourced.given(rest, "s", "sensitivity"));
    }
    Host other = host.with(input.kind(), values);
    return PlanSimulation.run(reboot.plan(other), other).longestOutageSeconds();
  }

  /**
   * How a prediction moves with an input.
   *
   * @param what the input
   * @param from lower end of its range, in its unit
   * @param to upper end of its range
   * @param figure id of the predicted figure
   * @param atLow prediction in seconds at the lower end
   * @param atHigh prediction in seconds at the upper end
   */
  public record Sensitivity(
      String what, double from, double to, String figure, double atLow, double atHigh) {}

  private void tasks() {
    Host one = host(1, 11, "none");
    PlanTimes saved = PlanSimulation.run(Plans.saved(one), one);
    add(
        "rh-restore-disk-1x11",
        saved.endOf("restore") - saved.startOf("restore"),
        Standing.NOT_INDEPENDENT,
        "11 GiB over the disk rate, which is the mean of this figure and of the save");
    Line vmm = Line.fit(0, GUESTS, this::vmmReboot);
    add(
        "rh-vmm-slope",
        vmm.slope(),
        Standing.UNVERIFIED,
        "slope over n = 0..11: scrub of the memory that is not frozen");
    add(
        "rh-vmm-11",
        vmmReboot(GUESTS),
        Standing.UNVERIFIED,
        "quick reload + scrub of what is not frozen + dom0 boot");
    Line os = Line.fit(1, GUESTS, this::osReboot);
    add(
        "rh-os-reboot-11",
        osReboot(GUESTS),
        Standing.UNVERIFIED,
        "shutdown of one guest + boots that share the disk");
    add(
        "rh-os-linearity",
        os.rSquared(),
        Standing.NOT_INDEPENDENT,
        "line through n = 1..11; the inputs are fitted coefficients");
    add(
        "rh-boot-11",
        osReboot(GUESTS) - linux().get(Parameter.OS_SHUTDOWN),
        Standing.NOT_INDEPENDENT,
        "2.8 and 3.4 are inputs");
    Host empty = host(0, 1, "none");
    PlanTimes cold = PlanSimulation.run(Plans.cold(empty), empty);
    double reset = cold.endOf("VMM start") - cold.startOf("POST");
    double reload = cold.endOf("VMM start") - cold.startOf("VMM start");
    add(
        "rh-hw-reset",
        reset,
        Standing.UNVERIFIED,
        "POST + VMM start; the scrub left out, as in the definition of the quick reload; with it "
            + Text.seconds(cold.endOf("scrub") - cold.startOf("POST")));
    add(
        "rh-reset-gap",
        reset - reload,
        Standing.NOT_INDEPENDENT,
        "the POST, which is the same datum");
  }

  private void downtimes() {
    add(
        "rh-warm-slope",
        Line.fit(1, GUESTS, n -> downtime(Reboot.WARM, n, "sshd")).slope(),
        Standing.UNVERIFIED,
        "slope of the longest guest outage over n = 1..11");
    add(
        "rh-warm-ssh-11",
        downtime(Reboot.WARM, GUESTS, "sshd"),
        Standing.UNVERIFIED,
        "until the last guest is back");
    add(
        "rh-warm-jboss-11",
        downtime(Reboot.WARM, GUESTS, "jboss"),
        Standing.UNVERIFIED,
        "until the last guest is back");
    add(
        "rh-saved-ssh-11",
        downtime(Reboot.SAVED, GUESTS, "sshd"),
        Standing.UNVERIFIED,
        "until the last guest is back; the interference of streams is fitted on the restore");
    add(
        "rh-cold-jboss-11",
        downtime(Reboot.COLD, GUESTS, "jboss"),
        Standing.UNVERIFIED,
        "until the last service is back; depends on the free split of the start of JBoss: see the sensitivity below");
  }

  private void reductions() {
    Line r =
        Line.fit(
            1, GUESTS, n -> downtime(Reboot.COLD, n, "none") - downtime(Reboot.WARM, n, "none"));
    add(
        "rh-r-slope",
        r.slope(),
        Standing.UNVERIFIED,
        "line through cold - warm, n = 1..11, guests without a service");
    add(
        "rh-r-const",
        r.constant(),
        Standing.UNVERIFIED,
        "the shutdown of dom0 ("
            + Text.seconds(xen().get(Parameter.DOM0_SHUTDOWN))
            + ") is a task of its own here: the source's constant does not have it");
    add(
        "rh-r-alpha",
        -osReboot(1),
        Standing.NOT_INDEPENDENT,
        "one guest's reboot, which is an input");
    double best = 0;
    for (int n = 1; n <= GUESTS; n++) {
      best = Math.max(best, reduction(n, "sshd"));
    }
    add(
        "tdsc-reduction-max",
        best,
        Standing.UNVERIFIED,
        "largest over n = 1..11; the figure is verified, the inputs are not");
    add("rh-reduction-jboss", reduction(GUESTS, "jboss"), Standing.UNVERIFIED, "1 - warm / cold");
  }

  private void availabilities() {
    double week = 7 * 86_400.0;
    ScheduledAvailability warm =
        ScheduledAvailability.of(host(GUESTS, 1, "jboss"), Reboot.WARM, 4 * week, week);
    ScheduledAvailability cold =
        ScheduledAvailability.of(host(GUESTS, 1, "jboss"), Reboot.COLD, 3.5 * week, week);
    double warmDown = warm.downSecondsPerCycle();
    // The source counts 28 days with three and a half guest rejuvenations; a cycle of 24.5 days
    // that loses half an interval has three.
    double coldDown = cold.downSecondsPerCycle() + 0.5 * guestReboot();
    add(
        "rh-down4w-warm",
        warmDown,
        Standing.UNVERIFIED,
        "simulated: mean over the guests of 4 guest rejuvenations and a warm reboot");
    add(
        "rh-down4w-cold",
        coldDown,
        Standing.UNVERIFIED,
        "simulated with a VMM period of 24.5 days, which loses half a guest interval: 3 guest rejuvenations and a cold reboot, and half a guest rejuvenation added as the source counts it");
    add(
        "rh-avail-warm",
        100 * (1 - warmDown / (4 * week)),
        Standing.UNVERIFIED,
        "1 - the downtime above / 28 days");
    add(
        "rh-avail-cold",
        100 * (1 - coldDown / (4 * week)),
        Standing.UNVERIFIED,
        "1 - the downtime above / 28 days");
  }

  /** Downtime of n guests of 1 GiB in seconds: until the last one is back. */
  double downtime(Reboot reboot, int guests, String service) {
    Host host = host(guests, 1, service);
    return PlanSimulation.run(reboot.plan(host), host).longestOutageSeconds();
  }

  private double reduction(int guests, String service) {
    return 100
        * (1 - downtime(Reboot.WARM, guests, service) / downtime(Reboot.COLD, guests, service));
  }

  private double vmmReboot(int frozen) {
    Host host = host(frozen, 1, "none");
    PlanTimes times = PlanSimulation.run(Plans.warm(host), host);
    return times.endOf("dom0 boot") - times.startOf("quick reload");
  }

  private double osReboot(int guests) {
    Host host = host(guests, 1, "none");
    PlanTimes restart = PlanSimulation.run(Plans.restart(host), host);
    return linux().get(Parameter.OS_SHUTDOWN) + restart.endSeconds() - restart.hostReadySeconds();
  }

  private double guestReboot() {
    Host host = host(1, 1, "jboss");
    return PlanSimulation.run(Plans.guestReboot(host, 0), host).endSeconds();
  }

  private Host host(int guests, double memoryGib, String service) {
    Profile running = catalog.profile(Parameter.Kind.SERVICE, service);
    Host.Guest guest = new Host.Guest(memoryGib, linux(), running);
    return new Host(
        catalog.profile(Parameter.Kind.HARDWARE, "opteron-280-2006"),
        xen(),
        Collections.nCopies(guests, guest));
  }

  private Profile linux() {
    return catalog.profile(Parameter.Kind.OS, "linux-2.6.12");
  }

  private Profile xen() {
    return catalog.profile(Parameter.Kind.VMM, "xen-3.0.0");
  }

  private void add(String id, double predicted, Standing standing, String how) {
    predictions.add(new Prediction(published.figure(id), predicted, standing, how));
  }

  /** A least-squares line through f(n). */
  private record Line(double slope, double constant, double rSquared) {
    static Line fit(int from, int to, IntToDoubleFunction f) {
      var regression = new org.apache.commons.math3.stat.regression.SimpleRegression();
      for (int n = from; n <= to; n++) {
        regression.addData(n, f.applyAsDouble(n));
      }
      return new Line(regression.getSlope(), regression.getIntercept(), regression.getRSquare());
    }
  }

  /** Numbers inside sentences. */
  private static final class Text {
    static String seconds(double seconds) {
      return new java.math.BigDecimal(seconds).setScale(1, java.math.RoundingMode.HALF_UP) + " s";
    }
  }
}
