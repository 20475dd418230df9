package hebe.models.connection.wrap;

/**
 * The log.
 *
 * @param latencySeconds from an append to its confirmation, beside the transfer, at least 0
 * @param bytesPerSecond rate of the transfer, above 0; infinite for none
 * @param fixedBytes state of a connection, at least 0
 * @param readRecordBytes size of the record of a read, at least 0
 * @param truncates whether what a program no longer needs is dropped at its boundaries
 */
public record LogSettings(
    double latencySeconds,
    double bytesPerSecond,
    int fixedBytes,
    int readRecordBytes,
    boolean truncates) {
  public LogSettings {
    if (!(latencySeconds >= 0 && bytesPerSecond > 0) || fixedBytes < 0 || readRecordBytes < 0) {
      throw new IllegalArgumentException("log: expected at least 0 s and bytes, a rate above 0");
    }
  }
}
