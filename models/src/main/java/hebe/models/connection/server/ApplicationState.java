package hebe.models.connection.server;

/**
 * All that the program knows.
 *
 * @param inputBytes what it has read
 * @param outputBytes what it has written
 * @param history hash of its reads since the last boundary
 * @param inputEnded whether it has read the end of the input
 */
public record ApplicationState(
    long inputBytes, long outputBytes, long history, boolean inputEnded) {
  /** Before the first read. */
  public static final ApplicationState START = new ApplicationState(0, 0, 0, false);

  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** At a boundary, where nothing but the positions matters. */
  public static ApplicationState atBoundary(long inputBytes, long outputBytes) {
    return new ApplicationState(inputBytes, outputBytes, 0, false);
  }

  /** After a read of so many bytes, 0 for the end, in this life of the program. */
  public ApplicationState afterRead(int length, Service service, int life) {
    if (length == 0) {
      return new ApplicationState(inputBytes, outputBytes, history, true);
    }
    long before = inputBytes % service.boundaryBytes() == 0 ? 0 : history;
    long chance = service.deterministic() ? 0 : life;
    long mixed = (before ^ (inputBytes + length + chance)) * MIX;
    return new ApplicationState(inputBytes + length, outputBytes, mixed ^ (mixed >>> 31), false);
  }

  /** With so much output. */
  public ApplicationState withOutput(long bytes) {
    return new ApplicationState(inputBytes, bytes, history, inputEnded);
  }
}
