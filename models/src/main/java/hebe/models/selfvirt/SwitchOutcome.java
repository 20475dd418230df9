package hebe.models.selfvirt;

/**
 * What one simulated switch took, in cycles.
 *
 * @param requestToCommitCycles from the request until the last CPU is through
 * @param standstillCycles from the interrupt of the attempt that succeeds until then: the first CPU
 *     does nothing else
 * @param attempts at least 1, of which all but the last were vain
 */
public record SwitchOutcome(double requestToCommitCycles, double standstillCycles, int attempts) {}
