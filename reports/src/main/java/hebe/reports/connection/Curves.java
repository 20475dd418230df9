package hebe.reports.connection;

import java.util.List;

/**
 * Lines from a closed form with points from simulations on them.
 *
 * @param name file name without ending
 * @param title the question that the picture answers
 * @param subtitle the circumstances
 * @param caption how to read it
 * @param x the horizontal axis, whose values are above 0: even ratios have even distances
 * @param y the vertical axis
 * @param lines at least one
 */
public record Curves(
    String name, String title, String subtitle, String caption, Axis x, Axis y, List<Line> lines) {
  public Curves {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("curves need a line");
    }
  }

  /**
   * An axis.
   *
   * @param label the quantity with its unit
   * @param logarithmic whether even ratios have even distances; values are above 0 then
   */
  public record Axis(String label, boolean logarithmic) {}

  /**
   * One line.
   *
   * @param name of what it is about
   * @param computed in closed form, in the order of x
   * @param simulated points
   * @param ends whether the line ends because there is nothing beyond
   */
  public record Line(String name, List<Point> computed, List<Point> simulated, boolean ends) {
    public Line {
      computed = List.copyOf(computed);
      simulated = List.copyOf(simulated);
    }
  }

  /** A point of a line. */
  public record Point(double x, double y) {}
}
