/**
 * The pictures of a study, as SVG and PNG.
 *
 * <p>Colours are those of Okabe and Ito, told apart also by readers who are colour-blind. SVG text
 * stays text in the generic family sans-serif, so it can be searched and shows anywhere; its layout
 * is measured with the logical font SansSerif of the machine that draws. On one machine the bytes
 * of an SVG are a function of the result; those of a PNG also depend on the JDK. What does not
 * belong here: numbers that the result does not hold.
 */
package hebe.reports.plot;
