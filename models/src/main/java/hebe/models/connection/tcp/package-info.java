/**
 * One end of a TCP connection on the event level, in seconds: sequence numbers, windows,
 * retransmission, probes, keepalive and the rules by which a stack gives up, with the stacks as
 * data; the link; and the closed forms of the retry times.
 *
 * <p>Bytes are not stored: a payload says which position of the application's stream it holds. What
 * keeps a connection alive over the failure of a server belongs to {@code
 * hebe.models.connection.wrap}.
 */
package hebe.models.connection.tcp;
