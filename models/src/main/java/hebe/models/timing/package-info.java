/**
 * The host at the scale of cycles: what a trap costs under each kind of VMM, how often a workload
 * traps, and the slow-down that follows.
 *
 * <p>Costs are in cycles of the core; only {@link hebe.models.timing.HostClock} turns cycles into
 * seconds.
 */
package hebe.models.timing;
