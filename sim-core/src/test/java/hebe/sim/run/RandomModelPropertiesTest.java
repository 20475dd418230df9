package hebe.sim.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import hebe.sim.run.Firings.Firing;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every model; the oracle for the engine is {@link NaiveRun}. */
class RandomModelPropertiesTest {
  private static final double HORIZON = 300;
  private static final String SEEDS = "hebe.sim.run.RandomModels#seeds";

  @Test
  void models_together_reachEveryPartOfTheEngine() {
    long firings =
        RandomModels.seeds()
            .mapToLong(seed -> Nothing.run(RandomModels.of(seed), seed, 0, HORIZON).firings())
            .filter(count -> count > 50)
            .count();
    assertThat(firings).as("models that keep firing").isGreaterThan(150);
    assertThat(RandomModels.seeds().map(RandomModels::of).filter(m -> renewals(m) > 0).count())
        .as("models with renewals")
        .isGreaterThan(100);
  }

  private static int renewals(Model model) {
    int renewals = 0;
    for (int t = 0; t < model.transitionCount(); t++) {
      renewals += model.renewalCount(t);
    }
    return renewals;
  }

  @ParameterizedTest
  @MethodSource(SEEDS)
  void firings_recomputedFromScratch_areTheSame(long seed) {
    Model model = RandomModels.of(seed);
    Firings engine = new Firings(model);
    Observation observed =
        new Replication(model, seed, 3, HORIZON, List.of())
            .run(Trace.all(List.of(new CheckingTrace(model), engine)));
    Firings naive = new Firings(model);
    double[] totals = new NaiveRun(model, seed, 3, naive).totals(HORIZON);
    assertThat(engine.all()).isEqualTo(naive.all());
    for (int r = 0; r < totals.length; r++) {
      assertThat(observed.total(r)).isCloseTo(totals[r], within(1e-9 * HORIZON));
    }
  }

  @ParameterizedTest
  @MethodSource(SEEDS)
  void firingsOfAgeingModels_recomputedFromScratch_areTheSame(long seed) {
    Model model = RandomModels.ageing(seed);
    Firings naive = new Firings(model);
    new NaiveRun(model, seed, 3, naive).totals(HORIZON);
    assertThat(Firings.before(model, seed, 3, HORIZON)).isEqualTo(naive.all());
  }

  @ParameterizedTest
  @MethodSource(SEEDS)
  void allTimesScaled_powerOfTwo_firesTheSameScaledExactly(long seed) {
    List<Firing> plain = Firings.of(RandomModels.of(seed), seed, 0, HORIZON);
    for (int power : new int[] {-7, 1, 12}) {
      double factor = StrictMath.scalb(1.0, power);
      Model scaled = RandomModels.scaled(seed, factor);
      List<Firing> expected =
          plain.stream()
              .map(f -> new Firing(f.timeSeconds() * factor, f.name(), f.changed()))
              .toList();
      assertThat(Firings.of(scaled, seed, 0, HORIZON * factor)).isEqualTo(expected);
      Observation short_ = Nothing.run(RandomModels.of(seed), seed, 0, HORIZON);
      Observation long_ = Nothing.run(scaled, seed, 0, HORIZON * factor);
      for (int r = 0; r < scaled.rewardCount(); r++) {
        assertThat(long_.total(r)).isEqualTo(short_.total(r) * factor);
      }
    }
  }

  @ParameterizedTest
  @MethodSource(SEEDS)
  void fingerprint_sameReplicationTwice_equalAndOtherwiseNot(long seed) {
    Model model = RandomModels.of(seed);
    assertThat(fingerprint(model, 5, 0)).isEqualTo(fingerprint(RandomModels.of(seed), 5, 0));
    Observation observed = Nothing.run(model, 5, 0, HORIZON);
    if (observed.drew() && observed.firings() > 50) {
      assertThat(fingerprint(model, 5, 1)).isNotEqualTo(fingerprint(model, 5, 0));
      assertThat(fingerprint(model, 6, 0)).isNotEqualTo(fingerprint(model, 5, 0));
    }
  }

  private static long fingerprint(Model model, long seed, int replication) {
    Fingerprint fingerprint = new Fingerprint(model);
    new Replication(model, seed, replication, HORIZON, List.of()).run(fingerprint);
    return fingerprint.value();
  }

  @ParameterizedTest
  @MethodSource(SEEDS)
  void neighbour_unrelated_changesNothing(long seed) {
    List<Firing> alone = Firings.of(RandomModels.of(seed), seed, 0, HORIZON);
    List<Firing> beside = Firings.of(RandomModels.withNeighbour(seed), seed, 0, HORIZON);
    assertThat(beside).hasSizeGreaterThan(alone.size() + 100);
    assertThat(beside.stream().filter(f -> !f.name().startsWith("neighbour/")).toList())
        .isEqualTo(alone);
  }

  @ParameterizedTest
  @MethodSource(SEEDS)
  void indices_anyOtherVariableChanged_leaveEnablingAndRatesAlone(long seed) {
    Model model = RandomModels.of(seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int state = 0; state < 20; state++) {
      int[] values = model.initialState();
      for (int v = 0; v < values.length; v++) {
        values[v] = any(model, v, random);
      }
      int variable = random.nextInt(values.length);
      int[] others = values.clone();
      others[variable] = any(model, variable, random);
      for (int t = 0; t < model.transitionCount(); t++) {
        if (!reads(model, variable, t)) {
          assertThat(model.enabled(t, others)).isEqualTo(model.enabled(t, values));
        }
      }
      for (int r = 0; r < model.rewardCount(); r++) {
        if (!rewardReads(model, variable, r)) {
          assertThat(model.rate(r, others)).isEqualTo(model.rate(r, values));
        }
      }
    }
  }

  private static int any(Model model, int variable, SplittableRandom random) {
    return random.nextInt(model.variable(variable).least(), model.variable(variable).most() + 1);
  }

  private static boolean reads(Model model, int variable, int transition) {
    for (int p = model.firstReader(variable); p < model.endReader(variable); p++) {
      if (model.reader(p) == transition) {
        return true;
      }
    }
    return false;
  }

  private static boolean rewardReads(Model model, int variable, int reward) {
    for (int p = model.firstRewardReader(variable); p < model.endRewardReader(variable); p++) {
      if (model.rewardReader(p) == reward) {
        return true;
      }
    }
    return false;
  }

  @Test
  void fingerprint_sameValuesOfOtherVariables_differs() {
    var builder = new hebe.sim.model.ModelBuilder();
    var a = builder.root().counter("a", 0, 1, 0);
    var b = builder.root().counter("b", 0, 1, 0);
    var run = builder.root().component("run", "on");
    run.transition("set").also(a.set(1), b.set(1)).after(new hebe.sim.law.Deterministic(1));
    Model model = builder.build();
    assertThat(hash(model, new int[] {1, 0, 0})).isNotEqualTo(hash(model, new int[] {0, 1, 0}));
  }

  private static long hash(Model model, int[] values) {
    Fingerprint fingerprint = new Fingerprint(model);
    Changes changes = new Changes();
    model.fire(0, values, changes);
    fingerprint.fired(1, 0, changes);
    return fingerprint.value();
  }
}
