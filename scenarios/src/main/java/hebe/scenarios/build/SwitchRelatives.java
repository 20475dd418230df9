package hebe.scenarios.build;

import hebe.models.selfvirt.Relatives;
import hebe.models.selfvirt.SwitchClass;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;

/** What is published of other systems that attach, detach or replace a VMM. */
public final class SwitchRelatives {
  private static final double MILLIS = 1e3;

  private SwitchRelatives() {}

  /** One row for each step of each system. */
  public static DataTable of() {
    List<List<String>> rows = new ArrayList<>();
    for (Relatives.Relative each : Relatives.load().all()) {
      rows.add(
          List.of(
              each.system(),
              each.step(),
              each.kind().map(SwitchClass::label).orElse("not known"),
              each.seconds()
                  .map(seconds -> Numbers.significant(MILLIS * seconds.value(), 3))
                  .orElse("not known"),
              each.provenance().label(),
              standing(each),
              each.note()));
    }
    return new DataTable(
        "Relatives: times that Hebe takes as constants where it has no mechanism",
        List.of("system", "step", "class", "time [ms]", "provenance", "in Hebe", "note"),
        rows);
  }

  private static String standing(Relatives.Relative each) {
    boolean paravirtual = each.kind().filter(kind -> kind == SwitchClass.PARAVIRTUAL).isPresent();
    return paravirtual ? "law" : each.seconds().isPresent() ? "constant" : "not at all";
  }
}
