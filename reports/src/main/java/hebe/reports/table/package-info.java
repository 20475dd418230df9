/**
 * A study's numbers as tables, for a terminal and for the HTML report.
 *
 * <p>What does not belong here: tables for programs (see {@code hebe.reports.summary}).
 */
package hebe.reports.table;
