/**
 * Approximations of delay laws by exponential phases, and how far off they are.
 *
 * <p>Not here: laws themselves, fitting of laws to data, and which transitions of a model want a
 * fit.
 */
package hebe.sim.law.fit;
