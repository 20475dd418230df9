/**
 * Simulation of a model: one replication, what it observes, and the trace hook.
 *
 * <p>What a replication means for hosts, and how many replications become an estimate, does not
 * belong here.
 */
package hebe.sim.run;
