/**
 * Where the time of workloads goes, as neutral rows: what the tables, the CSV file and the picture
 * of slow-downs are made from.
 *
 * <p>How the time is computed belongs to the models.
 */
package hebe.reports.breakdown;
