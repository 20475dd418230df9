package hebe.models.connection.cost;

import hebe.models.timing.Bounds;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a wrap costs a service while nothing fails, in seconds of a core by exchange.
 *
 * @param load the service
 * @param placement where the log is
 * @param workSeconds without the wrap, above 0
 * @param fixedSeconds of the wrap that no batch makes cheaper, at least 0
 * @param crossingSeconds of the wrap's crossings, each by itself, at least 0
 * @param unverified items of the costs that are not verified
 */
public record WrapCost(
    ServiceLoad load,
    LogPlacement placement,
    Bounds workSeconds,
    Bounds fixedSeconds,
    Bounds crossingSeconds,
    List<String> unverified) {
  /** Batches beyond that would hardly be called so. */
  private static final int LARGEST_BATCH = 1_000_000;

  public WrapCost {
    unverified = List.copyOf(unverified);
    if (!(workSeconds.low() > 0) || fixedSeconds.low() < 0 || crossingSeconds.low() < 0) {
      throw new IllegalArgumentException("cost of a wrap: expected work above 0, nothing below");
    }
  }

  /** Seconds of an exchange that the wrap adds: fixed + crossings / batch. */
  public Bounds extraSeconds(double batch) {
    return fixedSeconds.plus(crossingSeconds.times(1 / requireBatch(batch)));
  }

  /**
   * The part of the throughput that is lost if the processor is the bottleneck, in [0, 1): x / (w +
   * x) with x what the wrap adds and w the work without it. It grows with x and falls with w.
   */
  public Bounds overhead(double batch) {
    Bounds extra = extraSeconds(batch);
    return new Bounds(
        share(extra.value(), workSeconds.value()),
        share(extra.low(), workSeconds.high()),
        share(extra.high(), workSeconds.low()));
  }

  private static double share(double extra, double work) {
    return extra / (work + extra);
  }

  /** The share of a core that the wrap takes at the service's rate. */
  public Bounds coreShare(double batch) {
    return extraSeconds(batch).times(load.exchangesPerSecond());
  }

  /**
   * The smallest batch whose overhead is below a limit in (0, 1); none if what no batch makes
   * cheaper is above it already.
   */
  public OptionalInt smallestBatch(double limit) {
    return batch(limit, workSeconds.value(), fixedSeconds.value(), crossingSeconds.value());
  }

  /** The same with the dearest wrap and the least work within the bounds. */
  public OptionalInt smallestBatchAtWorst(double limit) {
    return batch(limit, workSeconds.low(), fixedSeconds.high(), crossingSeconds.high());
  }

  private static OptionalInt batch(double limit, double work, double fixed, double crossing) {
    if (!(limit > 0 && limit < 1)) {
      throw new IllegalArgumentException("limit: expected a share in (0, 1), got " + limit);
    }
    double left = limit / (1 - limit) * work - fixed;
    if (left <= 0 || crossing / left >= LARGEST_BATCH) {
      return OptionalInt.empty();
    }
    int batch = Math.max(1, (int) StrictMath.ceil(crossing / left));
    return OptionalInt.of(share(fixed + crossing / batch, work) < limit ? batch : batch + 1);
  }

  /**
   * How long output waits on average because records wait for a full batch: (b - 1) / (2 R), R
   * crossings per second over all connections. The first of a batch waits twice as long.
   */
  public double batchDelaySeconds(double batch) {
    double perSecond = load.exchangesPerSecond() * placement.crossings(load);
    return perSecond == 0 ? 0 : (requireBatch(batch) - 1) / (2 * perSecond);
  }

  private static double requireBatch(double batch) {
    if (!(batch >= 1)) {
      throw new IllegalArgumentException("batch: expected at least 1, got " + batch);
    }
    return batch;
  }
}
