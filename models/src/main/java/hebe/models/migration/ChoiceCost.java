package hebe.models.migration;

/**
 * What a migration costs: a weighted sum. The weights are the user's.
 *
 * @param perDowntimeSecond weight of a second of downtime, at least 0
 * @param perSecond weight of a second of migration, at least 0
 * @param perLoss weight of a lost guest, at least 0
 */
public record ChoiceCost(double perDowntimeSecond, double perSecond, double perLoss) {
  public ChoiceCost {
    Require.notNegative("cost of a second of downtime", perDowntimeSecond);
    Require.notNegative("cost of a second of migration", perSecond);
    Require.notNegative("cost of a loss", perLoss);
  }

  /** Cost of what is expected of a migration. */
  public double of(Expected expected) {
    return perDowntimeSecond * expected.downtimeSeconds()
        + perSecond * expected.durationSeconds()
        + perLoss * expected.lossProbability();
  }

  /**
   * What is expected of a migration.
   *
   * @param downtimeSeconds downtime
   * @param durationSeconds duration
   * @param lossProbability probability that the migration loses the guest, 0 to 1
   */
  public record Expected(double downtimeSeconds, double durationSeconds, double lossProbability) {
    public Expected {
      Require.notNegative("downtime in seconds", downtimeSeconds);
      Require.notNegative("duration in seconds", durationSeconds);
      Require.share("loss probability", lossProbability);
    }
  }
}
