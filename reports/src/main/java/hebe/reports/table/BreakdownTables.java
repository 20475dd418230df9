package hebe.reports.table;

import hebe.reports.breakdown.Breakdown;
import hebe.reports.breakdown.Ranged;
import hebe.reports.number.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Slow-downs and where their time goes. */
public final class BreakdownTables {
  private static final int SHARE_DIGITS = 3;
  private static final int FACTOR_DIGITS = 4;
  private static final double SMALL_EXTRA = 0.01;

  /** Below it a slow-down is called none. */
  private static final double LEAST_EXTRA = 1e-9;

  private BreakdownTables() {}

  /** One row for each circumstance: slow-down, time lost, its main cause. */
  public static DataTable slowDowns(Breakdown breakdown) {
    List<List<String>> rows = new ArrayList<>();
    for (Breakdown.Bar bar : breakdown.bars()) {
      Ranged lost = bar.overhead().times(100);
      rows.add(
          List.of(
              bar.label(),
              factor(bar.slowDown().value()),
              range(bar.slowDown()),
              Numbers.significant(lost.value(), SHARE_DIGITS),
              main(bar).map(Breakdown.Part::cause).orElse("-"),
              bar.unverified().isEmpty() ? "yes" : "no (" + bar.unverified().size() + ")"));
    }
    return new DataTable(
        breakdown.title(),
        List.of("of", "slow-down [1]", "range", "time lost [%]", "mostly to", "verified"),
        rows);
  }

  /** A slow-down that is hardly one still shows by how much. */
  private static String factor(double slowDown) {
    double extra = Math.abs(slowDown - 1);
    return extra < LEAST_EXTRA || extra >= SMALL_EXTRA
        ? Numbers.significant(slowDown, FACTOR_DIGITS)
        : Numbers.fixed(slowDown, Numbers.decimals(extra, 2));
  }

  private static String range(Ranged slowDown) {
    return slowDown.low() == slowDown.high()
        ? ""
        : factor(slowDown.low()) + " .. " + factor(slowDown.high());
  }

  private static Optional<Breakdown.Part> main(Breakdown.Bar bar) {
    return bar.parts().stream()
        .filter(part -> part.extraSeconds().value() > 0)
        .max(Comparator.comparingDouble(part -> part.extraSeconds().value()));
  }

  /** Where the time goes under one circumstance; the shares make 100 %. */
  public static DataTable causes(Breakdown.Bar bar) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("native work", "", "", "", "", "1", "", percent(1 / bar.slowDown().value())));
    for (Breakdown.Part part : bar.parts()) {
      rows.add(
          List.of(
              part.cause(),
              part.perSecond().text(),
              part.perSecond().range(),
              part.extraCycles().text(),
              part.extraCycles().range(),
              part.extraSeconds().text(),
              part.extraSeconds().range(),
              percent(bar.share(part))));
    }
    return new DataTable(
        "Where the time goes, " + bar.label(),
        List.of(
            "cause",
            "per native second [1/s]",
            "range",
            "extra [cycles]",
            "range",
            "time per native second [s]",
            "range",
            "share of run time [%]"),
        rows);
  }

  private static String percent(double share) {
    return Numbers.significant(100 * share, SHARE_DIGITS);
  }
}
