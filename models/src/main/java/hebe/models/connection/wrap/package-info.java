/**
 * FT-TCP: what stands around a server's TCP so that a connection outlives the server. The south
 * side translates numbers and holds back what is not stable, the north side records reads and
 * replays them, and the log outlives the server.
 *
 * <p>When a server fails, and when the next one is ready, is decided elsewhere.
 */
package hebe.models.connection.wrap;
