package hebe.scenarios.validation;

import hebe.models.catalog.Published;
import hebe.models.selfvirt.SwitchLaw.Basis;
import hebe.models.timing.Bounds;
import hebe.models.validation.SelfVirtualization;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import hebe.scenarios.build.SwitchRelatives;
import java.util.ArrayList;
import java.util.List;

/** Attaching a VMM to a running system, and detaching it. */
final class SelfVirtualizationSection {
  private static final double MICROS = 1e6;

  private SelfVirtualizationSection() {}

  static Section of(Published published, Published migrations) {
    SelfVirtualization found = SelfVirtualization.predict(published, migrations);
    StringBuilder body = new StringBuilder(Section.howEach(found.predictions()));
    Markdown.append(body, lightLoad(found));
    body.append(
        """

        The published time is about 200 us (0.15 to 0.25 ms accepted). Not calibrated, a full rebuild of the page records overshoots it
        and kept records undershoot it, so the machine that was measured rebuilt a small part, or kept records, or had less to rebuild than
        is assumed here. Calibrated, an attach at this load is no prediction. How the times grow is Hebe's hypothesis.

        """);
    Markdown.append(body, SwitchRelatives.of());
    body.append("\n### Not predicted\n\n");
    found
        .notPredicted()
        .forEach(
            each ->
                body.append("* `")
                    .append(each.id())
                    .append("`: ")
                    .append(each.reason())
                    .append(".\n"));
    body.append(
        "\nThe downtime of a maintenance event is that of its migration, which is predicted in the section on live migration.\n");
    return new Section(
        "Self-virtualization (Mercury, ICPP 2007 and JCST 2012, and its relatives)",
        found.predictions(),
        body.toString());
  }

  private static DataTable lightLoad(SelfVirtualization found) {
    List<List<String>> rows = new ArrayList<>();
    for (SelfVirtualization.AtLightLoad each : found.lightLoad()) {
      rows.add(
          List.of(
              each.records().label(),
              each.basis() == Basis.CALIBRATED ? "calibrated" : "as they are",
              value(each.times().attachSeconds()),
              range(each.times().attachSeconds()),
              value(each.times().detachSeconds()),
              range(each.times().detachSeconds())));
    }
    return new DataTable(
        "One attach and one detach at light load, 3 GHz",
        List.of("page records", "terms", "attach [us]", "range", "detach [us]", "range"),
        rows);
  }

  private static String value(Bounds seconds) {
    return Numbers.significant(MICROS * seconds.value(), 3);
  }

  private static String range(Bounds seconds) {
    return Numbers.significant(MICROS * seconds.low(), 3)
        + " .. "
        + Numbers.significant(MICROS * seconds.high(), 3);
  }
}
