/** Whether a series of measurements rises, how fast, and what that foretells. */
package hebe.sim.trend;
