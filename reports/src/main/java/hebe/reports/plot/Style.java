package hebe.reports.plot;

import hebe.reports.number.AxisFormat;
import hebe.reports.number.AxisTicks;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Fonts, colours and axes that all pictures share. */
final class Style {
  static final int WIDTH = 800;
  static final int HEIGHT = 450;

  static final Color INK = new Color(0x222222);
  static final Color FAINT_INK = new Color(0x595959);
  static final Color GRID = new Color(0xDDDDDD);
  static final Color WARNING = new Color(0xD55E00);
  static final Color WARNING_TINT = new Color(0xF7C5A3);
  static final Color CALM = new Color(0x0072B2);
  static final Color CALM_TINT = new Color(0xC3DEF1);

  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 17);
  static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  /** Okabe and Ito's palette without yellow, which is too light for lines on white. */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xE69F00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0x56B4E9),
          new Color(0xD55E00),
          new Color(0x444444));

  /**
   * More colours for areas; yellow, grey, wine, teal and indigo are told apart beside the others.
   */
  private static final List<Color> MORE_COLOURS =
      List.of(
          new Color(0xF0E442),
          new Color(0x999999),
          new Color(0x882255),
          new Color(0x44AA99),
          new Color(0x332288));

  private Style() {}

  /** The colour of the index-th of several things; they repeat, see {@link #line}. */
  static Color colour(int index) {
    return COLOURS.get(index % COLOURS.size());
  }

  /** The colour of the index-th of several areas: twelve, then they repeat. */
  static Color area(int index) {
    int place = index % (COLOURS.size() + MORE_COLOURS.size());
    return place < COLOURS.size() ? COLOURS.get(place) : MORE_COLOURS.get(place - COLOURS.size());
  }

  /** The text, or its begin and its end around an ellipsis if it has more characters than that. */
  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int tail = (most - 1) / 2;
    return text.substring(0, most - 1 - tail) + "…" + text.substring(text.length() - tail);
  }

  /** The line of the index-th of several things: other dashes when the colours begin again. */
  static Stroke line(int index) {
    float width = 2.2f;
    int round = index / COLOURS.size();
    if (round == 0) {
      return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }
    float dash = 12f / round;
    return new BasicStroke(
        width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {dash, 4f}, 0f);
  }

  /** A chart on white with its title and subtitle to the left and its legend, if any, below. */
  static JFreeChart chart(String title, String subtitle, Plot plot, boolean legend) {
    JFreeChart chart = new JFreeChart(title, TITLE, plot, legend);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(10, 12, 8, 16));
    chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
    chart.getTitle().setPaint(INK);
    chart.getTitle().setPosition(RectangleEdge.TOP);
    chart.addSubtitle(0, subtitle(subtitle));
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    LegendTitle box = chart.getLegend();
    if (box != null) {
      box.setItemFont(TICK);
      box.setItemPaint(INK);
      box.setFrame(BlockBorder.NONE);
      box.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
    }
    return chart;
  }

  private static TextTitle subtitle(String text) {
    TextTitle subtitle = new TextTitle(text, SUBTITLE);
    subtitle.setPaint(FAINT_INK);
    subtitle.setHorizontalAlignment(HorizontalAlignment.LEFT);
    subtitle.setTextAlignment(HorizontalAlignment.LEFT);
    subtitle.setPosition(RectangleEdge.TOP);
    subtitle.setPadding(new RectangleInsets(0, 0, 6, 0));
    return subtitle;
  }

  /** Fonts and colours of an axis. */
  static void axis(Axis axis) {
    axis.setLabelFont(LABEL);
    axis.setLabelPaint(INK);
    axis.setTickLabelFont(TICK);
    axis.setTickLabelPaint(INK);
    axis.setAxisLinePaint(FAINT_INK);
    axis.setTickMarkPaint(FAINT_INK);
  }

  /**
   * An axis from {@code low} to {@code high} with the marks of {@code ticks}, and none beyond.
   *
   * @param label the quantity with its unit
   * @param format texts of the marks
   */
  static NumberAxis numbers(
      String label, double low, double high, AxisTicks ticks, AxisFormat format) {
    NumberAxis axis = new BoundedAxis(label, ticks.high());
    axis(axis);
    axis.setAutoRangeIncludesZero(false);
    axis.setRange(low, high);
    axis.setTickUnit(new NumberTickUnit(ticks.step(), format), false, true);
    axis.setNumberFormatOverride(format);
    return axis;
  }

  /** An axis whose marks show the value itself. */
  static NumberAxis numbers(String label, double low, double high, AxisTicks ticks) {
    return numbers(label, low, high, ticks, new AxisFormat(1, ticks.decimals(), ""));
  }
}
