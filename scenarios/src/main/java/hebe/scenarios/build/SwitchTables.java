package hebe.scenarios.build;

import hebe.models.selfvirt.Calibration;
import hebe.models.selfvirt.Retry;
import hebe.models.selfvirt.SwitchLaw.Basis;
import hebe.models.selfvirt.SwitchTimes;
import hebe.models.timing.Bounds;
import hebe.models.timing.OperationCost;
import hebe.reports.breakdown.Ranged;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;

/** One attach and one detach of a VMM as tables. */
public final class SwitchTables {
  private static final double MICROS = 1e6;
  private static final int DIGITS = 4;

  private SwitchTables() {}

  /** What the two consist of, item by item, as the terms are and calibrated. */
  public static DataTable parts(SwitchRequest request) {
    List<List<String>> rows = new ArrayList<>();
    OperationCost attach = attach(request);
    OperationCost detach = detach(request);
    Calibration calibration = request.law().calibration(request.design());
    attach.items().forEach(item -> rows.add(part(request, attach, item, calibration)));
    rows.add(
        sum(
            "attach",
            attach.seconds(request.law().clock()),
            calibration.seconds(attach.items(), request.law().clock())));
    detach.items().forEach(item -> rows.add(part(request, detach, item)));
    Bounds whole = detach.seconds(request.law().clock());
    rows.add(sum("detach", whole, whole));
    return new DataTable(
        "One attach and one detach: " + subject(request),
        List.of(
            "step",
            "part",
            "count",
            "each [cycles]",
            "time [us]",
            "range",
            "calibrated [us]",
            "range",
            "provenance"),
        rows);
  }

  static OperationCost attach(SwitchRequest request) {
    return request.law().attach(request.design(), request.size());
  }

  static OperationCost detach(SwitchRequest request) {
    return request.law().detach(request.design(), request.size());
  }

  static String subject(SwitchRequest request) {
    return "page records: "
        + request.design().records().label()
        + ", "
        + request.cpu()
        + " at "
        + Numbers.significant(request.law().clock().hertz() / 1e9, DIGITS)
        + " GHz, "
        + Numbers.significant(request.size().memoryBytes() / (1L << 30), DIGITS)
        + " GiB, processes: "
        + Numbers.exact(request.size().processes())
        + ", page-table pages: "
        + Numbers.exact(request.size().pageTablePages())
        + ", CPUs: "
        + request.size().cpus();
  }

  private static List<String> part(
      SwitchRequest request, OperationCost cost, OperationCost.Item item, Calibration calibration) {
    Ranged scaled = micros(calibration.seconds(List.of(item), request.law().clock()));
    return row(request, cost, item, scaled.text(), scaled.range());
  }

  /** Of a detach, which the published time says nothing about. */
  private static List<String> part(
      SwitchRequest request, OperationCost cost, OperationCost.Item item) {
    Ranged time = micros(item.cycles().times(request.law().clock().seconds(1)));
    return row(request, cost, item, time.text(), time.range());
  }

  private static List<String> row(
      SwitchRequest request,
      OperationCost cost,
      OperationCost.Item item,
      String calibrated,
      String range) {
    Ranged time = micros(item.cycles().times(request.law().clock().seconds(1)));
    return List.of(
        step(cost),
        item.name(),
        Numbers.significant(item.count(), DIGITS),
        Numbers.significant(item.each().value(), DIGITS),
        time.text(),
        time.range(),
        calibrated,
        range,
        item.provenance().label());
  }

  static String step(OperationCost cost) {
    return cost.operation().label().replace("-vmm", "");
  }

  private static List<String> sum(String step, Bounds seconds, Bounds calibrated) {
    Ranged time = micros(seconds);
    Ranged scaled = micros(calibrated);
    return List.of(
        step, "all", "", "", time.text(), time.range(), scaled.text(), scaled.range(), "");
  }

  static Ranged micros(Bounds seconds) {
    return Breakdowns.ranged(seconds.times(MICROS));
  }

  /** What a design costs while nobody switches, and what the two times rest on. */
  public static List<String> remarks(SwitchRequest request) {
    SwitchTimes times =
        request.law().times(request.design(), request.size(), Basis.CALIBRATED, atOnce(request));
    Ranged reserved = Breakdowns.ranged(times.reservedBytes().times(1.0 / (1 << 20)));
    Ranged tax = Breakdowns.ranged(times.nativeTax().times(100));
    Calibration calibration = request.law().calibration(request.design());
    return List.of(
        "Calibrated: the parts of an attach times "
            + Numbers.significant(calibration.factor(), 3)
            + ", so that one at light load on 3 GHz takes the published 0.2 ms; of a detach no"
            + " verified time is published.",
        "Kept ready in native mode: "
            + withRange(reserved)
            + " MiB of memory, "
            + withRange(tax)
            + " % of the native work.",
        "Not verified: all terms; that they add up so is Hebe's hypothesis.");
  }

  private static String withRange(Ranged ranged) {
    return ranged.text() + (ranged.range().isEmpty() ? "" : " (" + ranged.range() + ")");
  }

  private static Retry atOnce(SwitchRequest request) {
    return new Retry(0, request.periodSeconds());
  }
}
