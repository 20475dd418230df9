package hebe.scenarios.build;

import hebe.models.selfvirt.InUse;
import hebe.models.selfvirt.SwitchPlan;
import hebe.models.selfvirt.SwitchStudy;
import hebe.models.timing.OperationCost;
import hebe.models.timing.run.Distribution;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;

/** How long an attach waits until it may, and takes with that. */
public final class SwitchWaits {
  private static final double MILLIS = 1e3;
  private static final int DIGITS = 4;
  private static final long SEED = 1;

  private SwitchWaits() {}

  /** From the request to the commit of an attach, in closed form and, if asked, simulated. */
  public static DataTable of(SwitchRequest request) {
    List<List<String>> rows = new ArrayList<>();
    double factor = request.law().calibration(request.design()).factor();
    for (InUse use : request.uses()) {
      rows.add(wait(request, use, "as they are", 1));
      rows.add(wait(request, use, "calibrated", factor));
    }
    return new DataTable(
        "From the request of an attach to its commit, a retry every "
            + Numbers.significant(MILLIS * request.periodSeconds(), DIGITS)
            + " ms"
            + (request.runs().isPresent()
                ? "; simulated " + request.runs().getAsInt() + " times"
                : ""),
        List.of(
            "in use [1]",
            "terms",
            "mean [ms]",
            "99 % at most [ms]",
            "simulated: in use [1]",
            "mean [ms]",
            "median [ms]",
            "95 % [ms]",
            "99 % [ms]",
            "longest [ms]"),
        rows);
  }

  private static List<String> wait(SwitchRequest request, InUse use, String terms, double factor) {
    OperationCost attach = SwitchTables.attach(request);
    SwitchPlan plan =
        new SwitchPlan(
            attach,
            factor,
            request.law().clock(),
            request.size().cpus(),
            use,
            request.periodSeconds());
    double switchSeconds = factor * attach.seconds(request.law().clock()).value();
    List<String> row =
        new ArrayList<>(
            List.of(
                Numbers.significant(plan.retry().inUseProbability(), 3),
                terms,
                millis(plan.retry().meanWaitSeconds() + switchSeconds),
                millis(plan.retry().waitSeconds(0.99) + switchSeconds)));
    if (request.runs().isEmpty()) {
      row.addAll(List.of("", "", "", "", "", ""));
      return row;
    }
    SwitchStudy study = SwitchStudy.of(plan, SEED, request.runs().getAsInt());
    Distribution times = study.requestToCommit();
    row.add(Numbers.significant(study.inUse(), 3));
    row.add(millis(times.meanSeconds()));
    row.add(millis(times.medianSeconds()));
    row.add(millis(times.p95Seconds()));
    row.add(millis(times.p99Seconds()));
    row.add(millis(times.maxSeconds()));
    return row;
  }

  private static String millis(double seconds) {
    return Numbers.significant(MILLIS * seconds, DIGITS);
  }
}
