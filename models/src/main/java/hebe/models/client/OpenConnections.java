package hebe.models.client;

/** Law of the number of connections that a guest has open when an outage begins. */
public sealed interface OpenConnections {
  /** The mean, at least 0. */
  double mean();

  /** Whether the number is left to chance; if not, no random number is drawn. */
  boolean random();

  /** Connections that are opened per second, where the law says so, else 0. */
  default double arrivalsPerSecond() {
    return 0;
  }

  /** Always as many. */
  record Constant(double mean) implements OpenConnections {
    public Constant {
      require(mean);
    }

    @Override
    public boolean random() {
      return false;
    }
  }

  /**
   * Connections are opened at random and each lasts for some time: at any instant their number is
   * of Poisson's law with mean rate x duration, for any law of the duration.
   *
   * @param arrivalsPerSecond rate, at least 0
   * @param lastingSeconds mean duration, at least 0
   */
  record Poisson(double arrivalsPerSecond, double lastingSeconds) implements OpenConnections {
    public Poisson {
      require(arrivalsPerSecond);
      require(lastingSeconds);
      require(arrivalsPerSecond * lastingSeconds);
    }

    @Override
    public double mean() {
      return arrivalsPerSecond * lastingSeconds;
    }

    @Override
    public boolean random() {
      return mean() > 0;
    }
  }

  /** Any whole number from the least to the most, all alike. */
  record Uniform(int least, int most) implements OpenConnections {
    public Uniform {
      if (least < 0 || most < least) {
        throw new IllegalArgumentException(
            "connections: expected 0 <= from <= to, got " + least + " and " + most);
      }
    }

    @Override
    public double mean() {
      return (least + (double) most) / 2;
    }

    @Override
    public boolean random() {
      return most > least;
    }
  }

  /** Number k with probability (1 - q) q^k, q = mean / (1 + mean). */
  record Geometric(double mean) implements OpenConnections {
    public Geometric {
      require(mean);
    }

    @Override
    public boolean random() {
      return mean > 0;
    }
  }

  /** Most connections on average, so that sums over a study stay whole to a digit. */
  double MOST = 1e7;

  private static void require(double number) {
    if (!(number >= 0 && number <= MOST)) {
      throw new IllegalArgumentException(
          "connections: expected a number from 0 to 10 million, got " + number);
    }
  }
}
