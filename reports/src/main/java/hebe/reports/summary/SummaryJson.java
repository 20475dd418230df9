package hebe.reports.summary;

import hebe.reports.number.Numbers;
import hebe.sim.result.Comparison;
import hebe.sim.result.Metric;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import hebe.sim.result.SweepValue;
import hebe.sim.stat.Estimate;
import java.io.StringWriter;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/**
 * {@code summary.json}, format 1: the stable contract with programs that read results.
 *
 * <p>Keys stand in a fixed order; absent numbers are {@code null}; durations are in seconds, a year
 * has 365 days. The bytes are the fingerprint of a study: same scenario, seed and options, same
 * bytes. A comparison of a part of a metric has the additional key {@code cause} after {@code
 * subject}. A metric of which the exact value in the steady state is known, as in a sweep that is
 * also solved, has it as the additional key {@code longRun} after {@code exact}. A {@code point}
 * has for each swept path the value as {@code text}, and as {@code number} in its base {@code
 * unit}; in comparisons a point is named by the policy and its values, {@code warm [vmm.every=2
 * weeks]}. A comparison whose interval has another nominal coverage than {@code confidence}, as
 * where several hold together, has the additional key {@code level} at its end.
 */
public final class SummaryJson {
  private static final int FORMAT = 1;

  private SummaryJson() {}

  /** The whole file, ending with a line feed. */
  public static String write(StudyResult study) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JsonText.generator(text)) {
      json.writeStartObject();
      json.writeNumberProperty("format", FORMAT);
      json.writeObjectPropertyStart("scenario");
      json.writeStringProperty("name", study.scenario());
      json.writeStringProperty("sha256", study.sha256());
      json.writeEndObject();
      json.writeNumberProperty("seed", study.seed());
      number(json, "confidence", Numbers.exact(study.confidence()));
      json.writeArrayPropertyStart("policies");
      study.policies().forEach(policy -> policy(json, policy));
      json.writeEndArray();
      json.writeArrayPropertyStart("comparisons");
      study.comparisons().forEach(comparison -> comparison(json, comparison, study.confidence()));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text + "\n";
  }

  private static void policy(JsonGenerator json, PolicyResult policy) {
    json.writeStartObject();
    json.writeStringProperty("name", policy.policy());
    json.writeObjectPropertyStart("point");
    policy.point().forEach((path, value) -> point(json, path, value));
    json.writeEndObject();
    json.writeNumberProperty("replications", policy.replications());
    json.writeArrayPropertyStart("metrics");
    policy
        .metrics()
        .forEach(
            metric -> metric(json, metric, Optional.ofNullable(policy.longRun().get(metric.id()))));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void point(JsonGenerator json, String path, SweepValue value) {
    json.writeObjectPropertyStart(path);
    json.writeStringProperty("text", value.text());
    number(json, "number", Numbers.exact(value.number()));
    json.writeStringProperty("unit", value.unit());
    json.writeEndObject();
  }

  private static void metric(JsonGenerator json, Metric metric, Optional<Double> longRun) {
    json.writeStartObject();
    json.writeStringProperty("name", metric.id().name());
    json.writeStringProperty("subject", metric.id().subject());
    string(json, "cause", metric.id().cause());
    json.writeStringProperty("unit", metric.id().unit());
    estimate(json, "mean", EstimateFields.of(metric.estimate()));
    number(json, "exact", exact(metric.exact()));
    longRun.ifPresent(value -> number(json, "longRun", Numbers.exact(value)));
    json.writeEndObject();
  }

  private static void comparison(JsonGenerator json, Comparison comparison, double confidence) {
    json.writeStartObject();
    json.writeStringProperty("metric", comparison.metric().name());
    json.writeStringProperty("subject", comparison.metric().subject());
    comparison.metric().cause().ifPresent(cause -> json.writeStringProperty("cause", cause));
    json.writeStringProperty("a", comparison.a());
    json.writeStringProperty("b", comparison.b());
    estimate(json, "difference", EstimateFields.of(comparison.difference()));
    if (comparison.difference() instanceof Estimate.Interval interval
        && interval.level() != confidence) {
      number(json, "level", Numbers.exact(interval.level()));
    }
    json.writeEndObject();
  }

  private static void estimate(JsonGenerator json, String meanKey, EstimateFields fields) {
    number(json, meanKey, fields.mean());
    number(json, "low", fields.low());
    number(json, "high", fields.high());
    json.writeStringProperty("interval", fields.interval());
    json.writeNumberProperty("n", fields.count());
  }

  private static Optional<String> exact(OptionalDouble value) {
    return value.isPresent() ? Optional.of(Numbers.exact(value.getAsDouble())) : Optional.empty();
  }

  private static void string(JsonGenerator json, String key, Optional<String> value) {
    if (value.isPresent()) {
      json.writeStringProperty(key, value.get());
    } else {
      json.writeNullProperty(key);
    }
  }

  private static void number(JsonGenerator json, String key, Optional<String> value) {
    if (value.isPresent()) {
      number(json, key, value.get());
    } else {
      json.writeNullProperty(key);
    }
  }

  private static void number(JsonGenerator json, String key, String value) {
    json.writeName(key);
    json.writeNumber(value);
  }
}
