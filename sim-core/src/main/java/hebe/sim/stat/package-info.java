/**
 * From observations to estimates: accumulators and the confidence intervals made of them.
 *
 * <p>Not here: which metric an estimate belongs to and in which unit, when to stop observing, how a
 * number is written.
 */
package hebe.sim.stat;
