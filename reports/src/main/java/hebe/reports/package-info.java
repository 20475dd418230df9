/**
 * Writes the result folder of a study: {@link hebe.reports.ReportWriter} is the one call.
 *
 * <p>Reports know the neutral result types of {@code hebe.sim.result} only, neither models nor
 * scenarios; {@link hebe.reports.store}, which keeps the replications of a run in the same folder,
 * knows those of {@code hebe.sim.study} too. What does not belong here: running anything, or
 * computing a number that the result does not hold.
 */
package hebe.reports;
