package hebe.sim.result;

import hebe.sim.stat.Estimate;
import java.util.OptionalDouble;

/** A metric with its estimate, and its exact value where one is known. */
public record Metric(MetricId id, Estimate estimate, OptionalDouble exact) {}
