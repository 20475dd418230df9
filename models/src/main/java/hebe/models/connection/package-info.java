/**
 * One client's connection to a service whose server fails: what the client sees, with plain TCP and
 * with FT-TCP, on the event level and in closed form.
 *
 * <p>How often servers fail, and how many connections are open then, belongs to the operation of
 * the datacenter.
 */
package hebe.models.connection;
