package hebe.scenarios.cli;

import hebe.scenarios.read.Problems;

/**
 * Input or usage that cannot be run; the message says where, what was expected, what came, and what
 * to do.
 */
final class InputException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int MOST_SHOWN = 50;

  InputException(Problems problems) {
    super(text(problems));
  }

  private static String text(Problems problems) {
    int count = problems.list().size();
    StringBuilder text = new StringBuilder(count == 1 ? "1 problem\n" : count + " problems\n");
    problems.list().stream()
        .limit(MOST_SHOWN)
        .forEach(problem -> text.append(problem).append('\n'));
    if (count > MOST_SHOWN) {
      text.append("and ").append(count - MOST_SHOWN).append(" more\n");
    }
    return text.toString().stripTrailing();
  }
}
