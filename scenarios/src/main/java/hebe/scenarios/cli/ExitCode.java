package hebe.scenarios.cli;

/** What the exit code of Hebe means. */
public enum ExitCode {
  /** Done. */
  DONE(0),
  /** A run or a verification fell short. */
  FELL_SHORT(1),
  /** Bad input or usage. */
  BAD_INPUT(2),
  /** The machine failed it: disk full, no permission, out of memory. */
  MACHINE(3),
  /** A defect of Hebe. */
  BUG(70);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number. */
  public int code() {
    return code;
  }
}
