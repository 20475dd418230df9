package hebe.scenarios.cli;

import hebe.models.outage.OutageRecorder;
import hebe.reports.ReportException;
import hebe.reports.ReportWriter;
import hebe.reports.RunFacts;
import hebe.reports.breakdown.Breakdown;
import hebe.reports.store.SqliteStore;
import hebe.reports.table.StudyTable;
import hebe.scenarios.build.ApproximateTables;
import hebe.scenarios.build.BreakEvenScaling;
import hebe.scenarios.build.Breakdowns;
import hebe.scenarios.build.ExactStudy;
import hebe.scenarios.build.GuestScaling;
import hebe.scenarios.build.Scenario;
import hebe.scenarios.build.StudyIdentity;
import hebe.scenarios.build.StudyRun;
import hebe.scenarios.build.StudySettings;
import hebe.sim.result.StudyResult;
import hebe.sim.study.ReplicationStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
  private static final int MOST_STATES = 1_000_000;

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

  @Option(
      names = "--exact",
      description = "Sets the exact values beside the simulated ones; fails where there are none.")
  private boolean exact;

  @Mixin private final PhasesOption phases = new PhasesOption();

  @Override
  public Integer call() throws InputException, IOException, ReportException {
    long began = System.nanoTime();
    Inputs inputs = new Inputs();
    requireAtLeast("--replications", replications.map(Integer::longValue), 1);
    requireAtLeast("--threads", threads.map(Integer::longValue), 1);
    requireAtLeast("--seed", seed, 0);
    phases.check(spec.commandLine());
    if (phases.given() && !exact) {
      throw new ParameterException(spec.commandLine(), "--phases: expected --exact beside it");
    }
    Scenario scenario = withOptions(inputs.scenario(file));
    Path directory = output.orElseGet(() -> Path.of("results", stem()));
    ReportWriter.requireRoom(directory);
    // Open until the reports are written, so that a second run cannot come between.
    try (SqliteStore store =
        SqliteStore.open(directory, StudyIdentity.of(scenario, Program.identity()))) {
      tell(store, scenario, directory.resolve(SqliteStore.NAME));
      StudyResult simulated = study(scenario, new GuestScaling(inputs.published()), store);
      ExactStudy solved = exact ? ExactStudy.of(scenario, MOST_STATES) : ExactStudy.none();
      StudyResult beside = solved.beside(simulated);
      StudyResult result = beside.withMore(BreakEvenScaling.of(scenario, beside));
      spec.commandLine().getOut().print(StudyTable.render(result));
      Optional<Breakdown> timing = Breakdowns.of(scenario.datacenter().hosts());
      report(result, timing, directory, (System.nanoTime() - began) / 1e9);
      boolean answered =
          phases.answer(
              scenario,
              solved,
              MOST_STATES,
              spec.commandLine(),
              study -> ApproximateTables.beside(simulated, study));
      return answered ? ExitCode.DONE.code() : ExitCode.FELL_SHORT.code();
    }
  }

  /** Says what is found of an earlier run. */
  private void tell(SqliteStore store, Scenario scenario, Path file) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    store
        .replaced()
        .ifPresent(
            parts ->
                err.println(
                    "hebe: the replications in "
                        + file
                        + " were of another study (other "
                        + parts
                        + ") and are removed"));
    long kept = store.count(scenario.study().replications());
    if (kept > 0) {
      err.println(
          "hebe: continuing: " + kept + " of " + total(scenario) + " replications kept in " + file);
    }
  }

  private StudyResult study(Scenario scenario, GuestScaling scaling, ReplicationStore store) {
    int threadCount = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    try (Progress progress = Progress.of("replications", total(scenario))) {
      return new StudyRun(scenario, threadCount, store, progress::step).run(scaling.of(scenario));
    }
  }

  private static long total(Scenario scenario) {
    return (long) scenario.runs().size() * scenario.study().replications();
  }

  private void report(
      StudyResult result, Optional<Breakdown> timing, Path directory, double wallSeconds)
      throws IOException, ReportException {
    RunFacts facts =
        new RunFacts(Version.number(), System.getProperty("java.version"), wallSeconds, Map.of());
    List<Path> written = ReportWriter.write(result, timing, facts, directory);
    PrintWriter out = spec.commandLine().getOut();
    out.println();
    if (result.policies().stream().anyMatch(p -> p.outages().size() >= OutageRecorder.MOST_KEPT)) {
      out.println(
          "outages.csv holds the first " + OutageRecorder.MOST_KEPT + " outages of a policy.");
    }
    out.println(
        "Written: "
            + directory.resolve("report.html")
            + " and "
            + written.size()
            + " more files in "
            + directory);
    out.flush();
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
    return read.withStudy(changed);
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
