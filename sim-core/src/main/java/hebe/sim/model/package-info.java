/**
 * The model language: components, guards, effects, transitions and rewards as data, and the
 * immutable {@link hebe.sim.model.Model} compiled from them.
 *
 * <p>What belongs here describes a model. How time passes in it (simulation, exact solution) does
 * not, and neither does anything about hosts or guests.
 */
package hebe.sim.model;
