package hebe.sim.exact;

import java.util.OptionalDouble;

/**
 * The pace of one declared timed transition, in all copies of its scope: a factor on all rates of
 * the phases of its delay.
 *
 * @param transition full name of its first copy
 * @param copies number of copies
 * @param timing its delay for people
 * @param ratePerSecond its rate, if the delay is exponential and the same in all copies
 */
public record Parameter(
    String transition, int copies, String timing, OptionalDouble ratePerSecond) {}
