package hebe.reports.summary;

import hebe.reports.number.Numbers;
import hebe.sim.result.Scaling;
import hebe.sim.result.StudyResult;
import java.util.List;

/**
 * {@code scaling.csv}: predicted series and, below them, the published points with their bands. The
 * columns {@code x label} and {@code y label} name the two quantities with their units.
 */
public final class ScalingCsv {
  private ScalingCsv() {}

  /** The whole file. */
  public static String write(StudyResult study) {
    CsvTable table =
        new CsvTable(
            "title",
            "kind",
            "series",
            "x label",
            "x",
            "y label",
            "y",
            "low",
            "high",
            "id",
            "verified");
    for (Scaling scaling : study.scalings()) {
      for (Scaling.Series series : scaling.series()) {
        series.points().forEach(point -> table.row(predicted(scaling, series, point)));
      }
      scaling.published().forEach(point -> table.row(published(scaling, point)));
    }
    return table.text();
  }

  private static List<String> predicted(
      Scaling scaling, Scaling.Series series, Scaling.Point point) {
    return List.of(
        scaling.title(),
        "predicted",
        series.name(),
        scaling.xLabel(),
        Numbers.exact(point.x()),
        scaling.yLabel(),
        Numbers.exact(point.y()),
        "",
        "",
        "",
        "");
  }

  private static List<String> published(Scaling scaling, Scaling.Published point) {
    return List.of(
        scaling.title(),
        scaling.simulated() ? "simulated" : "published",
        point.series(),
        scaling.xLabel(),
        Numbers.exact(point.x()),
        scaling.yLabel(),
        Numbers.exact(point.y()),
        Numbers.exact(point.low()),
        Numbers.exact(point.high()),
        point.id(),
        Boolean.toString(point.verified()));
  }
}
