package hebe.models.validation;

import hebe.models.catalog.Published;
import hebe.models.migration.AtMostRounds;
import hebe.models.migration.ControlLaw;
import hebe.models.migration.DirtyModel;
import hebe.models.migration.MeanPages;
import hebe.models.migration.MigrationPresets;
import hebe.models.migration.Pages;
import hebe.models.migration.PaperLaw;
import hebe.models.migration.PostCopy;
import hebe.models.migration.PreCopy;
import hebe.models.migration.PreCopyRun;
import hebe.models.migration.Push;
import hebe.models.migration.StopAndCopy;
import hebe.models.migration.SwitchOver;
import hebe.models.validation.Prediction.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * Predictions of the figures on live migration.
 *
 * @param predictions of targets
 * @param notPredicted targets without a mechanism or without its inputs, with the reason
 */
public record LiveMigration(List<Prediction> predictions, List<NotPredicted> notPredicted) {
  public LiveMigration {
    predictions = List.copyOf(predictions);
    notPredicted = List.copyOf(notPredicted);
  }

  /** All of them; every target of the figures is either predicted or given a reason. */
  public static LiveMigration predict(Published published) {
    Predictor predictor = new Predictor(published);
    predictor.apache();
    predictor.specweb();
    predictor.bulk();
    predictor.writer();
    predictor.bounds();
    predictor.reasons();
    return new LiveMigration(predictor.predictions, predictor.notPredicted);
  }

  /**
   * What is not predicted.
   *
   * @param id id of the target
   * @param reason why not
   */
  public record NotPredicted(String id, String reason) {}

  private static final class Predictor {
    private static final long SEED = 2005;
    private static final double MEGA = 1e6;

    private final Published published;
    private final MigrationPresets presets;
    private final List<Prediction> predictions = new ArrayList<>();
    private final List<NotPredicted> notPredicted = new ArrayList<>();

    Predictor(Published published) {
      this.published = published;
      presets = new MigrationPresets(published);
    }

    void apache() {
      PreCopyRun run = run(presets.apache());
      double first = run.rounds().get(0).pass().seconds();
      String like = "hot set, skipped shares, last rate and resume as in the preset of SPECweb99";
      add("mig-apache-first-s", first, Standing.NOT_INDEPENDENT, "its volume / minimum rate");
      add("mig-apache-later-s", run.liveSeconds() - first, Standing.UNVERIFIED, like);
      add("mig-apache-total-s", run.durationSeconds(), Standing.UNVERIFIED, like);
      add("mig-apache-downtime", millis(run.downtimeSeconds()), Standing.UNVERIFIED, like);
      add("nsdi-apache-downtime", millis(run.downtimeSeconds()), Standing.UNVERIFIED, like);
    }

    void specweb() {
      PreCopyRun run = run(presets.specweb());
      String calibrated = "calibrated: the preset is fitted to rounds, bytes, time and last copy";
      add(
          "mig-specweb-downtime",
          millis(run.downtimeSeconds()),
          Standing.NOT_INDEPENDENT,
          calibrated);
      String recursion = "checks the arithmetic of the preset only";
      add("mig-specweb-fit-total-mb", run.totalBytes() / MEGA, Standing.NOT_INDEPENDENT, recursion);
      add("mig-specweb-fit-total-s", run.durationSeconds(), Standing.NOT_INDEPENDENT, recursion);
      add(
          "mig-specweb-fit-downtime",
          millis(run.downtimeSeconds()),
          Standing.NOT_INDEPENDENT,
          recursion);
      add("mig-specweb-fit-transfers", run.transfers(), Standing.NOT_INDEPENDENT, recursion);
    }

    void bulk() {
      SwitchOver none = new SwitchOver(0, 0);
      for (int rate : List.of(128, 256, 512)) {
        add(
            "mig-stopcopy-" + rate,
            new StopAndCopy(512 * MEGA, rate * MEGA, none).seconds(),
            Standing.GATE,
            "memory / rate");
      }
      add(
          "mig-cloudsim-delay",
          new StopAndCopy(1024 * MEGA, 1000 * MEGA / 2, none).seconds(),
          Standing.NOT_INDEPENDENT,
          "memory / half the rate, 1024 MB and 1000 Mbit/s as CloudSim counts");
    }

    void writer() {
      PreCopyRun run = run(presets.writer(SEED));
      add(
          "nsdi-writer-total",
          run.totalBytes() / MEGA,
          Standing.UNVERIFIED,
          "page by page: what the loop has written again is skipped in every live round");
    }

    void bounds() {
      PaperLaw paper = presets.paper();
      ControlLaw oneRound = new AtMostRounds(paper, 1, paper.minimumBitsPerSecond());
      PreCopyRun once = PreCopy.run(presets.specweb(), oneRound, new SwitchOver(0, 0));
      add(
          "mig-oneround-worst",
          presets.specweb().memoryBytes() / once.finalBytes(),
          Standing.UNVERIFIED,
          "memory / what one round at the minimum rate leaves, preset of SPECweb99 under full load");
      Pages pages = Pages.of(presets.specweb(), (int) published.input("mig-page").value(), SEED);
      double measured = run(pages).durationSeconds();
      add(
          "mig-akoush-accuracy",
          100 * Math.abs(run(new MeanPages(pages)).durationSeconds() / measured - 1),
          Standing.UNVERIFIED,
          "mean of the pages against the page-level run of the same guest");
      add(
          "mig-vmotion-downtime",
          Math.max(
              run(presets.specweb()).downtimeSeconds(), run(presets.apache()).downtimeSeconds()),
          Standing.UNVERIFIED,
          "longest of the presets, which are other guests under another VMM");
      add(
          "postcopy-faults",
          100
              * PostCopy.run(
                      presets.largeWorkingSet(SEED), presets.postCopyLink(), Push.AROUND_LAST_FAULT)
                  .faultShare(),
          Standing.UNVERIFIED,
          "touches of pages that are not there, guest and link are estimated: below 15,259 touches/s, half the pages of the link, few");
    }

    void reasons() {
      skip("mig-oneround-typical", "no dirtying of a kernel build or of OLTP is published here");
      for (String id : List.of("postcopy-downtime", "postcopy-fic-downtime")) {
        skip(id, "size of the device state and fixed latencies are not published");
      }
      for (String kind : List.of("write", "idle", "conc-write", "conc-idle")) {
        skip("postcopy-fic-" + kind, "volume and interval of the checkpoints are not published");
      }
      for (String id : List.of("postcopy-ric-idle", "postcopy-ric-write")) {
        skip(id, "the pause of one checkpoint is not published");
      }
    }

    private PreCopyRun run(DirtyModel memory) {
      return PreCopy.run(memory, presets.paper(), presets.switchOver());
    }

    private static double millis(double seconds) {
      return 1000 * seconds;
    }

    private void add(String id, double predicted, Standing standing, String how) {
      predictions.add(new Prediction(published.figure(id), predicted, standing, how));
    }

    private void skip(String id, String reason) {
      notPredicted.add(new NotPredicted(id, reason));
    }
  }
}
