package hebe.scenarios.cli;

import hebe.reports.ReportException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code hebe}. */
@Command(
    name = "hebe",
    versionProvider = Version.class,
    description =
        "Simulates how available a virtualized datacenter is, and where its downtime comes from.",
    subcommands = {
      RunCommand.class,
      SolveCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      VerifyCommand.class,
      TimingCommand.class,
      ConnectionCommand.class,
      ListCommand.class,
      SchemaCommand.class,
      VersionCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 a run or verification fell short, 2 bad input or usage,",
      "3 the machine failed it, 70 a defect of Hebe, 130 interrupted."
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // picocli shows the help by it
  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Shows this help.")
  private boolean help;

  @SuppressWarnings("UnusedVariable") // picocli shows the version by it
  @CommandLine.Option(names = "--version", versionHelp = true, description = "Prints the version.")
  private boolean version;

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  /** Runs a command and returns its exit code. */
  public static int run(String[] arguments, PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new Main());
    line.setOut(new PrintWriter(out, true, java.nio.charset.StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, java.nio.charset.StandardCharsets.UTF_8));
    line.setUsageHelpWidth(100);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Usage::refuse);
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> failed(exception, command.getErr()));
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError e) {
      line.getErr()
          .println(
              "hebe: out of memory; give Java more, for example HEBE_JAVA_OPTS=-Xmx4g, or study fewer hosts");
      return ExitCode.MACHINE.code();
    } catch (Error e) {
      // What the Java of this machine lacks, fonts for example, comes as an error and not as an
      // exception.
      line.getErr()
          .println(
              "hebe: this Java cannot do it ("
                  + e
                  + "); pictures need a font: see README.md, Two commands");
      return ExitCode.MACHINE.code();
    }
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command, got none");
  }

  private static int failed(Exception exception, PrintWriter err) {
    if (exception instanceof ReportException || exception instanceof InputException) {
      err.println("hebe: " + exception.getMessage());
      return ExitCode.BAD_INPUT.code();
    }
    if (exception instanceof IOException || exception instanceof UncheckedIOException) {
      err.println("hebe: " + Machine.say(exception));
      return ExitCode.MACHINE.code();
    }
    err.println("hebe: this is a defect of Hebe, not of your scenario: " + exception.getMessage());
    err.println("hebe: " + report(exception));
    return ExitCode.BUG.code();
  }

  private static String report(Exception exception) {
    StringWriter trace = new StringWriter();
    exception.printStackTrace(new PrintWriter(trace));
    try {
      Path file = Files.createTempFile("hebe-defect-", ".txt");
      Files.writeString(file, Version.text() + "\n" + trace);
      return "please report it with the file " + file;
    } catch (IOException e) {
      return "its report could not be written (" + Machine.say(e) + "): " + exception;
    }
  }
}
