/**
 * The service behind a connection as a deterministic program: what it reads, what it answers, and
 * what one life of it on a server is.
 *
 * <p>How it survives a failure belongs to {@code hebe.models.connection.wrap}.
 */
package hebe.models.connection.server;
