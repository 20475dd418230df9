/**
 * Self-virtualization at the scale of cycles: how long a VMM takes to slip under a running system
 * and to leave it again, and how long it waits until it may.
 *
 * <p>When a host switches, and why, belongs to the scale of operation.
 */
package hebe.models.selfvirt;
