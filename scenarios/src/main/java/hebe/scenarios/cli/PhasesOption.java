package hebe.scenarios.cli;

import hebe.reports.table.ConsoleTable;
import hebe.reports.table.DataTable;
import hebe.scenarios.build.ApproximateStudy;
import hebe.scenarios.build.ApproximateTables;
import hebe.scenarios.build.ExactStudy;
import hebe.scenarios.build.Scenario;
import hebe.sim.law.fit.PhaseFit;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that asks for fits where there is no exact solution, and its answer. */
final class PhasesOption {
  private static final int LEAST = 2;

  @Option(
      names = "--phases",
      paramLabel = "N",
      description =
          "Where laws have no exponential phases, fit them by up to N, from 2 to 100; the answer is then approximate and says how far off it may be.")
  private Optional<Integer> order = Optional.empty();

  boolean given() {
    return order.isPresent();
  }

  /** Refuses an order that is out of range. */
  void check(CommandLine command) {
    if (order.isPresent() && (order.get() < LEAST || order.get() > PhaseFit.MOST_ORDER)) {
      throw new ParameterException(
          command,
          "--phases: expected a whole number from "
              + LEAST
              + " to "
              + PhaseFit.MOST_ORDER
              + ", got "
              + order.get());
    }
  }

  /**
   * Prints what fits make solvable of what the exact study could not, and why the rest has no
   * solution.
   *
   * @param limit most states of a policy's model
   * @param values the table of the approximate values
   * @return whether every policy has values over the horizon
   */
  boolean answer(
      Scenario scenario,
      ExactStudy exact,
      int limit,
      CommandLine command,
      Function<ApproximateStudy, DataTable> values) {
    if (order.isEmpty()) {
      tell(exact.gaps(), command.getErr());
      return exact.withoutHorizon().isEmpty();
    }
    ApproximateStudy study = ApproximateStudy.of(scenario, exact, order.get(), limit);
    if (!study.solved().isEmpty()) {
      PrintWriter out = command.getOut();
      out.print(ConsoleTable.render(values.apply(study)));
      out.println();
      out.print(ConsoleTable.render(ApproximateTables.fits(study)));
      out.flush();
    }
    tell(study.gaps(), command.getErr());
    return study.refused().isEmpty();
  }

  private static void tell(List<String> gaps, PrintWriter err) {
    gaps.forEach(gap -> err.println("hebe: " + gap));
  }
}
