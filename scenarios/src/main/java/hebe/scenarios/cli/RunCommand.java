package hebe.scenarios.cli;

import hebe.models.policy.Policy;
import hebe.reports.ReportException;
import hebe.reports.ReportWriter;
import hebe.reports.RunFacts;
import hebe.reports.table.StudyTable;
import hebe.scenarios.build.GuestScaling;
import hebe.scenarios.build.Scenario;
import hebe.scenarios.build.StudyRun;
import hebe.scenarios.build.StudySettings;
import hebe.sim.result.StudyResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs every policy of a scenario and writes the results. */
@Command(
    name = "run",
    description =
        "Runs every policy of a scenario, prints the answer and writes the results into a folder.")
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scenario.")
  private Path file;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder for the results; results/NAME without it.")
  private Optional<Path> output;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Master seed, instead of the scenario's.")
  private Optional<Long> seed;

  @Option(
      names = "--replications",
      paramLabel = "N",
      description = "Replications, instead of the scenario's.")
  private Optional<Integer> replications;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads; as many as there are processors without it. The result does not depend on it.")
  private Optional<Integer> threads;

  @Override
  public Integer call() throws InputException, IOException, ReportException {
    long began = System.nanoTime();
    Inputs inputs = new Inputs();
    requireAtLeast("--replications", replications.map(Integer::longValue), 1);
    requireAtLeast("--threads", threads.map(Integer::longValue), 1);
    requireAtLeast("--seed", seed, 0);
    Scenario scenario = withOptions(inputs.scenario(file));
    StudyResult result = study(scenario, new GuestScaling(inputs.published()));
    PrintWriter out = spec.commandLine().getOut();
    out.print(StudyTable.render(result));
    Path directory = output.orElseGet(() -> Path.of("results", stem()));
    RunFacts facts =
        new RunFacts(
            Version.number(),
            System.getProperty("java.version"),
            (System.nanoTime() - began) / 1e9,
            Map.of());
    List<Path> written = ReportWriter.write(result, facts, directory);
    out.println();
    out.println(
        "Written: "
            + directory.resolve("report.html")
            + " and "
            + (written.size() - 1)
            + " more files in "
            + directory);
    out.flush();
    return ExitCode.DONE.code();
  }

  private StudyResult study(Scenario scenario, GuestScaling scaling) {
    int threadCount = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    List<Policy> policies = scenario.policyList();
    try (Progress progress =
        Progress.of("replications", (long) policies.size() * scenario.study().replications())) {
      return new StudyRun(scenario, threadCount, progress::step).run(scaling.of(scenario));
    }
  }

  private Scenario withOptions(Scenario read) {
    StudySettings study = read.study();
    StudySettings changed =
        new StudySettings(
            study.horizonSeconds(),
            replications.orElse(study.replications()),
            study.confidence(),
            seed.orElse(study.seed()),
            study.binSeconds());
    return new Scenario(
        read.name(),
        read.description(),
        read.sha256(),
        read.hosts(),
        read.failures(),
        read.policies(),
        changed);
  }

  private void requireAtLeast(String option, Optional<Long> value, long least) {
    if (value.isPresent() && value.get() < least) {
      throw new ParameterException(
          spec.commandLine(),
          option + ": expected a whole number of at least " + least + ", got " + value.get());
    }
  }

  private String stem() {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
