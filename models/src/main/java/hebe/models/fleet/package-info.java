/**
 * The datacenter: descriptions of hosts and guests, and the model that they become under a policy.
 *
 * <p>Durations of operations come from the recovery plans, laws from the failures; here they are
 * only put together.
 */
package hebe.models.fleet;
