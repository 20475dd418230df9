package hebe.scenarios.build;

import hebe.models.selfvirt.Retry;
import hebe.models.selfvirt.SwitchDesign;
import hebe.models.selfvirt.SwitchLaw.Basis;
import hebe.models.selfvirt.SwitchSize;
import hebe.models.selfvirt.SwitchTimes;
import hebe.reports.breakdown.Ranged;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;

/** How the times of attach and detach grow by the law: a hypothesis, as nobody published it. */
public final class SwitchSweep {
  private static final long GIB = 1L << 30;
  private static final List<Integer> GIBS = List.of(1, 4, 16, 64);
  private static final List<Integer> PROCESSES = List.of(5, 20, 80, 320);
  private static final List<Integer> CPUS = List.of(1, 2, 4, 8, 16);
  private static final double MICROS = 1e6;

  private SwitchSweep() {}

  /** One row for each value, the others as asked for. */
  public static DataTable of(SwitchRequest request) {
    List<List<String>> rows = new ArrayList<>();
    SwitchSize size = request.size();
    for (int gib : GIBS) {
      rows.add(row(request, "memory", gib + " GiB", size.withMemory((double) gib * GIB)));
    }
    for (int processes : PROCESSES) {
      SwitchSize usual =
          SwitchSize.of(request.law().figures(), size.memoryBytes(), processes, size.cpus());
      rows.add(row(request, "processes of usual size", Integer.toString(processes), usual));
    }
    for (int cpus : CPUS) {
      rows.add(row(request, "CPUs", Integer.toString(cpus), size.withCpus(cpus)));
    }
    return new DataTable(
        "Hebe's hypothesis: how the times grow",
        List.of(
            "what",
            "value",
            "attach [us]",
            "range",
            "calibrated [us]",
            "range",
            "detach [us]",
            "attach that passes every frame [us]"),
        rows);
  }

  private static List<String> row(
      SwitchRequest request, String what, String value, SwitchSize size) {
    SwitchDesign design = request.design();
    Retry none = new Retry(0, request.periodSeconds());
    SwitchTimes plain = request.law().times(design, size, Basis.UNCALIBRATED, none);
    SwitchTimes scaled = request.law().times(design, size, Basis.CALIBRATED, none);
    SwitchDesign every = new SwitchDesign(design.records(), design.preCached(), true);
    Ranged attach = micros(plain);
    Ranged calibrated = micros(scaled);
    return List.of(
        what,
        value,
        attach.text(),
        attach.range(),
        calibrated.text(),
        calibrated.range(),
        Numbers.significant(MICROS * plain.detachSeconds().value(), 4),
        micros(request.law().times(every, size, Basis.UNCALIBRATED, none)).text());
  }

  private static Ranged micros(SwitchTimes times) {
    return Breakdowns.ranged(times.attachSeconds().times(MICROS));
  }
}
