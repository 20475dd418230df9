package hebe.scenarios.build;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.aging.Aging;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.reports.summary.SummaryJson;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.ErlangMixture;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A scenario without problems always builds and runs. */
class RandomScenariosTest {
  @Test
  void everyScenarioWithoutProblems_isExplained_built_andRun() {
    RandomTexts texts = new RandomTexts(20070625);
    Set<Class<?>> laws = new HashSet<>();
    long outages = 0;

    for (int i = 0; i < 300; i++) {
      String text = texts.next();
      Scenario scenario = Scenarios.read(text);
      String summary = SummaryJson.write(Scenarios.run(scenario, 2));

      assertThat(Explanation.of(scenario)).as(text).contains("Automata under policy policy0");
      assertThat(summary).as(text).contains("\"name\": \"availability\"");
      laws(scenario.failures()).forEach(law -> laws.add(law.getClass()));
      outages += summary.lines().filter(line -> line.contains("\"cause\": \"")).count();
    }

    laws.add(ErlangMixture.class); // made by fits; no file says it
    assertThat(laws).containsExactlyInAnyOrder(DelayLaw.class.getPermittedSubclasses());
    assertThat(outages).as("causes of outages in all of them").isGreaterThan(1000);
  }

  private static Stream<DelayLaw> laws(Failures failures) {
    return Stream.of(failures.hardware(), failures.vmm(), failures.guest(), failures.service())
        .flatMap(RandomScenariosTest::laws);
  }

  private static Stream<DelayLaw> laws(LayerFailures layer) {
    return Stream.concat(
        Stream.concat(Stream.of(layer.detection()), aging(layer.aging())),
        Stream.of(layer.crash(), layer.repair()).flatMap(law -> law.stream()));
  }

  private static Stream<DelayLaw> aging(Aging aging) {
    return aging instanceof Aging.Stages staged
        ? staged.stages().stream().map(Aging.Stage::lasts)
        : Stream.empty();
  }
}
