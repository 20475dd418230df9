package hebe.scenarios.validation;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Published;
import hebe.models.validation.Prediction;
import hebe.models.validation.Sensitivity;
import hebe.models.validation.WarmVmReboot;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;

/** Warm, saved and cold reboots of a VMM. */
final class RebootSection {
  private static final String REASONS =
      "\nWhy: `tdsc-cache-loss` needs the workload of its source, which is not known; `max-domains-16mb` counts what live"
          + " domains hold, and a resource here knows only what has leaked; `hyperfresh-2017` and `hyperfresh-2019` remap guests"
          + " between nested VMMs, for which there is no mechanism; `gce-blackout-median` and `gce-blackout-p99` are of live"
          + " migrations whose guests and links are not known.\n";

  private RebootSection() {}

  static Section of(Published published, Catalog catalog) {
    List<Prediction> predictions = WarmVmReboot.predict(published, catalog);
    StringBuilder body = new StringBuilder(Section.howEach(predictions));
    Markdown.append(body, downtimes(catalog));
    body.append('\n');
    Markdown.append(body, besideLines(published, catalog));
    body.append('\n');
    Markdown.append(body, sensitivity(published, catalog));
    body.append('\n').append(Section.missing(published, predictions)).append(REASONS);
    return new Section(
        "Reboot of a VMM (Kourai and Chiba, DSN 2007 and TDSC 2011)", predictions, body.toString());
  }

  private static DataTable downtimes(Catalog catalog) {
    List<List<String>> rows = new ArrayList<>();
    for (int n = 1; n <= 11; n++) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(n)));
      row.addAll(
          WarmVmReboot.downtimes(catalog, n).stream()
              .map(seconds -> Numbers.fixed(seconds, 2))
              .toList());
      rows.add(row);
    }
    return new DataTable(
        "Predicted downtime in seconds of n guests of 1 GiB, until the last is back",
        List.of(
            "n",
            "warm, sshd",
            "saved, sshd",
            "cold, sshd",
            "warm, JBoss",
            "saved, JBoss",
            "cold, JBoss"),
        rows);
  }

  private static DataTable besideLines(Published published, Catalog catalog) {
    List<List<String>> rows = new ArrayList<>();
    for (WarmVmReboot.BesideLine row : WarmVmReboot.besideLines(published, catalog)) {
      rows.add(
          List.of(
              Integer.toString(row.guests()),
              Numbers.fixed(row.warm(), 2),
              Numbers.fixed(row.warmLine(), 2),
              PredictionTable.percent(row.warm(), row.warmLine()),
              Numbers.fixed(row.cold(), 2),
              Numbers.fixed(row.coldLine(), 2),
              PredictionTable.percent(row.cold(), row.coldLine())));
    }
    return new DataTable(
        "The same without a service beside the lines of the source, unverified (its cold line lacks the shutdown of dom0)",
        List.of("n", "warm", "line", "error", "cold", "line", "error"),
        rows);
  }

  private static DataTable sensitivity(Published published, Catalog catalog) {
    List<List<String>> rows = new ArrayList<>();
    Sensitivity.all(published, catalog)
        .forEach(
            change ->
                rows.add(
                    List.of(
                        change.input().kind().label() + "." + change.input().key(),
                        Numbers.exact(change.low()) + " .. " + Numbers.exact(change.high()),
                        change.figure(),
                        Numbers.fixed(change.atLowSeconds(), 1)
                            + " .. "
                            + Numbers.fixed(change.atHighSeconds(), 1))));
    return new DataTable(
        "Sensitivity to inputs that are only assumed",
        List.of("input", "range", "prediction", "goes from .. to"),
        rows);
  }
}
