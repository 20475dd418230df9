package hebe.sim.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hebe.sim.law.Erlang;
import hebe.sim.law.Exponential;
import hebe.sim.model.Component;
import hebe.sim.model.Counter;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

/** What is written is PRISM's explicit format, and says the same chain. */
class PrismFilesTest {

  /** A file as text. */
  private interface Writer {
    void write(Appendable out) throws IOException;
  }

  private static String text(Writer writer) {
    StringBuilder out = new StringBuilder();
    try {
      writer.write(out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString();
  }

  @Test
  void smallChain_allFiles_areTheseBytes() throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Component run = model.root().component("web-1/run", "up", "down", "init");
    var fail = run.transition("fail").from("up").to("down").after(Exponential.ofRate(0.1));
    run.transition("repair").from("down").to("up").after(new Erlang(2, 1));
    run.transition("noise").from("up").after(new Exponential(1));
    run.transition("give-up").from("down").to("init").after(Exponential.ofRate(1e-9));
    run.transition("bug").from("down").to("up").after(new Exponential(4));
    model.root().rateReward("rate", run.in("up"));
    model.root().impulseReward("failures", 5, fail);
    PrismFiles files = PrismFiles.of(StateSpace.explore(model.build(), 9));
    // Found in the order up, down in phase 1, down in phase 2, given up; written by value.
    assertThat(text(files::states))
        .isEqualTo(
            """
            (web_1_run,web_1_run_repair_phase)
            0:(0,0)
            1:(1,1)
            2:(1,2)
            3:(2,0)
            """);
    assertThat(text(files::transitions))
        .isEqualTo(
            """
            4 6
            0 1 0.1
            1 0 0.25
            1 2 2
            1 3 1E-9
            2 0 2.25
            2 3 1E-9
            """);
    assertThat(text(files::labels))
        .isEqualTo(
            """
            0="init" 1="deadlock" 2="rate_"
            0: 0 2
            3: 1
            """);
    assertThat(text(files::variables))
        .isEqualTo(
            """
            web_1_run is web-1/run: 0 up, 1 down, 2 init
            web_1_run_repair_phase is web-1/run/repair/phase
            """);
    assertThat(files.rewards()).containsExactly("failures");
    assertThat(text(out -> files.reward("failures", out))).isEqualTo("4 1\n0 0.5\n");
    assertThat(files.startsAtRandom()).isFalse();
  }

  @Test
  void decimals_areReadBackAsTheSameDouble() {
    assertThat(Decimal.of(0.1)).isEqualTo("0.1");
    assertThat(Decimal.of(0)).isEqualTo("0");
    assertThat(Decimal.of(-2.5e-7)).isEqualTo("-2.5E-7");
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(Decimal.of(value))).isEqualTo(value);
      }
    }
  }

  @Test
  void randomStart_isWrittenAsADistribution() throws UnsolvableException {
    ModelBuilder model = new ModelBuilder();
    Component run = model.root().component("run", "begin", "b", "a");
    run.transition("to-a").from("begin").to("a").immediately(3, 0);
    run.transition("to-b").from("begin").to("b").immediately(1, 0);
    run.transition("ab").from("a").to("b").after(new Exponential(1));
    run.transition("ba").from("b").to("a").after(new Exponential(2));
    PrismFiles files = PrismFiles.of(StateSpace.explore(model.build(), 9));
    assertThat(files.startsAtRandom()).isTrue();
    assertThat(text(files::states)).isEqualTo("(run)\n0:(1)\n1:(2)\n");
    assertThat(text(files::start)).isEqualTo("0.25\n0.75\n");
    assertThat(text(files::labels)).isEqualTo("0=\"init\" 1=\"deadlock\"\n0: 0\n1: 0\n");
  }

  /** Read back and solved by a dense method that shares nothing with the solver. */
  @Test
  void randomChains_readBack_haveTheSameLongRun() throws UnsolvableException {
    for (long seed = 1; seed <= 30; seed++) {
      Model model = random(seed);
      Solution solution = Solution.of(model, 2000);
      PrismFiles files = PrismFiles.of(StateSpace.explore(model, 2000));
      double[] share = dense(text(files::transitions));
      List<String> lines = text(files::labels).lines().toList();
      assertThat(lines.get(0)).isEqualTo("0=\"init\" 1=\"deadlock\" 2=\"up\"");
      double up = 0;
      for (String line : lines.subList(1, lines.size())) {
        String[] parts = line.split(": ", -1);
        up +=
            List.of(parts[1].split(" ", -1)).contains("2") ? share[Integer.parseInt(parts[0])] : 0;
      }
      double length = 0;
      for (String line : text(out -> files.reward("length", out)).lines().skip(1).toList()) {
        String[] parts = line.split(" ", -1);
        length += share[Integer.parseInt(parts[0])] * Double.parseDouble(parts[1]);
      }
      assertThat(up).as("seed %d", seed).isCloseTo(solution.steady(0), within(1e-10));
      assertThat(length).as("seed %d", seed).isCloseTo(solution.steady(1), within(1e-10));
      // The length is that of the states as they are written.
      double written = 0;
      for (String line : text(files::states).lines().skip(1).toList()) {
        String[] parts = line.replaceAll("[():]", ",").split(",+", -1);
        written += share[Integer.parseInt(parts[0])] * Integer.parseInt(parts[1]);
      }
      assertThat(written).isCloseTo(length, within(1e-10));
    }
  }

  private static double[] dense(String transitions) {
    List<String> lines = new ArrayList<>(transitions.lines().toList());
    String[] header = lines.remove(0).split(" ", -1);
    int size = Integer.parseInt(header[0]);
    assertThat(lines).hasSize(Integer.parseInt(header[1]));
    double[][] balance = new double[size][size];
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      int from = Integer.parseInt(parts[0]);
      int to = Integer.parseInt(parts[1]);
      double rate = Double.parseDouble(parts[2]);
      assertThat(from).isNotEqualTo(to);
      balance[to][from] += rate;
      balance[from][from] -= rate;
    }
    RealVector right = new ArrayRealVector(size);
    right.setEntry(0, 1);
    for (int i = 0; i < size; i++) {
      balance[0][i] = 1;
    }
    return new LUDecomposition(new Array2DRowRealMatrix(balance))
        .getSolver()
        .solve(right)
        .toArray();
  }

  /** A queue whose server fails, with Erlang repair and random rates. */
  private static Model random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ModelBuilder model = new ModelBuilder();
    Counter queue = model.root().counter("queue", 0, 6, 0);
    Component server = model.root().component("server", "up", "down");
    server
        .transition("arrive")
        .when(queue.below(6))
        .also(queue.plus(1))
        .after(new Exponential(random.nextDouble()));
    server
        .transition("serve")
        .from("up")
        .when(queue.atLeast(1))
        .also(queue.minus(1))
        .after(new Erlang(2, random.nextDouble()));
    server.transition("fail").from("up").to("down").after(new Exponential(5 * random.nextDouble()));
    server.transition("repair").from("down").to("up").after(new Erlang(3, random.nextDouble()));
    model.root().rateReward("up", server.in("up"));
    List<hebe.sim.model.Reward.Term> terms = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      terms.add(new hebe.sim.model.Reward.Term(queue.atLeast(i), 1));
    }
    model.root().rateReward("length", terms);
    return model.build();
  }
}
