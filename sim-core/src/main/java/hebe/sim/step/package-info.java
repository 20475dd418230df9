/**
 * One instant of a model, shared by its simulation and its exact solution: what a firing changes,
 * which immediate transitions compete to fire next, and which clocks are to be looked at again.
 *
 * <p>Not here: how an engine chooses among competitors, and how it keeps a clock.
 */
package hebe.sim.step;
