/**
 * What FT-TCP costs while nothing fails: cycles, memory and delay, from the cost of operations on a
 * processor in a mode.
 *
 * <p>Equations: docs/connections.md#costs.
 */
package hebe.models.connection.cost;
