/**
 * Live migration at the scale of rounds and pages: pre-copy with its control laws, post-copy,
 * stop-and-copy, what a failure costs in each phase, and the choice between them.
 *
 * <p>Times in seconds, volumes in bytes, rates of links in bit/s. Nothing here knows a fleet.
 */
package hebe.models.migration;
