package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.law.Uniform;
import hebe.sim.model.Changes;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.MemoryPolicy;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * 100 components with every kind of timing, guards over a shared crew, and both kinds of rewards.
 *
 * <p>Weibull's law is left out: it draws by {@code StrictMath.pow}, which in JDK 17 allocates.
 */
class AllocationTest {
  private static final int EVENTS = 200_000;

  /** Notes how much the thread had allocated after some firings. */
  private static final class Meter implements Trace {
    private final com.sun.management.ThreadMXBean threads =
        ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);
    private final long thread = Thread.currentThread().getId();
    private int firings;
    private long bytesBefore;
    private long bytes;

    @Override
    public void started(int[] values) {}

    @Override
    public void fired(double timeSeconds, int transition, Changes changes) {
      firings++;
      if (firings == EVENTS) {
        bytesBefore = threads.getThreadAllocatedBytes(thread);
      } else if (firings == 2 * EVENTS) {
        bytes = threads.getThreadAllocatedBytes(thread) - bytesBefore;
      }
    }

    @Override
    public void ended(double horizonSeconds) {}
  }

  @Test
  void replication_inSteadyState_allocatesNothingPerEvent() {
    Meter meter = new Meter();
    assumeTrue(meter.threads.isThreadAllocatedMemorySupported());
    new Replication(model(), 3, 0, 40_000, List.of(1.0, 2.0)).run(Trace.all(List.of(meter)));
    assertThat(meter.firings).isGreaterThan(2 * EVENTS);
    // One byte per event would be 200,000; asking for the number may itself cost a little.
    assertThat(meter.bytes).isLessThan(EVENTS / 10);
  }

  private static Model model() {
    ModelBuilder model = new ModelBuilder();
    Counter crews = model.root().counter("crews", 0, 3, 3);
    model
        .root()
        .replicate(
            "host",
            100,
            host -> {
              Component run = host.component("run", "up", "failed", "repair", "rejuvenate");
              var crash =
                  run.transition("crash")
                      .from("up")
                      .to("failed")
                      .after(new Uniform(0, 80))
                      .onDisable(MemoryPolicy.RESUME);
              run.transition("begin")
                  .from("failed")
                  .to("repair")
                  .when(crews.atLeast(1).and(run.in("repair").negated()))
                  .also(crews.minus(1))
                  .immediately(2, 1);
              run.transition("heal").from("failed").to("up").immediately(1, 1);
              run.transition("end")
                  .from("repair")
                  .to("up")
                  .also(crews.plus(1))
                  .after(new Exponential(2))
                  .renewing(crash);
              run.transition("rejuvenate").from("up").to("rejuvenate").byCalendar(List.of(7.0), 20);
              run.transition("fresh").from("rejuvenate").to("up").after(new Deterministic(1));
              host.rateReward("up", List.of(new Reward.Term(run.in("up"), 1)));
              host.impulseReward("crashes", 1, crash);
            });
    return model.build();
  }
}
