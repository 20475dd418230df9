/**
 * What follows the failure of a server's machine, for one connection: detection, fencing, the start
 * of the next machine in one of several ways, and its readiness.
 */
package hebe.models.connection.recovery;
