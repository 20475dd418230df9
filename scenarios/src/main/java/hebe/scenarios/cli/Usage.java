package hebe.scenarios.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in our words, and where its help is. */
final class Usage {
  private Usage() {}

  /** Says what is wrong; the whole help only where nothing was asked for. */
  static int refuse(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("hebe: " + say(exception));
    if (arguments.length == 0) {
      command.usage(err);
    } else {
      err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return ExitCode.BAD_INPUT.code();
  }

  private static String say(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (exception instanceof MissingParameterException missing) {
      return missing.getMissing().stream().map(Usage::missing).collect(Collectors.joining("; "));
    }
    ArgSpec argument = exception.getArgSpec();
    if (argument != null && exception.getValue() != null) {
      return (argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel())
          + ": expected "
          + kind(argument)
          + ", got \""
          + exception.getValue()
          + "\"";
    }
    return exception.getMessage();
  }

  private static String kind(ArgSpec argument) {
    return argument.completionCandidates() == null
        ? "a whole number"
        : "one of " + String.join(", ", argument.completionCandidates());
  }

  private static String unmatched(UnmatchedArgumentException exception) {
    CommandLine command = exception.getCommandLine();
    String word = exception.getUnmatched().get(0);
    String noun =
        exception.isUnknownOption()
            ? "an option of " + command.getCommandSpec().qualifiedName()
            : command.getSubcommands().isEmpty() ? "no further argument" : "a command";
    List<String> near = exception.getSuggestions();
    String cure = "";
    if (!near.isEmpty()) {
      cure = "; did you mean \"" + near.get(0) + "\"?";
    } else if (noun.equals("a command")) {
      cure = "; write one of " + String.join(", ", command.getSubcommands().keySet());
    }
    return "expected " + noun + ", got \"" + word + "\"" + cure;
  }

  private static String missing(ArgSpec missing) {
    String where = missing instanceof OptionSpec option ? option.longestName() + ": " : "";
    return where + "expected " + missing.paramLabel() + ", got nothing";
  }
}
