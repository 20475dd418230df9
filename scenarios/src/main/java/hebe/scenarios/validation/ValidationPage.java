package hebe.scenarios.validation;

import hebe.models.catalog.Catalog;
import hebe.models.catalog.Published;
import java.util.List;

/** The page on validation: published figures beside predictions, misses included. */
public final class ValidationPage {
  private ValidationPage() {}

  /** The sections on all modelled systems. */
  public static List<Section> sections(Published reboots, Catalog catalog) {
    return List.of(
        RebootSection.of(reboots, catalog),
        TrapTimingSection.of(Published.trapTiming()),
        MigrationSection.of(Published.liveMigration()),
        SelfVirtualizationSection.of(Published.selfVirtualization(), Published.liveMigration()),
        ConnectionSection.of(Published.ftTcp()));
  }

  /** The whole page as Markdown. */
  public static String of(List<Section> sections) {
    StringBuilder page = new StringBuilder();
    page.append("# Validation\n\n");
    page.append(
        "Written by `./hebe verify --page docs/validation.md`; a test keeps it current. Do not edit.\n\n");
    page.append(
        """
        Roles: a figure to *calibrate* with may be an input; a *target* is predicted, and nothing is tuned on it. A target is a
        *gate* when it and everything it rests on is verified against its source; then a miss makes `./hebe verify` fail. Others are
        printed beside the prediction, whatever comes out: *unverified* (the figure or an input is only recalled or estimated; an
        agreement is not a reproduction) or *not independent* (it shares its data with an input).

        """);
    String space = "";
    for (Section section : sections) {
      page.append(space);
      space = "\n";
      page.append("## ").append(section.title()).append("\n\n");
      page.append(PredictionTable.summary(section.predictions())).append("\n\n");
      Markdown.append(page, PredictionTable.of(section.predictions()));
      page.append('\n').append(section.body());
    }
    return page.toString();
  }
}
