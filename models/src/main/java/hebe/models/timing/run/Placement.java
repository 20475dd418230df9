package hebe.models.timing.run;

/** The cores that a virtual processor may run on. */
public sealed interface Placement {
  /** The first of its cores. */
  int first();

  /** The core after its last one, on a host with so many. */
  int end(int cores);

  /** Any core. */
  record Anywhere() implements Placement {
    @Override
    public int first() {
      return 0;
    }

    @Override
    public int end(int cores) {
      return cores;
    }
  }

  /**
   * Neighbouring cores.
   *
   * @param first the first, at least 0
   * @param count how many, at least 1
   */
  record Cores(int first, int count) implements Placement {
    public Cores {
      Range.atLeastZero("first core", first);
      Range.atLeastOne("cores", count);
    }

    @Override
    public int end(int cores) {
      return first + count;
    }
  }
}
