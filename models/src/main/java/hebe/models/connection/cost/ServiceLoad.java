package hebe.models.connection.cost;

import hebe.models.timing.Bounds;

/**
 * What a service does on the wire and on its processor, by exchange of a request for a response.
 *
 * @param name its name in the data
 * @param connections open at one time, at least 1
 * @param exchangesPerSecond over all connections, above 0
 * @param inputSegments segments with data from the client, at least 0
 * @param inputBytes in them, at least 0
 * @param reads by the program, at least 0
 * @param outputBytes to the client, at least 0
 * @param openingPackets of handshakes and ends, without data, at least 0
 * @param workCycles of program and kernel beside packets and copies, at least 0
 * @param copies of each byte of output by the processor, at least 0
 * @param retentionSeconds for which input has to be kept, at least 0
 */
public record ServiceLoad(
    String name,
    double connections,
    double exchangesPerSecond,
    double inputSegments,
    double inputBytes,
    double reads,
    double outputBytes,
    double openingPackets,
    Bounds workCycles,
    double copies,
    double retentionSeconds) {
  /** Payload of a full segment at an MTU of 1500 B with 40 B of headers. */
  private static final int SEGMENT_BYTES = 1460;

  public ServiceLoad {
    require(connections >= 1 && exchangesPerSecond > 0, "connections and exchanges");
    require(inputSegments >= 0 && inputBytes >= 0 && reads >= 0, "input of at least 0");
    require(outputBytes >= 0 && openingPackets >= 0 && copies >= 0, "output of at least 0");
    require(workCycles.low() >= 0 && retentionSeconds >= 0, "work and retention of at least 0");
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("service: expected " + expected);
    }
  }

  private double outputSegments() {
    return StrictMath.ceil(outputBytes / SEGMENT_BYTES);
  }

  /** Packets to the client: output, an acknowledgement for two of its segments, half the others. */
  public double packetsSent() {
    return outputSegments() + inputSegments / 2 + openingPackets / 2;
  }

  /** Packets from the client, likewise. */
  public double packetsReceived() {
    return inputSegments + outputSegments() / 2 + openingPackets / 2;
  }

  /** Packets that are not logged, in both directions. */
  public double packetsPassed() {
    return packetsSent() + packetsReceived() - inputSegments;
  }

  /** Entries of the log: segments with input, and records of reads. */
  public double logged() {
    return inputSegments + reads;
  }
}
