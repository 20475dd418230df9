package hebe.scenarios.validation;

import hebe.models.catalog.Published;
import hebe.models.validation.LiveMigration;
import hebe.models.validation.SpecwebMigration;
import hebe.reports.number.Numbers;
import hebe.reports.table.DataTable;
import java.util.ArrayList;
import java.util.List;

/** Live migration by pre-copy and post-copy. */
final class MigrationSection {
  private MigrationSection() {}

  static Section of(Published published) {
    LiveMigration migration = LiveMigration.predict(published);
    StringBuilder body = new StringBuilder(Section.howEach(migration.predictions()));
    Markdown.append(body, calibrated(published));
    body.append("\n### Not predicted\n\n");
    migration
        .notPredicted()
        .forEach(
            each ->
                body.append("* `")
                    .append(each.id())
                    .append("`: ")
                    .append(each.reason())
                    .append(".\n"));
    return new Section(
        "Live migration (Clark and others, NSDI 2005, and later systems)",
        migration.predictions(),
        body.toString());
  }

  private static DataTable calibrated(Published published) {
    List<List<String>> rows = new ArrayList<>();
    for (SpecwebMigration each : SpecwebMigration.rows(published)) {
      rows.add(
          List.of(
              each.figure().id(),
              each.figure().quantity(),
              each.figure().unit(),
              Numbers.exact(each.figure().value()),
              Numbers.significant(each.preset(), 4),
              Numbers.significant(each.pages(), 4),
              each.pagesHit() ? "in band" : "MISS"));
    }
    return new DataTable(
        "SPECweb99: the preset was calibrated on these figures; page by page nothing was",
        List.of("id", "quantity", "unit", "published", "preset", "page by page", "page by page is"),
        rows);
  }
}
