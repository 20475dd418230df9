/**
 * Recovery operations as small graphs of tasks over shared resources, run on the event level: which
 * guest is down from when to when, computed from memory sizes, disk and scrub rates, reload and
 * boot work.
 *
 * <p>When an operation is performed, and what fails in its course, belongs to the operation of the
 * datacenter.
 */
package hebe.models.recovery;
