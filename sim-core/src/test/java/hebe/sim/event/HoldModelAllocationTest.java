package hebe.sim.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hebe.sim.law.Exponential;
import hebe.sim.random.Streams;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** The hold model: pop one event, draw a delay, schedule it again. */
class HoldModelAllocationTest {
  private static final int PENDING = 10_000;
  private static final int EVENTS = 200_000;

  private final IndexedHeap heap = new IndexedHeap(PENDING);
  private final Streams streams = new Streams(7, 0, PENDING);
  private final Exponential law = new Exponential(60);

  @Test
  void holdModel_inSteadyState_allocatesNothingPerEvent() {
    com.sun.management.ThreadMXBean threads =
        ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);
    assumeTrue(threads.isThreadAllocatedMemorySupported());
    for (int key = 0; key < PENDING; key++) {
      streams.open(key, "cause-" + key);
      heap.schedule(key, law.delaySeconds(streams.nextUniform(key)), 0);
    }
    hold(EVENTS);
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    hold(EVENTS);
    long bytes = threads.getThreadAllocatedBytes(thread) - before;
    // One byte per event would be 200,000; asking for the number may itself cost a little.
    assertThat(bytes).isLessThan(EVENTS / 10);
    assertThat(heap.size()).isEqualTo(PENDING);
  }

  private void hold(int events) {
    for (int i = 0; i < events; i++) {
      double now = heap.peekTime();
      int key = heap.pop();
      heap.schedule(key, now + law.delaySeconds(streams.nextUniform(key)), 0);
    }
  }
}
