package hebe.models.connection.cost;

/**
 * Memory of a log, by Little's law: what comes in per second x how long it stays.
 *
 * @param connections open at one time, at least 0
 * @param fixedBytes state of a connection, at least 0
 * @param inputBytesPerSecond into one connection, at least 0
 * @param recordBytesPerSecond records of reads of one connection, at least 0
 */
public record LogMemory(
    double connections,
    double fixedBytes,
    double inputBytesPerSecond,
    double recordBytesPerSecond) {
  public LogMemory {
    if (!(connections >= 0
        && fixedBytes >= 0
        && inputBytesPerSecond >= 0
        && recordBytesPerSecond >= 0)) {
      throw new IllegalArgumentException("memory of a log: expected nothing below 0");
    }
  }

  /** The log of a service that reads each exchange as its load says. */
  public static LogMemory of(ServiceLoad load, double fixedBytes, double recordBytes) {
    double each = load.exchangesPerSecond() / load.connections();
    return new LogMemory(
        load.connections(),
        fixedBytes,
        each * load.inputBytes(),
        each * load.reads() * recordBytes);
  }

  /** Mean bytes if input is dropped after so many seconds: N (fixed + rate x retention). */
  public double truncatedBytes(double retentionSeconds) {
    return connections * perConnection(retentionSeconds);
  }

  /** Bytes if nothing is dropped and all connections are this old. */
  public double untruncatedBytes(double ageSeconds) {
    return connections * perConnection(ageSeconds);
  }

  private double perConnection(double seconds) {
    return fixedBytes + (inputBytesPerSecond + recordBytesPerSecond) * seconds;
  }

  /**
   * Age from which a log that drops nothing exceeds a limit: (limit / N - fixed) / rate, in
   * seconds; 0 if its fixed state does so alone, infinite if that does not and nothing comes in.
   */
  public double secondsTo(double limitBytes) {
    if (connections * fixedBytes > limitBytes) {
      return 0;
    }
    double rate = inputBytesPerSecond + recordBytesPerSecond;
    if (rate == 0 || connections == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.max(0, limitBytes / connections - fixedBytes) / rate;
  }

  /** Most bytes with truncation: every connection has a whole exchange at hand. */
  public static double peakBytes(ServiceLoad load, double fixedBytes, double recordBytes) {
    return load.connections() * (fixedBytes + load.inputBytes() + load.reads() * recordBytes);
  }
}
