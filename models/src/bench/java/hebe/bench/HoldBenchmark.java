package hebe.bench;

import hebe.sim.event.IndexedHeap;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The hold model: take the earliest of n pending events and schedule it anew after an exponential
 * delay. An operation is one event; the delays are drawn beforehand.
 *
 * <p>{@code mvn -q -P bench -pl :bench -am -Dmaven.test.skip test -Dbench.args=Hold}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@Fork(
    value = 2,
    jvmArgs = {"-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HoldBenchmark {
  private static final int DELAYS = 1 << 14;

  @Param({"10", "1000", "100000"})
  int pending;

  private final double[] delays = new double[DELAYS];
  private int next;
  private IndexedHeap heap;
  private PriorityQueue<Timed> queue;

  /** An event of the queue; it is used again, so that neither side allocates. */
  private static final class Timed {
    private double time;

    private Timed(double time) {
      this.time = time;
    }
  }

  /** Fills both with the same times. */
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < DELAYS; i++) {
      delays[i] = -StrictMath.log1p(-random.nextDouble());
    }
    heap = new IndexedHeap(pending);
    queue = new PriorityQueue<>(pending, Comparator.comparingDouble(event -> event.time));
    for (int key = 0; key < pending; key++) {
      double time = -StrictMath.log1p(-random.nextDouble());
      heap.schedule(key, time, 0);
      queue.add(new Timed(time));
    }
  }

  private double delay() {
    next = (next + 1) & (DELAYS - 1);
    return delays[next];
  }

  /** The event list of this project. */
  @Benchmark
  public int indexedHeap() {
    double now = heap.peekTime();
    int key = heap.pop();
    heap.schedule(key, now + delay(), 0);
    return key;
  }

  /** The queue of the library, which neither cancels quickly nor keeps the order of equal times. */
  @Benchmark
  public Object priorityQueue() {
    Timed event = queue.remove();
    event.time += delay();
    queue.add(event);
    return event;
  }
}
