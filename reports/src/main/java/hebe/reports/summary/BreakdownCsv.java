package hebe.reports.summary;

import hebe.reports.breakdown.Breakdown;
import hebe.reports.breakdown.Ranged;
import hebe.reports.number.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code timing.csv}: for each circumstance a line for every part of the extra time, and one with
 * the cause {@code all} for the slow-down and what it rests on that is not verified.
 */
public final class BreakdownCsv {
  private static final List<String> COLUMNS =
      List.of(
          "cause",
          "per second [1/s]",
          "low",
          "high",
          "extra [cycles]",
          "low",
          "high",
          "extra time [s per native s]",
          "low",
          "high",
          "share of run time [1]",
          "slow-down [1]",
          "low",
          "high",
          "unverified");

  private BreakdownCsv() {}

  /** The whole file; empty but for its header without bars. */
  public static String write(Breakdown breakdown) {
    List<String> header = new ArrayList<>();
    breakdown.bars().stream().findFirst().ifPresent(bar -> header.addAll(bar.point().keySet()));
    header.addAll(COLUMNS);
    CsvTable table = new CsvTable(header.toArray(String[]::new));
    for (Breakdown.Bar bar : breakdown.bars()) {
      bar.parts().forEach(part -> table.row(part(bar, part)));
      table.row(all(bar));
    }
    return table.text();
  }

  private static List<String> part(Breakdown.Bar bar, Breakdown.Part part) {
    List<String> row = begin(bar, part.cause());
    add(row, part.perSecond());
    add(row, part.extraCycles());
    add(row, part.extraSeconds());
    row.add(Numbers.exact(bar.share(part)));
    row.addAll(List.of("", "", "", ""));
    return row;
  }

  private static List<String> all(Breakdown.Bar bar) {
    List<String> row = begin(bar, "all");
    row.addAll(List.of("", "", "", "", "", ""));
    Ranged slow = bar.slowDown();
    add(row, new Ranged(slow.value() - 1, slow.low() - 1, slow.high() - 1));
    row.add(Numbers.exact(bar.overhead().value()));
    add(row, slow);
    row.add(String.join("; ", bar.unverified()));
    return row;
  }

  private static List<String> begin(Breakdown.Bar bar, String cause) {
    List<String> row = new ArrayList<>(bar.point().values());
    row.add(cause);
    return row;
  }

  private static void add(List<String> row, Ranged number) {
    row.add(Numbers.exact(number.value()));
    row.add(Numbers.exact(number.low()));
    row.add(Numbers.exact(number.high()));
  }
}
