/**
 * A system that runs native and puts a VMM under itself when it needs one, at the scale of
 * operation: what comes up that wants a VMM, what a switch costs and how it fails, and the closed
 * forms of when it pays.
 *
 * <p>How long a switch takes on a processor belongs to the scale of cycles.
 */
package hebe.models.modes;
