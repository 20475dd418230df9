package hebe.scenarios.cli;

import hebe.scenarios.read.Problems;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Validates scenarios without running them. */
@Command(
    name = "check",
    description = "Validates scenarios without running them; shows all problems at once.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The scenarios.")
  private List<Path> files;

  @Override
  public Integer call() throws InputException {
    Inputs inputs = new Inputs();
    Problems problems = new Problems();
    PrintWriter out = spec.commandLine().getOut();
    for (Path file : files) {
      Problems own = new Problems();
      inputs
          .reader()
          .read(file, own)
          .ifPresent(
              scenario ->
                  out.println(
                      file
                          + ": in order; "
                          + count(scenario.policies().size(), "policy", "policies")
                          + ", "
                          + count(scenario.hosts().size(), "group of hosts", "groups of hosts")
                          + (scenario.swept().isEmpty()
                              ? ""
                              : ", "
                                  + count(scenario.runs().size(), "run", "runs")
                                  + " with the sweep")));
      own.list()
          .forEach(
              problem ->
                  problems.add(problem.place(), problem.expected(), problem.got(), problem.cure()));
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return ExitCode.DONE.code();
  }

  private static String count(int number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }
}
