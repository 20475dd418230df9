package hebe.models.validation;

import hebe.models.aging.LeakPresets;
import hebe.models.catalog.Catalog;
import hebe.models.catalog.Parameter;
import hebe.models.catalog.Profile;
import hebe.models.catalog.Published;
import hebe.models.load.PageCache;
import hebe.models.recovery.Fates.Fate;
import hebe.models.recovery.Host;
import hebe.models.recovery.InPlaceUpdate;
import hebe.models.recovery.InPlaceUpdate.Fallback;
import hebe.models.recovery.Mechanism.Reboot;
import hebe.models.recovery.PlanSimulation;
import hebe.models.recovery.PlanTimes;
import hebe.models.validation.Prediction.Standing;
import hebe.sim.result.Sourced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Predictions about VMMs that are replaced under their guests, about leaks until exhaustion, about
 * connections over a reboot and about a page cache after it.
 */
final class InPlaceTargets {
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;
  private static final double YEAR = 365 * DAY;
  private static final long MIB = 1024L * 1024;

  /** A client of ssh gives up after this; the condition of the figure on saved reboots. */
  private static final double CLIENT_TIMEOUT_SECONDS = 60;

  /** Gigabit Ethernet: 1448 of 1538 bytes of a full frame are payload. */
  private static final double NETWORK_MIB_PER_SECOND = 1e9 / 8 * 1448 / 1538 / MIB;

  /** Mean seek of 3.6 ms, an estimate, and half a turn at 15,000 rpm. */
  private static final double DISK_ACCESS_SECONDS = 0.0036 + 30.0 / 15_000;

  private final Published published;
  private final Catalog catalog;
  private final Testbed testbed;
  private final List<Prediction> predictions = new ArrayList<>();

  private InPlaceTargets(Published published, Catalog catalog) {
    this.published = published;
    this.catalog = catalog;
    testbed = new Testbed(catalog);
  }

  static List<Prediction> predict(Published published, Catalog catalog) {
    InPlaceTargets targets = new InPlaceTargets(published, catalog);
    targets.replacements();
    targets.connections();
    targets.caches();
    targets.leaks();
    return List.copyOf(targets.predictions);
  }

  private void replacements() {
    add(
        "rehype-latency",
        1000 * pauseSeconds("rehype-2011", 8, 8),
        Standing.NOT_INDEPENDENT,
        "phases of the same system as they are recalled, on 8 cores and 8 GiB");
    add(
        "hotswap-time",
        1000 * pauseSeconds("hotswap-2014", 8, 4),
        Standing.UNVERIFIED,
        "estimated steps of the mechanism on an assumed machine of 4 cores and 8 GiB");
    double slope =
        (pauseSeconds("hyfix-2022", 1024, 64) - pauseSeconds("hyfix-2022", 64, 64)) / (1024 - 64);
    add(
        "hyfix-flatness",
        slope,
        Standing.NOT_INDEPENDENT,
        "slope from 64 to 1024 GiB; that memory is initialised lazily is an input");
  }

  /** How long guests stand still in an in-place update of a machine without guests of note. */
  private double pauseSeconds(String technique, double memoryGib, double cores) {
    Profile machine =
        testbed
            .host(0, 1, "none")
            .hardware()
            .with(
                Map.of(
                    Parameter.MEMORY, assumed(memoryGib, "GiB"),
                    Parameter.CORES, assumed(cores, "count")));
    Host host = new Host(machine, testbed.xen(), List.of());
    InPlaceUpdate update =
        new InPlaceUpdate(
            catalog.profile(Parameter.Kind.IN_PLACE, technique), 1, Fallback.ROLL_BACK);
    PlanTimes times = PlanSimulation.run(update.plan(host), host);
    return times.hostReadySeconds() - times.startOf("new VMM");
  }

  private static Sourced assumed(double value, String unit) {
    return Sourced.given(value, unit, "assumed machine");
  }

  private void connections() {
    survival("rh-tcp-warm", Reboot.WARM);
    survival("rh-tcp-saved", Reboot.SAVED);
    survival("rh-tcp-cold", Reboot.COLD);
  }

  private void survival(String id, Reboot reboot) {
    double down = testbed.downtime(reboot, 11, "sshd");
    boolean kept = reboot.fates().connections() == Fate.KEPT;
    add(
        id,
        kept && down < CLIENT_TIMEOUT_SECONDS ? 1 : 0,
        Standing.UNVERIFIED,
        "the server's end is "
            + (kept ? "kept" : "lost")
            + "; predicted outage against a timeout of the client of 60 s");
  }

  private void caches() {
    double disk = testbed.host(0, 1, "none").hardware().get(Parameter.DISK_RATE);
    double warm = StrictMath.min(published.input("rh-hit-rate").value(), NETWORK_MIB_PER_SECOND);
    PageCache web = new PageCache(5000, warm, 0.5);
    add(
        "rh-loss-web-cold",
        100 * (1 - web.coldShare(disk, DISK_ACCESS_SECONDS)),
        Standing.UNVERIFIED,
        "the network when warm, one disk with an estimated access of 5.6 ms for each file when cold; disk and network overlap");
    add(
        "rh-loss-warm",
        Reboot.WARM.fates().pageCache() == Fate.KEPT ? 0 : 100,
        Standing.NOT_INDEPENDENT,
        "the page cache is kept, by the mechanism");
  }

  private void leaks() {
    Exhaustion exhaustion = new Exhaustion(testbed);
    long heap = LeakPresets.load().named("xen-heap-x86-64").bytes();
    String how = "first exhaustion in a simulation by the published leak and heap";
    double hourly = exhaustion.seconds(heap, "xen-svm-vcpu", 1, HOUR);
    leak("exhaust-svm", hourly / HOUR, how + ", in reboots");
    leak("exhaust-hourly", hourly / DAY, how);
    leak("exhaust-11-weekly", exhaustion.seconds(heap, "xen-svm-vcpu", 11, 7 * DAY) / YEAR, how);
    leak("exhaust-minutely", exhaustion.seconds(heap, "xen-svm-vcpu", 1, 60) / DAY, how);
    long ia64 = LeakPresets.load().named("xen-heap-ia64").bytes();
    leak("exhaust-ia64-heap", exhaustion.seconds(ia64, "xen-ia64-vpd", 1, HOUR) / HOUR, how);
    leak(
        "exhaust-ia64-domheap",
        exhaustion.seconds(12 * 1024 * MIB, "xen-ia64-vhpt", 1, HOUR) / HOUR,
        how + ", all 12 GiB free at first");
  }

  /** The figures are arithmetic on the same heap and leak, so an agreement shows that it counts. */
  private void leak(String id, double predicted, String how) {
    add(id, predicted, Standing.NOT_INDEPENDENT, how);
  }

  private void add(String id, double predicted, Standing standing, String how) {
    predictions.add(new Prediction(published.figure(id), predicted, standing, how));
  }
}
