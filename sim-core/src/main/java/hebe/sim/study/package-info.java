/**
 * From many replications to estimates: units of work and their results, their execution on threads,
 * and their combination in the order of their numbers.
 *
 * <p>What a unit simulates does not belong here.
 */
package hebe.sim.study;
