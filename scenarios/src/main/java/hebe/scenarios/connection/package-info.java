/** One connection and its server's failure: what is asked for, the run, and what pictures show. */
package hebe.scenarios.connection;
