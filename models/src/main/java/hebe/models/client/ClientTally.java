package hebe.models.client;

/** Adds up what outages meant for clients. */
final class ClientTally {
  private final StallHistogram stalls = new StallHistogram();
  private double lost;
  private double failedRequests;
  private double waitedSeconds;

  /** So many connections survive after a stall of this length; 0 is none. */
  void stalls(double seconds, double connections) {
    if (seconds > 0) {
      stalls.add(seconds, connections);
    }
  }

  /** So much time of connections passes without service. */
  void waits(double seconds) {
    waitedSeconds += seconds;
  }

  /** So many connections are lost, and so many requests with them. */
  void loses(double connections, double requests) {
    lost += connections;
    failedRequests += requests;
  }

  /** The stalls of the connections that survived them. */
  StallHistogram stalls() {
    return stalls;
  }

  double lost() {
    return lost;
  }

  double failedRequests() {
    return failedRequests;
  }

  double waitedSeconds() {
    return waitedSeconds;
  }

  /** Adds another one. */
  void add(ClientTally other) {
    stalls.add(other.stalls);
    lost += other.lost;
    failedRequests += other.failedRequests;
    waitedSeconds += other.waitedSeconds;
  }
}
