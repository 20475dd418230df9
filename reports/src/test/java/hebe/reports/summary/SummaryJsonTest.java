package hebe.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.reports.Samples;
import hebe.sim.result.MetricId;
import hebe.sim.result.PolicyResult;
import hebe.sim.result.StudyResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {

  @Test
  void write_everyKindOfEstimate_isTheContract() {
    assertThat(SummaryJson.write(Samples.tiny()))
        .isEqualTo(
            """
            {
              "format": 1,
              "scenario": {
                "name": "A \\"tiny\\" study",
                "sha256": "ab12"
              },
              "seed": 2007,
              "confidence": 0.95,
              "policies": [
                {
                  "name": "warm",
                  "point": {
                    "hosts[0].guests.count": {
                      "text": "11",
                      "number": 11,
                      "unit": "1"
                    }
                  },
                  "replications": 40,
                  "metrics": [
                    {
                      "name": "availability",
                      "subject": "web",
                      "cause": null,
                      "unit": "1",
                      "mean": 0.99993,
                      "low": 0.99992,
                      "high": 0.99994,
                      "interval": "student",
                      "n": 40,
                      "exact": 0.999931
                    },
                    {
                      "name": "downtime-per-year",
                      "subject": "web",
                      "cause": "vmm-crash",
                      "unit": "s/year",
                      "mean": 41.6,
                      "low": 41.6,
                      "high": 41.6,
                      "interval": "deterministic",
                      "n": 40,
                      "exact": null
                    },
                    {
                      "name": "outages-per-year",
                      "subject": "web",
                      "cause": null,
                      "unit": "1/year",
                      "mean": 0.333333333333,
                      "low": null,
                      "high": null,
                      "interval": "none",
                      "n": 1,
                      "exact": null
                    },
                    {
                      "name": "mean-outage",
                      "subject": "web",
                      "cause": null,
                      "unit": "s",
                      "mean": null,
                      "low": null,
                      "high": null,
                      "interval": "none",
                      "n": 0,
                      "exact": null
                    }
                  ]
                }
              ],
              "comparisons": [
                {
                  "metric": "availability",
                  "subject": "web",
                  "a": "warm",
                  "b": "cold",
                  "difference": 0.00008,
                  "low": 0.00006,
                  "high": 0.0001,
                  "interval": "paired-student",
                  "n": 40
                }
              ]
            }
            """);
  }

  @Test
  void write_valuesInTheLongRun_standAfterTheExactOnes() {
    StudyResult tiny = Samples.tiny();
    PolicyResult policy = tiny.policies().get(0);
    MetricId known = policy.metrics().get(0).id();
    StudyResult solved =
        new StudyResult(
            tiny.scenario(),
            tiny.description(),
            tiny.sha256(),
            tiny.seed(),
            tiny.confidence(),
            tiny.horizonSeconds(),
            List.of(
                new PolicyResult(
                    policy.policy(),
                    policy.point(),
                    policy.replications(),
                    policy.metrics(),
                    policy.curves(),
                    policy.outages(),
                    policy.timelines(),
                    Map.of(known, 0.9999305))),
            tiny.comparisons(),
            tiny.scalings());

    // One line more, for the metric that has one, and nothing else.
    assertThat(SummaryJson.write(solved))
        .isEqualTo(
            SummaryJson.write(tiny)
                .replace(
                    "\"exact\": 0.999931",
                    "\"exact\": 0.999931,\n          \"longRun\": 0.9999305"));
    assertThat(MetricsCsv.write(solved).lines().toList().subList(0, 3))
        .satisfiesExactly(
            header -> assertThat(header).contains(",n,exact,long-run,hosts[0].guests.count [1]"),
            row -> assertThat(row).endsWith(",40,0.999931,0.9999305,11"),
            row -> assertThat(row).endsWith(",40,,,11"));
    assertThat(MetricsCsv.write(tiny)).doesNotContain("long-run");
  }
}
