/**
 * The ordered future of a simulation: one data structure with two faces, integer keys for our own
 * run loop and an event list for SSJ's {@code Simulator}.
 *
 * <p>Not here: what an event means, drawing its time, clocks of a model.
 */
package hebe.sim.event;
