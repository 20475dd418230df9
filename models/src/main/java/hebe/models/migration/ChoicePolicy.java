package hebe.models.migration;

import hebe.models.migration.MemoryVersion.Digit;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Chooses between pre-copy and post-copy by how the version of a guest's memory moves.
 *
 * <p>The idea is Tajamolian and Ghasemzadeh's (2019), whose abstract gives no thresholds; they are
 * a choice of the user here, or follow from a cost ({@link #tuned}).
 *
 * @param featuresShare dirty share of an epoch from which the features digit moves, 0 to 1
 * @param generationShare dirty share from which the generation digit moves, at least the other
 * @param epochs how many epochs back a move of the generation digit counts, above 0
 * @param mostLoss loss probability of a post-copy above which pre-copy is forced, 0 to 1
 */
public record ChoicePolicy(
    double featuresShare, double generationShare, int epochs, double mostLoss) {
  private static final int BISECTIONS = 100;

  public ChoicePolicy {
    Require.share("share of the features digit", featuresShare);
    Require.notNegative(
        "share of the generation digit less that of features", generationShare - featuresShare);
    Require.positive("epochs", epochs);
    Require.share("loss probability", mostLoss);
  }

  /**
   * The digit that moves in an epoch without a boot or a restore.
   *
   * @param dirtyShare distinct memory written in the epoch / memory, 0 to 1
   * @param rateRatio dirty rate / link rate, at least 0
   */
  public Digit digit(double dirtyShare, double rateRatio) {
    if (dirtyShare >= generationShare || rateRatio >= 1) {
      return Digit.GENERATION;
    }
    return dirtyShare >= featuresShare ? Digit.FEATURES : Digit.CORRECTIONS;
  }

  /**
   * The choice.
   *
   * @param moved the digits that moved, the latest epoch last
   * @param rateRatio dirty rate / link rate, at least 0
   * @param lossProbability of a post-copy, 0 to 1
   */
  public MigrationMode choose(List<Digit> moved, double rateRatio, double lossProbability) {
    if (lossProbability > mostLoss) {
      return MigrationMode.PRE_COPY;
    }
    List<Digit> recent = moved.subList(Math.max(0, moved.size() - epochs), moved.size());
    return rateRatio >= 1 || recent.contains(Digit.GENERATION)
        ? MigrationMode.POST_COPY
        : MigrationMode.PRE_COPY;
  }

  /**
   * The policy whose generation digit moves where both ways cost the same: at the ratio of dirty
   * rate and link rate, between 0 and 1, that bisection finds; without one, the digit moves at a
   * ratio of 1.
   *
   * @param cost the cost
   * @param preCopy what is expected of a pre-copy at a ratio
   * @param postCopy what is expected of a post-copy
   * @param shareAtRatioOne dirty share of an epoch at a ratio of 1, above 0
   * @param epochs how many epochs back a move of the generation digit counts, above 0
   */
  public static ChoicePolicy tuned(
      ChoiceCost cost,
      DoubleFunction<ChoiceCost.Expected> preCopy,
      ChoiceCost.Expected postCopy,
      double shareAtRatioOne,
      int epochs) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (cost.of(preCopy.apply(middle)) < cost.of(postCopy)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double share = high * shareAtRatioOne;
    return new ChoicePolicy(Math.min(1, share / 2), share, epochs, 1);
  }
}
