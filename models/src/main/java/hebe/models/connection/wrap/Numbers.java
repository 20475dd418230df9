package hebe.models.connection.wrap;

import hebe.models.connection.tcp.Segment;

/**
 * The numbers of one connection at the wrap, as the client sees them unless said otherwise.
 *
 * <p>{@code delta} = (number of the server's TCP) - (number on the wire).
 */
final class Numbers {
  private long clientInitial;
  private long serverInitial;
  private long delta;
  private long serverSeq; // first number of the server not acknowledged
  private long sentSeq; // one past the highest number of the server ever on the wire
  private long clientEdge; // right edge of the client's window
  private long serverAck; // latest from the server's TCP
  private long edge; // right edge of the window ever granted
  private long end = Long.MAX_VALUE; // one past the server's FIN, once it was sent
  private long ackWire; // highest acknowledgement ever on the wire

  void client(Segment syn) {
    clientInitial = syn.seq();
    ackWire = clientInitial;
    clientEdge = syn.window();
  }

  void server(Segment synAck) {
    serverInitial = synAck.seq();
    serverSeq = serverInitial + 1;
    sentSeq = serverInitial + 1;
    clientEdge = sentSeq + clientEdge;
    serverAck = synAck.ack();
    ackWire = synAck.ack();
    edge = synAck.rightEdge();
  }

  /** The server that answered is gone before the client heard of it. */
  void forgetServer() {
    serverInitial = 0;
  }

  /** The position of a number in the client's stream. */
  long clientPosition(long seq) {
    return seq - clientInitial - 1;
  }

  long clientNumber(long position) {
    return clientInitial + 1 + position;
  }

  long serverPosition(long seq) {
    return seq - serverInitial - 1;
  }

  long serverNumber(long position) {
    return serverInitial + 1 + position;
  }

  long serverInitial() {
    return serverInitial;
  }

  void delta(long value) {
    delta = value;
  }

  long delta() {
    return delta;
  }

  /** The client has acknowledged something or moved its window. */
  void heard(Segment segment) {
    serverSeq = Math.max(serverSeq, Math.min(segment.ack(), sentSeq));
    clientEdge = Math.max(clientEdge, segment.rightEdge());
  }

  long serverSeq() {
    return serverSeq;
  }

  long sentSeq() {
    return sentSeq;
  }

  /** Whether the client has the end of the server's stream. */
  boolean serverEnded() {
    return serverSeq >= end;
  }

  long clientWindow() {
    return Math.max(0, clientEdge - serverSeq);
  }

  /** The server's TCP, in its latest segment, acknowledges so much and takes up to this edge. */
  void fromServer(Segment segment) {
    serverAck = Math.max(serverAck, segment.ack());
    edge = Math.max(edge, segment.rightEdge());
  }

  /** A policy grants a window of its own. */
  void grant(long rightEdge) {
    edge = Math.max(edge, rightEdge);
  }

  long serverAck() {
    return serverAck;
  }

  long edge() {
    return edge;
  }

  long ackWire() {
    return ackWire;
  }

  /** This goes out on the wire. */
  void sent(Segment segment) {
    sentSeq = Math.max(sentSeq, segment.end());
    if (segment.kind() == Segment.Kind.FIN) {
      end = segment.end();
    }
    ackWire = Math.max(ackWire, segment.ack());
  }
}
