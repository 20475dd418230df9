/**
 * Uniform random numbers: one stream per cause, seeded by (master seed, replication, name).
 *
 * <p>Not here: laws, which turn a uniform into a delay, and the naming of causes.
 */
package hebe.sim.random;
