/**
 * Laws of delays in seconds, by inversion of one uniform, the numerics of their distribution
 * functions, and the exponential phases of those that have them.
 *
 * <p>Not here: where uniforms come from, what a delay is for, fitting of laws to data, and of
 * phases to laws ({@code fit}). A new law is one record with its methods and one row in the law
 * tests.
 */
package hebe.sim.law;
