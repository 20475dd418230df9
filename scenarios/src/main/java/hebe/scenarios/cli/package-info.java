/**
 * The command line: one class per command, and the exit codes.
 *
 * <p>What the commands do belongs to the packages they call.
 */
package hebe.scenarios.cli;
