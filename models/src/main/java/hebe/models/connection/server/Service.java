package hebe.models.connection.server;

/**
 * A program that answers each request of a fixed size by a response of a fixed size.
 *
 * <p>After I bytes of input its output is to be floor(I / request) x response bytes long. What the
 * bytes are depends on their position and on the lengths of the reads since the last boundary, so a
 * replay with other lengths would show.
 *
 * @param requestBytes size of a request, at least 1
 * @param responseBytes size of a response, at least 0
 * @param readBytes largest read, at least 1
 * @param boundaryBytes input between two points at which the program keeps no state: the size of a
 *     request, or a divisor of it at which it has put its state away (safe points)
 * @param deterministic whether the same reads give the same bytes
 * @param costs of its work when it serves
 */
public record Service(
    long requestBytes,
    long responseBytes,
    int readBytes,
    long boundaryBytes,
    boolean deterministic,
    Costs costs) {
  private static final int USUAL_READ_BYTES = 4096;

  public Service {
    if (requestBytes < 1 || responseBytes < 0 || readBytes < 1) {
      throw new IllegalArgumentException(
          "service: expected a request and reads of at least 1 byte, and a response of at least 0");
    }
    if (boundaryBytes < 1 || requestBytes % boundaryBytes != 0) {
      throw new IllegalArgumentException(
          "service: expected safe points that divide the request of "
              + requestBytes
              + " bytes, got every "
              + boundaryBytes);
    }
  }

  /** A deterministic service without costs that keeps nothing from one request to the next. */
  public static Service of(long requestBytes, long responseBytes) {
    return new Service(
        requestBytes, responseBytes, USUAL_READ_BYTES, requestBytes, true, Costs.NONE);
  }

  /** The same with these costs of its work. */
  public Service with(Costs other) {
    return new Service(requestBytes, responseBytes, readBytes, boundaryBytes, deterministic, other);
  }

  /** The same with safe points. */
  public Service withSafePoints(long everyBytes) {
    return new Service(requestBytes, responseBytes, readBytes, everyBytes, deterministic, costs);
  }

  /** The same with bytes that differ from life to life. */
  public Service nondeterministic() {
    return new Service(requestBytes, responseBytes, readBytes, boundaryBytes, false, costs);
  }

  /** How much output is due after so much input. */
  public long dueBytes(long inputBytes) {
    return inputBytes / requestBytes * responseBytes;
  }

  /** The largest read at this position: never across a boundary. */
  public int mostAt(long inputBytes) {
    return (int) Math.min(readBytes, boundaryBytes - inputBytes % boundaryBytes);
  }
}
