package hebe.models.migration;

/**
 * The memory of a guest as one object with a version of four digits; the more it changed in an
 * epoch, the higher the digit that moves. A digit that moves sets the lower ones to 0.
 *
 * @param release boots and restores, at least 0
 * @param generation epochs in which most was written, or faster than it can be sent
 * @param features epochs in which much was written
 * @param corrections epochs in which little was written
 */
public record MemoryVersion(long release, long generation, long features, long corrections) {
  /** The version of memory that has never been booted into. */
  public static MemoryVersion initial() {
    return new MemoryVersion(0, 0, 0, 0);
  }

  /** The version after an epoch in which this digit moved. */
  public MemoryVersion after(Digit digit) {
    return switch (digit) {
      case RELEASE -> new MemoryVersion(release + 1, 0, 0, 0);
      case GENERATION -> new MemoryVersion(release, generation + 1, 0, 0);
      case FEATURES -> new MemoryVersion(release, generation, features + 1, 0);
      case CORRECTIONS -> new MemoryVersion(release, generation, features, corrections + 1);
    };
  }

  /** A digit of the version. */
  public enum Digit {
    /** Boot or restore. */
    RELEASE,
    /** Dirty share of an epoch at or above the upper threshold, or dirty rate at the link's. */
    GENERATION,
    /** Dirty share from the lower threshold up to the upper. */
    FEATURES,
    /** Dirty share below the lower threshold. */
    CORRECTIONS
  }
}
