package hebe.reports;

import java.io.Serial;

/** A result folder cannot be written as asked; the message says why, the cure what to do. */
public final class ReportException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final String cure;

  /**
   * What stands in the way, and what to do about it.
   *
   * @param message what was found
   * @param cure what the user can do
   */
  public ReportException(String message, String cure) {
    super(message + "; " + cure);
    this.cure = cure;
  }

  /** What the user can do; also the end of the message. */
  public String cure() {
    return cure;
  }
}
