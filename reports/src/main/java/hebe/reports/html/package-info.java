/**
 * The report that people read: one HTML page that needs nothing beside it.
 *
 * <p>It has no scripts and loads nothing; pictures stand in it as SVG. What does not belong here:
 * choosing or computing numbers.
 */
package hebe.reports.html;
