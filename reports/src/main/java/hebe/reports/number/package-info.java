/**
 * The only place that turns a {@code double} into text, for files and for readers.
 *
 * <p>{@code Double.toString} and {@code %.17g} print other digits on one JDK than on another, and
 * {@code %f} follows the default locale; rounded {@code BigDecimal}s do neither. What does not
 * belong here: which numbers a report shows.
 */
package hebe.reports.number;
