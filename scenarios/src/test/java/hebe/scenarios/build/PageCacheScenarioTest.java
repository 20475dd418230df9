package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.fleet.HostGroup;
import hebe.models.load.CacheUse;
import hebe.sim.law.Exponential;
import hebe.sim.result.MetricId;
import hebe.sim.result.StudyResult;
import hebe.sim.stat.Estimate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Page caches in scenarios. */
class PageCacheScenarioTest {
  static final String EVERY_KEY =
      """
      hebe: 1
      name: every key of a page cache
      hosts:
        - name: host
          hardware: {based-on: opteron-280-2006, disk-rate: 100 MiB/s, disk-interference: 0.5}
          guests:
            - {name: web, count: 2, memory: 1 GiB, page-cache: {working-set: 512 MiB, dip: 75 %}}
            - name: db
              memory: 1 GiB
              page-cache: {working-set: 1 GiB, warm-rate: 1 GiB/s, refill: {exponential: {mean: 1 min}}}
            - {name: plain, memory: 1 GiB}
      policies: [{name: never}]
      study: {horizon: 1 year, replications: 2}
      """;

  private final HostGroup host = Scenarios.read(EVERY_KEY).datacenter().hosts().get(0);

  private Optional<CacheUse> cache(int guest) {
    return host.guests().get(guest).pageCache();
  }

  @Test
  void everyKey_isRead() {
    assertThat(cache(0)).contains(new CacheUse(512, new CacheUse.Dip(0.75), Optional.empty()));
    assertThat(cache(1))
        .contains(
            new CacheUse(1024, new CacheUse.WarmRate(1024), Optional.of(new Exponential(60))));
    assertThat(cache(2)).isEmpty();
    assertThat(host.cached()).isEqualTo(3);
  }

  @Test
  void explanation_saysHowSlowAndHowLong() {
    List<String> rows =
        Explanation.of(Scenarios.read(EVERY_KEY))
            .lines()
            .map(line -> line.strip().replaceAll(" +", " "))
            .toList();
    // 512 / 100; three: 100 / (3 (1 + 0.5 x 2)) = 16.667 MiB/s, 30.72 s, a sixth of 25 %
    assertThat(rows)
        .anyMatch(
            row -> row.startsWith("web 512 1 ") && row.contains("5.12") && row.contains(" 25 % "))
        .anyMatch(
            row -> row.startsWith("web 512 3 ") && row.contains("30.72") && row.contains("4.167 %"))
        .anyMatch(row -> row.startsWith("db 1024 1 ") && row.endsWith("time given, speed derived"));
  }

  @Test
  void warmReboot_inTheCatalog_beatsColdInCapacityByMoreThanItsAvailability() {
    Scenario scenario =
        Scenarios.withReplications(Scenarios.catalog("modern-fleet-in-place-update"), 4);
    StudyResult result = Scenarios.run(scenario, 1);
    double uptime = mean(result, 1, "availability") - mean(result, 0, "availability");
    double share = mean(result, 1, "capacity") / mean(result, 1, "availability");
    double work = mean(result, 1, "capacity") - mean(result, 0, "capacity");
    // 8 GiB at 300 MiB/s of 2 GiB/s, every 30 days: 27.3 x 0.854 / 2,592,000 = 8.99e-6 of the work
    assertThat(uptime).isPositive();
    assertThat(work / share - uptime).isBetween(8.5e-6, 9.5e-6);
  }

  private static double mean(StudyResult result, int policy, String metric) {
    Estimate estimate =
        result.policies().get(policy).metrics().stream()
            .filter(m -> m.id().equals(MetricId.total(metric, "web", "1")))
            .findFirst()
            .orElseThrow()
            .estimate();
    return ((Estimate.Interval) estimate).mean();
  }
}
