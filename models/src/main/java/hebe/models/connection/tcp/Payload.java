package hebe.models.connection.tcp;

/**
 * The content of a run of bytes, without the bytes: where in the stream of the application that
 * produced them they stand, and what they depend on besides.
 *
 * @param offset position of the first byte in the producer's stream, from 0
 * @param salt hash of everything beside the position that the bytes depend on; two bytes are equal
 *     if position and salt are
 */
public record Payload(long offset, long salt) {
  /** No bytes. */
  public static final Payload NONE = new Payload(0, 0);

  public Payload {
    if (offset < 0) {
      throw new IllegalArgumentException("offset of a payload: expected at least 0, got " + offset);
    }
  }

  /** The content that begins some bytes later. */
  public Payload from(long bytes) {
    return bytes == 0 ? this : new Payload(offset + bytes, salt);
  }
}
