package hebe.models.migration;

/**
 * The memory of a guest that is to be moved: how it writes to it, and how it would touch it if it
 * resumed before its pages came.
 *
 * @param writes how it writes
 * @param touchedShare share of its memory that it touches soon after a resume, 0 to 1
 * @param runPages length of the runs in which it touches pages, above 0
 * @param touchesPerSecond first touches of pages per second of its work, above 0
 */
public record GuestMemory(
    Windowed writes, double touchedShare, int runPages, double touchesPerSecond) {
  private static final int PAGE_BYTES = 4096;
  private static final long SEED = 1;

  public GuestMemory {
    Require.share("share of the memory that is touched", touchedShare);
    Require.positive("pages of a run", runPages);
    Require.positive("touches per second", touchesPerSecond);
  }

  /** Memory, in bytes. */
  public double bytes() {
    return writes.memoryBytes();
  }

  /** Distinct bytes written in the first second of a window, as a rate in bit/s. */
  public double dirtyBitsPerSecond() {
    return writes.dirtyBytes(1) * Byte.SIZE;
  }

  /** What a post-copy of it brings over. */
  PostCopyMemory pages() {
    int pages = (int) Math.ceil(bytes() / PAGE_BYTES);
    return new PostCopyMemory(
        PAGE_BYTES, pages, (int) (touchedShare * pages), runPages, touchesPerSecond, SEED);
  }
}
