package hebe.scenarios.build;

import hebe.models.selfvirt.Calibration;
import hebe.models.timing.Bounds;
import hebe.models.timing.OperationCost;
import hebe.reports.breakdown.Stack;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One attach and one detach of a VMM for files: numbers to go on with, and a picture. */
public final class SwitchFiles {
  private static final double MICROS = 1e6;

  private SwitchFiles() {}

  /** The same numbers to go on with: seconds, with their bounds. */
  public static DataTable csv(SwitchRequest request) {
    List<List<String>> rows = new ArrayList<>();
    Calibration calibration = request.law().calibration(request.design());
    for (OperationCost cost : List.of(SwitchTables.attach(request), SwitchTables.detach(request))) {
      boolean in = SwitchTables.step(cost).equals("attach");
      for (OperationCost.Item item : cost.items()) {
        rows.add(csvRow(request, cost, item.name(), item.count(), item.cycles(), "as they are"));
        if (in) {
          Bounds scaled = calibration.seconds(List.of(item), request.law().clock());
          Bounds cycles = scaled.times(request.law().clock().hertz());
          rows.add(csvRow(request, cost, item.name(), item.count(), cycles, "calibrated"));
        }
      }
      rows.add(csvRow(request, cost, "all", 1, cost.cycles(), "as they are"));
      if (in) {
        Bounds scaled = calibration.seconds(cost.items(), request.law().clock());
        Bounds cycles = scaled.times(request.law().clock().hertz());
        rows.add(csvRow(request, cost, "all", 1, cycles, "calibrated"));
      }
    }
    return new DataTable(
        "switch",
        List.of(
            "step", "part", "terms", "count", "cycles", "low", "high", "time [s]", "low", "high"),
        rows);
  }

  private static List<String> csvRow(
      SwitchRequest request,
      OperationCost cost,
      String part,
      double count,
      Bounds cycles,
      String terms) {
    Bounds seconds = cycles.times(request.law().clock().seconds(1));
    return List.of(
        SwitchTables.step(cost),
        part,
        terms,
        Numbers.exact(count),
        digits(cycles.value()),
        digits(cycles.low()),
        digits(cycles.high()),
        digits(seconds.value()),
        digits(seconds.low()),
        digits(seconds.high()));
  }

  private static String digits(double number) {
    return Numbers.significant(number, 9);
  }

  /** The parts of both as a picture. */
  public static Stack stack(SwitchRequest request) {
    List<Stack.Bar> bars = new ArrayList<>();
    Calibration calibration = request.law().calibration(request.design());
    OperationCost attach = SwitchTables.attach(request);
    OperationCost detach = SwitchTables.detach(request);
    bars.add(
        bar(
            "attach, terms as they are",
            attach,
            1,
            attach.seconds(request.law().clock()),
            request));
    bars.add(
        bar(
            "attach, calibrated",
            attach,
            calibration.factor(),
            calibration.seconds(attach.items(), request.law().clock()),
            request));
    bars.add(bar("detach", detach, 1, detach.seconds(request.law().clock()), request));
    return new Stack("switch", SwitchTables.subject(request) + "; Hebe's hypothesis", "us", bars);
  }

  private static Stack.Bar bar(
      String label, OperationCost cost, double factor, Bounds total, SwitchRequest request) {
    Map<String, Double> parts = new LinkedHashMap<>();
    for (OperationCost.Item item : cost.items()) {
      parts.put(
          item.name(), MICROS * factor * request.law().clock().seconds(item.cycles().value()));
    }
    return new Stack.Bar(label, SwitchTables.micros(total), parts);
  }
}
