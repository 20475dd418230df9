package hebe.models.migration;

import java.util.List;

/**
 * A guest known page by page: every page is written at the times of a Poisson process of its own.
 *
 * <p>Pages are visited in a pseudo-random order, and one that was written since the pass began is
 * skipped when its turn comes.
 *
 * @param pageBytes bytes of a page, above 0
 * @param groups pages of like rate, at least one group
 * @param seed of the order and of the writes
 */
public record Pages(int pageBytes, List<Group> groups, long seed) implements DirtyModel {
  public Pages {
    Require.positive("bytes of a page", pageBytes);
    groups = List.copyOf(groups);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("a memory has at least one group of pages");
    }
  }

  /**
   * Pages of like rate.
   *
   * @param pages how many, above 0
   * @param writesPerSecond writes to each of them, at least 0
   */
  public record Group(int pages, double writesPerSecond) {
    public Group {
      Require.positive("pages", pages);
      Require.notNegative("writes per second", writesPerSecond);
    }
  }

  /** The pages that stand for a working set: hot ones at 1 / tau, the others at slow / others. */
  public static Pages of(WorkingSet set, int pageBytes, long seed) {
    int hot = (int) StrictMath.rint(set.hotBytes() / pageBytes);
    int others = pages(set.memoryBytes(), pageBytes) - hot;
    double othersBytes = (double) others * pageBytes;
    return new Pages(
        pageBytes,
        List.of(
            new Group(hot, 1 / set.hotSeconds()),
            new Group(others, set.slowBytesPerSecond() / othersBytes)),
        seed);
  }

  /** Whole pages of a memory. */
  static int pages(double bytes, int pageBytes) {
    return (int) StrictMath.rint(bytes / pageBytes);
  }

  /** Number of pages. */
  public int count() {
    return groups.stream().mapToInt(Group::pages).sum();
  }

  @Override
  public double memoryBytes() {
    return (double) count() * pageBytes;
  }

  @Override
  public Passes begin() {
    return new PagePasses(this);
  }
}
