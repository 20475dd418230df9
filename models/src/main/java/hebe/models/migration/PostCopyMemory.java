package hebe.models.migration;

/**
 * The memory that a post-copy has to bring over, and how the resumed guest touches it.
 *
 * <p>The working set consists of runs of consecutive pages. The guest touches the runs in random
 * order and the pages of a run in sequence, at a constant rate as long as it does not wait.
 *
 * @param pageBytes bytes of a page, above 0
 * @param pages pages that are missing at the destination, at least 0
 * @param workingSetPages how many of them the guest touches, 0 to the pages
 * @param runPages length of a run, above 0
 * @param touchesPerSecond first touches of pages per second of the guest's work, above 0
 * @param seed of the places and the order of the runs
 */
public record PostCopyMemory(
    int pageBytes,
    int pages,
    int workingSetPages,
    int runPages,
    double touchesPerSecond,
    long seed) {
  public PostCopyMemory {
    Require.positive("bytes of a page", pageBytes);
    Require.notNegative("pages", pages);
    Require.notNegative("pages of the working set", workingSetPages);
    Require.notNegative("pages outside the working set", (double) pages - workingSetPages);
    Require.positive("pages of a run", runPages);
    Require.positive("touches per second", touchesPerSecond);
  }

  /** The same guest with other missing pages, all of which it touches. */
  PostCopyMemory touchingAllOf(int missingPages) {
    return new PostCopyMemory(
        pageBytes, missingPages, missingPages, runPages, touchesPerSecond, seed);
  }
}
