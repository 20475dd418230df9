package hebe.models.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.models.Fixtures;
import hebe.models.failure.Failures;
import hebe.models.failure.LayerFailures;
import hebe.models.policy.Policy;
import hebe.models.policy.RejuvenationPolicy;
import hebe.models.policy.RejuvenationPolicy.AfterAging;
import hebe.models.policy.RejuvenationPolicy.Clock;
import hebe.models.policy.RejuvenationPolicy.Periodic;
import hebe.models.recovery.Mechanism;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.law.Uniform;
import hebe.sim.law.Weibull;
import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import hebe.sim.model.Timing;
import hebe.sim.result.Outage;
import hebe.sim.run.Replication;
import hebe.sim.run.Trace;
import hebe.sim.study.WorkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Datacenters in which everything fails and is rejuvenated every few minutes, so that everything
 * collides with everything.
 */
class CollisionTest {
  private static final int SEEDS = 500;
  private static final double HORIZON_SECONDS = 10_000;

  /** What nobody needs in order to come up again. */
  private static final Set<String> HARM =
      Set.of("crash", "hardware-crash", "age", "rejuvenate", "fall-due");

  @Test
  void rejuvenatingGuests_areCountedRightAfterEveryFiring_andAtMostOne() {
    int rejuvenations = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      FleetModel fleet = fleet(seed);
      Counting counting = new Counting(fleet.model());
      new Replication(fleet.model(), seed, 0, HORIZON_SECONDS, List.of()).run(counting);
      rejuvenations += counting.rejuvenations;
    }
    assertThat(rejuvenations).isGreaterThan(10 * SEEDS);
  }

  @Test
  void withoutFurtherHarm_everySubjectComesUpAgain() {
    int down = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Model model = fleet(seed).model();
      Counting counting = new Counting(model);
      new Replication(model, seed, 0, HORIZON_SECONDS, List.of()).run(counting);
      int[] state = counting.values.clone();
      down += up(model, state) ? 0 : 1;
      recover(model, state);
      assertThat(up(model, state)).as("seed %d", seed).isTrue();
    }
    // The stimulus: in most of the runs something is down at the horizon.
    assertThat(down).isGreaterThan(SEEDS / 2);
  }

  @Test
  void noGuest_isBlockedForEver() {
    // In the second half of a long run every host and every guest still goes down and comes back.
    for (int seed = 0; seed < SEEDS / 10; seed++) {
      FleetModel fleet = fleet(seed);
      WorkResult result = Operation.run(fleet, seed, 4 * HORIZON_SECONDS);
      Set<String> acting = new TreeSet<>();
      for (Outage outage : result.outages()) {
        if (outage.startSeconds() > 2 * HORIZON_SECONDS) {
          acting.add(outage.subject());
        }
      }
      assertThat(acting).as("seed %d", seed).hasSize(fleet.subjects().all().size());
    }
  }

  @Test
  void downtime_addsUpByCauseAndWithUptime() {
    Set<String> causes = new TreeSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      FleetModel fleet = fleet(seed);
      // The run itself throws if downtime by cause, downtime and uptime do not add up.
      WorkResult result = Operation.run(fleet, seed, HORIZON_SECONDS);
      for (var subject : fleet.subjects().all()) {
        double reached = 0;
        for (Outage outage : Operation.outagesOf(result, subject.name())) {
          assertThat(outage.startSeconds()).isGreaterThanOrEqualTo(reached);
          reached = outage.endSeconds();
          causes.add(outage.cause().name());
        }
      }
    }
    assertThat(causes)
        .containsExactly(
            "cold-reboot",
            "guest-crash",
            "guest-rejuvenation",
            "hardware-failure",
            "restart",
            "saved-reboot",
            "service-crash",
            "vmm-crash",
            "warm-reboot");
  }

  /** One to three hosts with one to four guests, random laws and a random policy. */
  private static FleetModel fleet(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Failures failures =
        new Failures(
            new LayerFailures(
                Optional.empty(),
                Optional.of(law(random, 2000)),
                law(random, 10),
                Optional.of(law(random, 100))),
            layer(random, true),
            layer(random, true),
            layer(random, false));
    Policy policy =
        new Policy(
            "random",
            when(random, 1500, failures.vmm()),
            by(random),
            when(random, 600, failures.guest()),
            random.nextBoolean() ? Optional.empty() : Optional.of(law(random, 60)));
    HostGroup hosts =
        Operation.hosts(
            "host",
            1 + random.nextInt(3),
            1 + random.nextInt(4),
            Fixtures.hardware(),
            Fixtures.vmm());
    return Operation.model(hosts, failures, policy);
  }

  private static LayerFailures layer(SplittableRandom random, boolean ages) {
    return new LayerFailures(
        ages && random.nextBoolean() ? Optional.of(law(random, 500)) : Optional.empty(),
        Optional.of(law(random, 700)),
        law(random, 15),
        random.nextBoolean() ? Optional.empty() : Optional.of(law(random, 60)));
  }

  private static DelayLaw law(SplittableRandom random, double about) {
    double mean = about * (0.2 + 1.6 * random.nextDouble());
    return switch (random.nextInt(4)) {
      case 0 -> new Exponential(mean);
      case 1 -> Weibull.ofMean(2, mean);
      case 2 -> new Uniform(0, 2 * mean);
      default -> new Deterministic(Math.rint(mean));
    };
  }

  private static RejuvenationPolicy when(
      SplittableRandom random, double about, LayerFailures layer) {
    double period = Math.rint(about * (0.3 + random.nextDouble()));
    return switch (random.nextInt(4)) {
      case 0 -> new Periodic(period, OptionalDouble.empty(), Clock.SINCE_RENEWAL, false);
      case 1 ->
          layer.aging().lastStage() > 0
              ? new AfterAging(law(random, about / 4))
              : new Periodic(period, OptionalDouble.empty(), Clock.CALENDAR, false);
      default -> new Periodic(period, OptionalDouble.empty(), Clock.CALENDAR, random.nextBoolean());
    };
  }

  private static Mechanism by(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> Mechanism.Reboot.WARM;
      case 1 -> Mechanism.Reboot.SAVED;
      case 2 -> Mechanism.Reboot.COLD;
      default -> new Mechanism.Restart(law(random, 100));
    };
  }

  private static boolean up(Model model, int[] state) {
    for (int r = 0; r < model.rewardCount(); r++) {
      if (model.rate(r, state) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Fires whatever is enabled and does no harm, immediate transitions first, until nothing is. */
  private static void recover(Model model, int[] state) {
    for (int steps = 0; steps < 10_000; steps++) {
      int next = next(model, state);
      if (next < 0) {
        return;
      }
      model.fire(next, state, new Changes());
    }
    throw new AssertionError("the way up has no end");
  }

  private static int next(Model model, int[] state) {
    int best = -1;
    int priority = Integer.MIN_VALUE;
    for (int t = 0; t < model.transitionCount(); t++) {
      int its =
          model.transition(t).timing() instanceof Timing.Immediate immediate
              ? immediate.priority()
              : -1;
      boolean harmless =
          !HARM.contains(model.transition(t).name()) || model.transition(t).immediate();
      if (harmless && model.enabled(t, state) && its > priority) {
        best = t;
        priority = its;
      }
    }
    return best;
  }

  /** Recounts the rejuvenating guests of each host after every firing. */
  private static final class Counting implements Trace {
    private final Model model;
    private final List<List<Integer>> guestsOfHost = new ArrayList<>();
    private final List<Integer> counters = new ArrayList<>();
    private int[] values = {};
    private int rejuvenations;

    Counting(Model model) {
      this.model = model;
      for (int v = 0; v < model.variableCount(); v++) {
        String name = model.variableName(v);
        if (name.endsWith("/rejuvenating-guests")) {
          counters.add(v);
          guestsOfHost.add(new ArrayList<>());
        } else if (name.endsWith("/run")) {
          guestsOfHost.get(guestsOfHost.size() - 1).add(v);
        }
      }
    }

    @Override
    public void started(int[] state) {
      values = state;
    }

    @Override
    public void fired(double timeSeconds, int transition, Changes changes) {
      if (model.transition(transition).label().equals("run/rejuvenate")) {
        rejuvenations++;
      }
      for (int host = 0; host < counters.size(); host++) {
        int rejuvenating = 0;
        for (int guest : guestsOfHost.get(host)) {
          rejuvenating += model.variable(guest).show(values[guest]).equals("rejuvenating") ? 1 : 0;
        }
        assertThat(values[counters.get(host)]).isEqualTo(rejuvenating).isLessThanOrEqualTo(1);
      }
    }

    @Override
    public void ended(double horizonSeconds) {}
  }
}
