/**
 * The result files that programs read: {@code summary.json} and the CSV tables.
 *
 * <p>Their bytes depend on the result only: no time, version or machine. Every number passes
 * through {@code hebe.reports.number}. What does not belong here: text and pictures for people.
 */
package hebe.reports.summary;
