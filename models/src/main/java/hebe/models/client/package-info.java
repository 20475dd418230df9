/**
 * What the outages of a service over years mean for its clients: who is met by an outage, for how
 * long it waits, and whether it keeps its connection; in closed form, by exact expectation over a
 * mix of connections.
 *
 * <p>One connection on the level of events belongs to {@code hebe.models.connection}.
 */
package hebe.models.client;
