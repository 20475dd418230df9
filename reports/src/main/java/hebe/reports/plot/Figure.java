package hebe.reports.plot;

import org.jfree.chart.JFreeChart;

/**
 * A picture before it is drawn.
 *
 * @param name file name without ending
 * @param title the question that it answers
 * @param caption how to read it
 * @param width width in SVG units; PNG files have twice as many pixels
 * @param height likewise
 * @param chart what is drawn
 */
public record Figure(
    String name, String title, String caption, int width, int height, JFreeChart chart) {}
