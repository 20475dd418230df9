package hebe.sim.result;

import hebe.sim.stat.Estimate;

/** The difference {@code a - b} of one metric between two policies under common random numbers. */
public record Comparison(MetricId metric, String a, String b, Estimate difference) {}
