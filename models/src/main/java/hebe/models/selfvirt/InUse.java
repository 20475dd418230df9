package hebe.models.selfvirt;

/** Whether an attempt to switch finds sensitive code in use. */
public sealed interface InUse {
  /** The chance of it on so many CPUs. */
  double probability(int cpus);

  /**
   * With a given chance, independently at each attempt, whatever the CPUs do.
   *
   * @param chance in [0, 1)
   */
  record Given(double chance) implements InUse {
    public Given {
      if (!(chance >= 0 && chance < 1)) {
        throw new IllegalArgumentException(
            "chance of being in use: expected at least 0 and below 1, got " + chance);
      }
    }

    @Override
    public double probability(int cpus) {
      return chance;
    }
  }

  /**
   * As the CPUs use it.
   *
   * @param code what each CPU does
   */
  record ByLoad(SensitiveCode code) implements InUse {
    @Override
    public double probability(int cpus) {
      return code.inUseProbability(cpus);
    }
  }
}
