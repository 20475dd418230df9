package hebe.models.migration;

import hebe.sim.random.Streams;
import java.util.BitSet;

/** Passes over single pages; the index of a page is its place in the order of visits. */
final class PagePasses implements Passes {
  private static final int ORDER = 0;
  private static final int WRITES = 1;

  private final Pages memory;
  private final Streams streams;
  private final double[] writesPerSecond;
  private final double[] firstWriteSeconds;
  private final BitSet pending = new BitSet();

  PagePasses(Pages memory) {
    this.memory = memory;
    streams = new Streams(memory.seed(), 0, 2);
    streams.open(ORDER, "migration/order");
    streams.open(WRITES, "migration/writes");
    writesPerSecond = new double[memory.count()];
    firstWriteSeconds = new double[memory.count()];
    int next = 0;
    for (Pages.Group group : memory.groups()) {
      java.util.Arrays.fill(writesPerSecond, next, next + group.pages(), group.writesPerSecond());
      next += group.pages();
    }
    shuffle();
    pending.set(0, memory.count());
  }

  private void shuffle() {
    for (int i = writesPerSecond.length - 1; i > 0; i--) {
      int j = (int) (streams.nextUniform(ORDER) * (i + 1));
      double swapped = writesPerSecond[i];
      writesPerSecond[i] = writesPerSecond[j];
      writesPerSecond[j] = swapped;
    }
  }

  @Override
  public double pendingBytes() {
    return bytes(pending.cardinality());
  }

  @Override
  public Pass copy(double bytesPerSecond, double guestSpeed) {
    drawFirstWrites(guestSpeed);
    double pageSeconds = memory.pageBytes() / bytesPerSecond;
    int sent = 0;
    for (int page = pending.nextSetBit(0); page >= 0; page = pending.nextSetBit(page + 1)) {
      if (firstWriteSeconds[page] > sent * pageSeconds) {
        sent++;
      }
    }
    int skipped = pending.cardinality() - sent;
    double seconds = sent * pageSeconds;
    markWritten(seconds);
    return new Pass(bytes(sent), bytes(skipped), pendingBytes(), seconds);
  }

  /** Without memory, a process of writes starts anew with every pass. */
  private void drawFirstWrites(double guestSpeed) {
    for (int page = 0; page < firstWriteSeconds.length; page++) {
      double rate = writesPerSecond[page] * guestSpeed;
      firstWriteSeconds[page] =
          rate == 0
              ? Double.POSITIVE_INFINITY
              : -StrictMath.log1p(-streams.nextUniform(WRITES)) / rate;
    }
  }

  private void markWritten(double seconds) {
    pending.clear();
    for (int page = 0; page < firstWriteSeconds.length; page++) {
      if (firstWriteSeconds[page] <= seconds) {
        pending.set(page);
      }
    }
  }

  private double bytes(int pages) {
    return (double) pages * memory.pageBytes();
  }
}
