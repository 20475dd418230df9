package hebe.models.validation;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Published;
import hebe.models.recovery.Host;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.models.recovery.PlanSimulation;
import hebe.models.recovery.PlanTimes;
import hebe.models.recovery.Plans;
import hebe.models.validation.Prediction.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Predictions of the figures on the reboot of VMMs (Kourai and Chiba, 2007 and 2011). */
public final class WarmVmReboot {
  private static final int GUESTS = 11;

  private final Published published;
  private final Testbed testbed;
  private final List<Prediction> predictions = new ArrayList<>();

  private WarmVmReboot(Published published, Catalog catalog) {
    this.published = published;
    testbed = new Testbed(catalog);
  }

  /**
   * All of them. One is a gate when the figure and every constant of the testbed are verified; as
   * long as most constants are recalled, none is.
   */
  public static List<Prediction> predict(Published published, Catalog catalog) {
    WarmVmReboot predictor = new WarmVmReboot(published, catalog);
    predictor.tasks();
    predictor.downtimes();
    predictor.reductions();
    predictor.availabilities();
    predictor.predictions.addAll(InPlaceTargets.predict(published, catalog));
    return List.copyOf(predictor.predictions);
  }

  /** Downtimes of n guests in seconds: warm, saved, cold with sshd, then with JBoss. */
  public static List<Double> downtimes(Catalog catalog, int guests) {
    Testbed testbed = new Testbed(catalog);
    List<Double> downtimes = new ArrayList<>();
    for (String service : List.of("sshd", "jboss")) {
      for (Reboot reboot : Reboot.values()) {
        downtimes.add(testbed.downtime(reboot, guests, service));
      }
    }
    return downtimes;
  }

  /**
   * Downtime of n guests without a service beside the lines that the source fitted to its own
   * measurements, in seconds. The line of a cold reboot is reset + reboot of the VMM without guests
   * + reboot of n guests; the shutdown of dom0 is not in it.
   */
  public static List<BesideLine> besideLines(Published published, Catalog catalog) {
    Testbed testbed = new Testbed(catalog);
    double vmmOnly = value(published, "rh-vmm-n0");
    double warmSlope = value(published, "rh-vmm-slope") + value(published, "rh-resume-fit-slope");
    double warmConstant = vmmOnly + value(published, "rh-resume-fit-const");
    double coldSlope = value(published, "rh-os-fit-slope");
    double coldConstant =
        value(published, "rh-post") + vmmOnly + value(published, "rh-os-fit-const");
    List<BesideLine> rows = new ArrayList<>();
    for (int n = 1; n <= GUESTS; n++) {
      rows.add(
          new BesideLine(
              n,
              testbed.downtime(Reboot.WARM, n, "none"),
              warmConstant + warmSlope * n,
              testbed.downtime(Reboot.COLD, n, "none"),
              coldConstant + coldSlope * n));
    }
    return rows;
  }

  private static double value(Published published, String id) {
    return published.figure(id).value();
  }

  /**
   * Predictions for n guests beside the published lines, in seconds.
   *
   * @param guests n
   * @param warm predicted downtime of a warm reboot
   * @param warmLine the source's line
   * @param cold predicted downtime of a cold reboot
   * @param coldLine the source's line
   */
  public record BesideLine(
      int guests, double warm, double warmLine, double cold, double coldLine) {}

  private void tasks() {
    Host one = testbed.host(1, 11, "none");
    PlanTimes saved = PlanSimulation.run(Plans.saved(one), one);
    add(
        "rh-restore-disk-1x11",
        saved.endOf("restore") - saved.startOf("restore"),
        false,
        "11 GiB over the disk rate, which is the mean of this figure and of the save");
    Line vmm = Line.fit(0, GUESTS, testbed::vmmReboot);
    add(
        "rh-vmm-slope",
        vmm.slope(),
        true,
        "slope over n = 0..11: scrub of the memory that is not frozen");
    add(
        "rh-vmm-11",
        testbed.vmmReboot(GUESTS),
        true,
        "quick reload + scrub of what is not frozen + dom0 boot");
    Line os = Line.fit(1, GUESTS, testbed::osReboot);
    add(
        "rh-os-reboot-11",
        testbed.osReboot(GUESTS),
        true,
        "shutdown of one guest + boots that share the disk");
    add(
        "rh-os-linearity",
        os.rSquared(),
        false,
        "line through n = 1..11; the inputs are fitted coefficients");
    add(
        "rh-boot-11",
        testbed.osReboot(GUESTS) - testbed.linux().get(Parameter.OS_SHUTDOWN),
        false,
        "2.8 and 3.4 are inputs");
    Host empty = testbed.host(0, 1, "none");
    PlanTimes cold = PlanSimulation.run(Plans.cold(empty), empty);
    double reset = cold.endOf("VMM start") - cold.startOf("POST");
    double reload = cold.endOf("VMM start") - cold.startOf("VMM start");
    add(
        "rh-hw-reset",
        reset,
        true,
        "POST + VMM start; the scrub left out, as in the definition of the quick reload; with it "
            + Text.seconds(cold.endOf("scrub") - cold.startOf("POST")));
    add("rh-reset-gap", reset - reload, false, "the POST, which is the same datum");
  }

  private void downtimes() {
    add(
        "rh-warm-slope",
        Line.fit(1, GUESTS, n -> testbed.downtime(Reboot.WARM, n, "sshd")).slope(),
        true,
        "slope of the longest guest outage over n = 1..11");
    add(
        "rh-warm-ssh-11",
        testbed.downtime(Reboot.WARM, GUESTS, "sshd"),
        true,
        "until the last guest is back");
    add(
        "rh-warm-jboss-11",
        testbed.downtime(Reboot.WARM, GUESTS, "jboss"),
        true,
        "until the last guest is back");
    add(
        "rh-saved-ssh-11",
        testbed.downtime(Reboot.SAVED, GUESTS, "sshd"),
        true,
        "until the last guest is back; the interference of streams is fitted on the restore");
    add(
        "rh-cold-jboss-11",
        testbed.downtime(Reboot.COLD, GUESTS, "jboss"),
        true,
        "until the last service is back; depends on the free split of the start of JBoss: see the sensitivity below");
  }

  private void reductions() {
    Line r =
        Line.fit(
            1,
            GUESTS,
            n ->
                testbed.downtime(Reboot.COLD, n, "none")
                    - testbed.downtime(Reboot.WARM, n, "none"));
    add(
        "rh-r-slope",
        r.slope(),
        true,
        "line through cold - warm, n = 1..11, guests without a service");
    add(
        "rh-r-const",
        r.constant(),
        true,
        "the shutdown of dom0 ("
            + Text.seconds(testbed.xen().get(Parameter.DOM0_SHUTDOWN))
            + ") is a task of its own here: the source's constant does not have it");
    add("rh-r-alpha", -testbed.osReboot(1), false, "one guest's reboot, which is an input");
    double best = 0;
    for (int n = 1; n <= GUESTS; n++) {
      best = Math.max(best, testbed.reduction(n, "sshd"));
    }
    add(
        "tdsc-reduction-max",
        best,
        true,
        "largest over n = 1..11; the figure is verified, the inputs are not");
    add("rh-reduction-jboss", testbed.reduction(GUESTS, "jboss"), true, "1 - warm / cold");
  }

  private void availabilities() {
    double week = 7 * 86_400.0;
    ScheduledAvailability warm =
        ScheduledAvailability.of(testbed.host(GUESTS, 1, "jboss"), Reboot.WARM, 4 * week, week);
    ScheduledAvailability cold =
        ScheduledAvailability.of(testbed.host(GUESTS, 1, "jboss"), Reboot.COLD, 3.5 * week, week);
    double warmDown = warm.downSecondsPerCycle();
    // The source counts 28 days with three and a half guest rejuvenations; a cycle of 24.5 days
    // that loses half an interval has three.
    double coldDown = cold.downSecondsPerCycle() + 0.5 * testbed.guestReboot();
    add(
        "rh-down4w-warm",
        warmDown,
        true,
        "simulated: mean over the guests of 4 guest rejuvenations and a warm reboot");
    add(
        "rh-down4w-cold",
        coldDown,
        true,
        "simulated with a VMM period of 24.5 days, which loses half a guest interval: 3 guest rejuvenations and a cold reboot, and half a guest rejuvenation added as the source counts it; at the very edge, as the band is rounded: 10 % would end at 394.46");
    add(
        "rh-avail-warm",
        100 * (1 - warmDown / (4 * week)),
        true,
        "1 - the downtime above / 28 days");
    add(
        "rh-avail-cold",
        100 * (1 - coldDown / (4 * week)),
        true,
        "1 - the downtime above / 28 days");
  }

  private void add(String id, double predicted, boolean independent, String how) {
    Published.Figure figure = published.figure(id);
    boolean verified = figure.verified() && testbed.verified();
    Standing standing = verified ? Standing.GATE : Standing.UNVERIFIED;
    predictions.add(
        new Prediction(figure, predicted, independent ? standing : Standing.NOT_INDEPENDENT, how));
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
