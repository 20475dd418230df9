package hebe.sim.result;

import java.util.List;

/**
 * Predicted series over a number, with published or simulated points beside them.
 *
 * @param title what is shown
 * @param xLabel the number on the horizontal axis, with its unit
 * @param yLabel the quantity on the vertical axis, with its unit
 * @param series the predictions
 * @param published the points beside them
 * @param simulated whether these are simulated, their bands confidence intervals, and not published
 */
public record Scaling(
    String title,
    String xLabel,
    String yLabel,
    List<Series> series,
    List<Published> published,
    boolean simulated) {
  public Scaling {
    series = List.copyOf(series);
    published = List.copyOf(published);
  }

  /** Predictions with published points. */
  public Scaling(
      String title, String xLabel, String yLabel, List<Series> series, List<Published> published) {
    this(title, xLabel, yLabel, series, published, false);
  }

  /** One predicted line. */
  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /** One predicted point. */
  public record Point(double x, double y) {}

  /**
   * A published point.
   *
   * @param id row id in the published data
   * @param series name of the predicted series that it belongs to
   * @param x position
   * @param y value
   * @param low lower end of the accepted band
   * @param high upper end of the accepted band
   * @param verified whether the figure is verified against its source
   */
  public record Published(
      String id, String series, double x, double y, double low, double high, boolean verified) {}
}
