/** What pictures of connections show: packets over time, and curves against the outage. */
package hebe.reports.connection;
