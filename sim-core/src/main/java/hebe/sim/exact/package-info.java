/**
 * Exact solution of a model whose delays are exponential, made of exponential phases, or fixed if
 * one at a time: its reachable states, and from them steady-state, transient and accumulated
 * rewards and first passages, without chance. Methods and sources: docs/exact.md.
 *
 * <p>Start at {@link hebe.sim.exact.Solution}. What a model means is shared with the simulator in
 * {@code hebe.sim.model} and {@code hebe.sim.step} and does not belong here.
 */
package hebe.sim.exact;
