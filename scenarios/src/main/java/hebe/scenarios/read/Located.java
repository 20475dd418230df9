package hebe.scenarios.read;

/**
 * A value and where it stands in its file, so that a check across the file can point at it.
 *
 * @param <T> the value
 */
public record Located<T>(T value, Place place) {}
