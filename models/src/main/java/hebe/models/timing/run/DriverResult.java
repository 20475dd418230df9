package hebe.models.timing.run;

/**
 * How the driver domain stood.
 *
 * @param runSeconds its time on cores
 * @param waiting from the moment that a packet or event reaches it until it begins with that
 * @param longestQueue most packets and events that waited or were served at a time
 */
public record DriverResult(double runSeconds, Distribution waiting, int longestQueue) {}
