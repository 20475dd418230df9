/**
 * From what happens in a replication to outages by cause, and from there to the metrics by name.
 *
 * <p>Which components there are, and why they fail, belongs elsewhere.
 */
package hebe.models.outage;
