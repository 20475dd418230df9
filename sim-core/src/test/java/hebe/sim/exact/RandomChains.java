package hebe.sim.exact;

import java.util.SplittableRandom;

/** Random irreducible chains: a ring with chords. A function of their seed. */
final class RandomChains {
  private RandomChains() {}

  /**
   * A chain whose rates lie between 1 and 1 / spread per second.
   *
   * @param chords moves from each state besides the one to its neighbour
   */
  static Chain of(long seed, int size, int chords, double spread) {
    SplittableRandom random = new SplittableRandom(seed);
    Rows rows = new Rows();
    for (int i = 0; i < size; i++) {
      rows.add((i + 1) % size, rate(random, spread));
      for (int c = 0; c < chords; c++) {
        int to = random.nextInt(size);
        if (to != i) {
          rows.add(to, rate(random, spread));
        }
      }
      rows.endRow();
    }
    return rows.chain();
  }

  private static double rate(SplittableRandom random, double spread) {
    return StrictMath.pow(spread, -random.nextDouble());
  }
}
