package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;

import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Guard;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Reward;
import hebe.sim.model.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workstation cluster of Haverkort, Hermanns and Katoen (2000); times in hours. */
class ClusterTest {

  @ParameterizedTest
  @CsvSource({
    "wsc-2, 2, 276, 1120, 3.846643763715e-5, 2.339823364647e-6, 0.0011583955752, 99.876435583,"
        + " 0.0046591924055, 17.369778284",
    "wsc-4, 4, 820, 3616, 7.875914862062e-5, 3.701129864715e-6, 0.001822105149, 99.875932537,"
        + " 0.0073631468711, 33.344698841",
    "wsc-8, 8, 2772, 12832, 0.0001669307325893, 2.427606481097e-6, 0.0011872320207, 99.8749131,"
        + " 0.0048313524539, 65.293916187",
    "wsc-16, 16, 10132, 48160, 0.000354911139681, 2.1126482189e-6, 0.0010409514888, 99.872819161,"
        + " 0.0042070945092, 129.18977652"
  })
  void cluster_allMeasures(
      String row,
      int n,
      int states,
      int rates,
      double notPremium,
      double notMinimum,
      double failedBefore2000,
      double operationalAt20,
      double below2000,
      double repairs2000)
      throws UnsolvableException {
    Solution solution = Solution.of(new Cluster(n).build(), 20_000);
    assertThat(solution.states()).isEqualTo(states);
    assertThat(solution.rates()).isEqualTo(rates);
    Steady steady = solution.steady();
    assertThat(steady.residual()).isLessThan(1e-12);
    Oracle.row(row + "-notprem", steady.rate(0), notPremium);
    Oracle.row(row + "-notmin", steady.rate(1), notMinimum);
    double[] published = {failedBefore2000, operationalAt20, below2000, repairs2000};
    if (n <= 8) {
      transients(row, n, solution, published);
    }
  }

  private static void transients(String row, int n, Solution solution, double[] published)
      throws UnsolvableException {
    Passage failure = solution.passage(1);
    Oracle.row(row + "-qos2000", failure.probabilityBy(2000), published[0]);
    Oracle.row(row + "-op20", solution.at(2, 20) / (2 * n) * 100, published[1]);
    Transient until = solution.until(2000);
    Oracle.row(row + "-below2000", until.accumulated(1), published[2]);
    Oracle.row(row + "-rep2000", until.accumulated(3), published[3]);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 2.575834331129808e-9",
    "2, 2.587821746795989e-7",
    "20, 1.3126420636755083e-5",
    "200, 1.7751335826903441e-4"
  })
  void clusterOf4_firstFailureBefore_publishedByPrism(double hours, double probability)
      throws UnsolvableException {
    Passage failure = Solution.of(new Cluster(4).build(), 1000).passage(1);
    Oracle.row("P(F<=" + hours + " h)", failure.probabilityBy(hours), probability);
  }

  /** Rewards: 0 not premium, 1 not minimum, 2 operational workstations, 3 repairs. */
  private static final class Cluster {
    private final int n;
    private final ModelBuilder model = new ModelBuilder();
    private final Scope root = model.root();
    private final Component crew =
        root.component("crew", "idle", "left", "right", "left-switch", "right-switch", "backbone");
    private final List<hebe.sim.model.TransitionBuilder> repairs = new ArrayList<>();

    Cluster(int n) {
      this.n = n;
    }

    Model build() {
      Counter left = type("left", n, 500, 2);
      Counter right = type("right", n, 500, 2);
      Counter leftSwitch = type("left-switch", 1, 4000, 0.25);
      Counter rightSwitch = type("right-switch", 1, 4000, 0.25);
      Counter backbone = type("backbone", 1, 5000, 0.125);
      Guard leftOn = leftSwitch.atLeast(1);
      Guard rightOn = rightSwitch.atLeast(1);
      Guard all = leftOn.and(rightOn).and(backbone.atLeast(1));
      for (int k : new int[] {n, 3 * n / 4}) {
        Guard connected = left.atLeast(k).and(leftOn).or(right.atLeast(k).and(rightOn));
        for (int l = 0; l <= k; l++) {
          connected = connected.or(left.atLeast(l).and(right.atLeast(k - l)).and(all));
        }
        root.rateReward(k == n ? "not-premium" : "not-minimum", connected.negated());
      }
      List<Reward.Term> operational = new ArrayList<>();
      for (int i = 1; i <= n; i++) {
        operational.add(new Reward.Term(left.atLeast(i), 1));
        operational.add(new Reward.Term(right.atLeast(i), 1));
      }
      root.rateReward("operational", operational);
      root.impulseReward("repairs", 1, repairs.toArray(hebe.sim.model.TransitionBuilder[]::new));
      return model.build();
    }

    private Counter type(String name, int count, double life, double repair) {
      Counter up = root.counter(name + "-up", 0, count, count);
      Component each = root.component(name, "-");
      for (int i = 1; i <= count; i++) {
        each.transition("fail-" + i)
            .when(up.atLeast(i))
            .also(up.minus(1))
            .after(new Exponential(life));
      }
      crew.transition("inspect-" + name)
          .from("idle")
          .when(up.below(count))
          .to(name)
          .after(Exponential.ofRate(10));
      repairs.add(
          crew.transition("repair-" + name)
              .from(name)
              .to("idle")
              .also(up.plus(1))
              .after(Exponential.ofRate(repair)));
      return up;
    }
  }
}
