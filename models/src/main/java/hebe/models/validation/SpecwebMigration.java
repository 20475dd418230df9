package hebe.models.validation;

import hebe.models.catalog.Published;
import hebe.models.migration.DirtyModel;
import hebe.models.migration.MigrationPresets;
import hebe.models.migration.Pages;
import hebe.models.migration.PreCopy;
import hebe.models.migration.PreCopyRun;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One published figure of the migration under SPECweb99 beside the calibrated preset and beside the
 * pages that stand for it. The preset was fitted to these figures. The pages have its hot set and
 * rates, but what they skip follows from their writes and is not fitted.
 *
 * @param figure the published figure
 * @param preset the preset's value, in its unit
 * @param pages the value of the page-level run, in its unit
 */
public record SpecwebMigration(Published.Figure figure, double preset, double pages) {
  private static final double MEGA = 1e6;
  private static final long SEED = 2005;

  /** The figures of the paper. */
  public static List<SpecwebMigration> rows(Published published) {
    return new Rows(published).all();
  }

  /** Whether the page-level run lies in the accepted band. */
  public boolean pagesHit() {
    return figure.low().orElse(Double.NEGATIVE_INFINITY) <= pages
        && pages <= figure.high().orElse(Double.POSITIVE_INFINITY);
  }

  private static final class Rows {
    private final Published published;
    private final PreCopyRun preset;
    private final PreCopyRun pages;

    Rows(Published published) {
      this.published = published;
      MigrationPresets presets = new MigrationPresets(published);
      preset = run(presets, presets.specweb());
      int pageBytes = (int) published.input("mig-page").value();
      pages = run(presets, Pages.of(presets.specweb(), pageBytes, SEED));
    }

    private static PreCopyRun run(MigrationPresets presets, DirtyModel memory) {
      return PreCopy.run(memory, presets.paper(), presets.switchOver());
    }

    List<SpecwebMigration> all() {
      return List.of(
          row("mig-specweb-round1", run -> megabytes(run, 0)),
          row("mig-specweb-round2", run -> megabytes(run, 1)),
          row("mig-specweb-round3", run -> megabytes(run, 2)),
          row("mig-specweb-first-s", run -> run.rounds().get(0).pass().seconds()),
          row("mig-specweb-transfers", PreCopyRun::transfers),
          row("mig-specweb-total-mb", run -> run.totalBytes() / MEGA),
          row("mig-specweb-total-s", PreCopyRun::durationSeconds),
          row("mig-specweb-last-mb", run -> run.finalBytes() / MEGA),
          row("mig-specweb-last-ms", run -> 1000 * run.finalSeconds()),
          row("mig-specweb-downtime", run -> 1000 * run.downtimeSeconds()));
    }

    private SpecwebMigration row(String id, ToDoubleFunction<PreCopyRun> value) {
      return new SpecwebMigration(
          published.figure(id), value.applyAsDouble(preset), value.applyAsDouble(pages));
    }

    private static double megabytes(PreCopyRun run, int round) {
      return run.rounds().get(round).pass().sentBytes() / MEGA;
    }
  }
}
