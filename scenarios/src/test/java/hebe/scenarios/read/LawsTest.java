package hebe.scenarios.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Empirical;
import hebe.sim.law.Erlang;
import hebe.sim.law.ErlangMixture;
import hebe.sim.law.Exponential;
import hebe.sim.law.Gamma;
import hebe.sim.law.Hyperexponential;
import hebe.sim.law.Hypoexponential;
import hebe.sim.law.LogNormal;
import hebe.sim.law.Uniform;
import hebe.sim.law.Weibull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawsTest {
  private final Problems problems = new Problems();

  @Test
  void laws_ofEveryKind_areRead() {
    Map<String, DelayLaw> laws = new TreeMap<>();
    laws.put("2 h", new Deterministic(7200));
    laws.put("0 s", new Deterministic(0));
    laws.put("deterministic: {value: 2 min}", new Deterministic(120));
    laws.put("exponential: {mean: 1 day}", new Exponential(86_400));
    laws.put("exponential: {rate: 0.5 /s}", new Exponential(2));
    laws.put("uniform: {low: 0 s, high: 1 min}", new Uniform(0, 60));
    laws.put("erlang: {stages: 3, mean: 6 s}", new Erlang(3, 6));
    laws.put("hypoexponential: {means: [1 s, 2 s]}", new Hypoexponential(List.of(1.0, 2.0)));
    laws.put(
        "hyperexponential: {branches: [{probability: 25 %, mean: 1 s},"
            + " {probability: 75 %, mean: 3 s}]}",
        new Hyperexponential(
            List.of(new Hyperexponential.Branch(0.25, 1), new Hyperexponential.Branch(0.75, 3))));
    laws.put("weibull: {shape: 0.7, scale: 9000 h}", new Weibull(0.7, 32_400_000));
    // The gamma function at 1 + 1/1 is 1 and at 1 + 1/0.5 it is 2: the scale is half the mean.
    laws.put("weibull: {shape: 0.5, mean: 8 s}", new Weibull(0.5, 4));
    laws.put("gamma: {shape: 2, scale: 3 s}", new Gamma(2, 3));
    laws.put("gamma: {shape: 2, mean: 3 s}", new Gamma(2, 1.5));
    laws.put("lognormal: {median: 5 min, sigma: 0.5}", new LogNormal(300, 0.5));
    laws.put("empirical: {values: [3 s, 1 s, 2 s]}", new Empirical(List.of(1.0, 2.0, 3.0)));

    Set<Class<?>> seen = new HashSet<>();
    laws.forEach(
        (yaml, law) -> {
          DelayLaw read = read(yaml).orElseThrow(() -> new AssertionError(problems.toString()));
          seen.add(read.getClass());
          assertThat(read).as(yaml).hasSameClassAs(law);
          assertThat(read.meanSeconds()).as(yaml).isCloseTo(law.meanSeconds(), relative(law));
          assertThat(read.delaySeconds(0.3))
              .as(yaml)
              .isCloseTo(law.delaySeconds(0.3), relative(law));
        });
    Set<Class<?>> known = new HashSet<>(Arrays.asList(DelayLaw.class.getPermittedSubclasses()));
    known.remove(ErlangMixture.class); // made by fits; no file says it
    assertThat(seen).isEqualTo(known);
  }

  private static Offset<Double> relative(DelayLaw law) {
    return within(1e-12 * law.meanSeconds());
  }

  @Test
  void lognormal_byAnyTwoParameters_isTheSameLaw() {
    // sigma^2 = ln(1 + cv^2); with cv = 2, sigma = sqrt(ln 5) = 1.2686362411795196 and
    // median = mean / sqrt(1 + cv^2) = 1000 / sqrt(5) = 447.21359549995793.
    String median = "447.21359549995793 s";
    String sigma = "1.2686362411795196";
    for (String parameters :
        List.of(
            "mean: 1000 s, cv: 2",
            "median: " + median + ", sigma: " + sigma,
            "mean: 1000 s, sigma: " + sigma,
            "median: " + median + ", cv: 2")) {
      LogNormal law = (LogNormal) read("lognormal: {" + parameters + "}").orElseThrow();
      assertThat(law.medianSeconds()).isCloseTo(447.21359549995793, within(1e-9));
      assertThat(law.logSigma()).isCloseTo(1.2686362411795196, within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "exponential: {mean: -3 h} => 1:21 exponential.mean: expected a duration above 0,"
            + " got \"-3 h\"; write for example \"9000 h\"",
        "exponential: {mean: 0 s} => 1:21 exponential.mean: expected a duration above 0,"
            + " got \"0 s\"; write for example \"9000 h\"",
        "exponential: {mean: 9000} => 1:21 exponential.mean: expected a duration with a unit,"
            + " got 9000; write for example \"9000 h\"",
        "exponential: {mean: 1 GiB} => 1:21 exponential.mean: expected a duration with a unit,"
            + " got \"1 GiB\", an amount of memory; write for example \"9000 h\"",
        "exponental: {mean: 3 h} => 1:1 exponental: expected a delay law, got \"exponental\";"
            + " did you mean \"exponential\"?",
        "pareto: {mean: 3 h} => 1:1 pareto: expected a delay law, got \"pareto\";"
            + " write one of exponential, deterministic, uniform, erlang, hypoexponential,"
            + " hyperexponential, weibull, lognormal, gamma, empirical",
        "{} => 1:1: expected one delay law, got none; write one of exponential, deterministic,"
            + " uniform, erlang, hypoexponential, hyperexponential, weibull, lognormal, gamma,"
            + " empirical",
        "{gamma: {shape: 1, mean: 1 s}, erlang: {stages: 2, mean: 1 s}} => 1:1:"
            + " expected one delay law, got 2 (gamma, erlang); write one of exponential,"
            + " deterministic, uniform, erlang, hypoexponential, hyperexponential, weibull,"
            + " lognormal, gamma, empirical",
        "weibull: {shape: 0.7} => 1:10 weibull: expected one of the keys scale or mean, got none;"
            + " add for example \"scale: 9000 h\"",
        "weibull: {shape: 0.7, scale: 1 h, mean: 1 h} => 1:10 weibull:"
            + " expected one of the keys scale or mean, got scale and mean; keep one of them",
        "uniform: {low: 2 h, high: 1 h} => 1:27 uniform.high: expected a longer delay than \"low\","
            + " got one that is not; exchange them",
        "hypoexponential: {means: []} => 1:26 hypoexponential.means:"
            + " expected a list that is not empty, got an empty one; add for example \"- 9000 h\"",
        "empirical: {values: [1 s, -1 s]} => 1:27 empirical.values[1]:"
            + " expected a duration at least 0, got \"-1 s\"; write for example \"9000 h\"",
        "-2 h => 1:1: expected a duration at least 0, got \"-2 h\"; write for example \"9000 h\""
      })
  void law_thatIsWrong_isOneProblem(String yaml, String problem) {
    assertThat(read(yaml)).isEmpty();
    assertThat(problems.toString()).isEqualTo("x.yaml:" + problem);
  }

  @Test
  void probabilities_thatDoNotAddUp_areRefused() {
    assertThat(read("hyperexponential: {branches: [{probability: 50 %, mean: 1 s}]}")).isEmpty();
    assertThat(problems.toString())
        .startsWith("x.yaml:1:19 hyperexponential: expected sum of the probabilities between")
        .endsWith(", got 0.5; change the values here");
  }

  @Test
  void csv_besideTheFile_isRead(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("d.csv"), "delay\n2 min\n30 s\n");

    assertThat(read(folder.resolve("x.yaml").toString(), "empirical: {csv: d.csv}"))
        .contains(new Empirical(List.of(30.0, 120.0)));
  }

  @Test
  void csv_withWrongLines_namesThem(@TempDir Path folder) throws IOException {
    Path csv = Files.writeString(folder.resolve("d.csv"), "delay\n2\n30 s\n4 GiB\n");

    assertThat(read(folder.resolve("x.yaml").toString(), "empirical: {csv: d.csv}")).isEmpty();
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            csv + ":2:1: expected a duration with a unit, got 2; write for example \"9000 h\"",
            csv
                + ":4:1: expected a duration with a unit, got \"4 GiB\", an amount of memory;"
                + " write for example \"9000 h\"");
  }

  @Test
  void csv_withoutHeaderOrDelays_isReported(@TempDir Path folder) throws IOException {
    Path bare = Files.writeString(folder.resolve("bare.csv"), "2 h\n");
    Path empty = Files.writeString(folder.resolve("empty.csv"), "delay\n");
    String file = folder.resolve("x.yaml").toString();

    assertThat(read(file, "empirical: {csv: bare.csv}")).isEmpty();
    assertThat(read(file, "empirical: {csv: empty.csv}")).isEmpty();
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            bare + ":1:1: expected the header \"delay\", got \"2 h\"; write it on the first line",
            empty + ":1:1: expected delays below the header, got none; write one per line");
  }

  private Optional<DelayLaw> read(String yaml) {
    return read("x.yaml", yaml);
  }

  private Optional<DelayLaw> read(String file, String yaml) {
    return YamlTree.parseValue(new SourceFile(file, yaml), problems)
        .flatMap(node -> Laws.delayLaw().bind(node, problems));
  }
}
