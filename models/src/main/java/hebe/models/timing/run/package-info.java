/**
 * The host as a discrete-event simulation in cycles: cores, virtual processors under a credit
 * scheduler, traps between stretches of guest work, a driver domain with its queue.
 *
 * <p>{@link hebe.models.timing.run.HostRun} is the way in. Costs of traps come from {@link
 * hebe.models.timing.CostModel}; this package has none of its own.
 */
package hebe.models.timing.run;
