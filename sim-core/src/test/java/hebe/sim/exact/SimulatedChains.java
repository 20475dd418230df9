package hebe.sim.exact;

import hebe.sim.exact.RejuvenatedHost.Mechanism;
import hebe.sim.law.DelayLaw;
import hebe.sim.law.Exponential;
import hebe.sim.model.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rejuvenation models that have an exact solution, for the simulator: chains, and chains with one
 * fixed clock; times in hours.
 */
final class SimulatedChains {
  private static final double MINUTE = 1.0 / 60;
  private static final List<Mechanism> REJUVENATED =
      List.of(Mechanism.COLD, Mechanism.WARM, Mechanism.MIGRATE);

  private final AnalyticRows rows = AnalyticRows.read();
  private final Map<String, Run> runs = new LinkedHashMap<>();

  private SimulatedChains() {}

  /**
   * What is run for a row.
   *
   * @param reward of the model, which is the row
   * @param hours length of a replication
   */
  record Run(Model model, int reward, double hours) {}

  /** By the id of the row. */
  static Map<String, Run> all() {
    SimulatedChains chains = new SimulatedChains();
    chains.fourStates();
    chains.garg();
    chains.dohi("vmm", 720, 168, 65 * MINUTE, 2 * MINUTE);
    chains.dohi("vm", 168, 72, 35 * MINUTE, MINUTE);
    chains.skipIfDown();
    chains.inspected();
    chains.pools();
    chains.hosts();
    return chains.runs;
  }

  private void put(String row, Model model, double hours) {
    runs.put(row, new Run(model, 0, hours));
  }

  /** Replicas with triggers of their own, and one with the trigger of a pool. */
  private void pools() {
    for (int replicas : new int[] {1, 4}) {
      for (int trigger : new int[] {5, 100, 1000}) {
        Model model = ReplicaPool.uncoordinated(replicas, trigger);
        double hours = (trigger == 5 ? 5e4 : 1e6) / replicas;
        runs.put("pool-unc-n" + replicas + "-" + trigger + "-Rej", new Run(model, 1, hours));
      }
      runs.put(
          "pool-unc-n" + replicas + "-1000-Ko",
          new Run(ReplicaPool.uncoordinated(replicas, 1000), 0, 1e6));
    }
    for (int clock : new int[] {5, 50, 100, 500, 1000}) {
      runs.put(
          "pool-coo-n1-" + clock + "-P",
          new Run(ClockModels.pool(clock), 2, clock == 5 ? 2e4 : 2e5));
    }
  }

  private void fourStates() {
    int[][] triggers = {{0, 336, 168}, {0, 264, 96}};
    List<FourStates> sets = List.of(FourStates.A, FourStates.B);
    for (int set = 0; set < sets.size(); set++) {
      for (int trigger : triggers[set]) {
        String at = trigger == 0 ? "-none" : "-" + trigger;
        put(
            sets.get(set).name() + at + "-U",
            sets.get(set).model(trigger),
            trigger == 0 ? 1e6 : 3e5);
      }
    }
    for (int trigger : new int[] {100, 500, 1000}) {
      put("huang-g-" + trigger + "-U", FourStates.G.model(trigger), 3e5);
    }
    put("garg-inf-U", FourStates.G.model(0), 1e6);
  }

  private void garg() {
    for (int minutes : new int[] {10, 1}) {
      for (int clock : new int[] {50, 100, 300, 500, 1000, 2000}) {
        Model model = ClockModels.garg(minutes * MINUTE, clock);
        put("garg-" + minutes + "min-" + clock + "-U", model, clock < 200 ? 5e4 : 2e5);
      }
    }
    put("garg-1min-Uopt", ClockModels.garg(MINUTE, best("garg-1min-topt")), 5e5);
  }

  /** The life of two stages one after the other, not by the law of their sum. */
  private void dohi(String part, double fresh, double worn, double repair, double rejuvenation) {
    String name = "dohi-h-" + part + "-m1-";
    double best = best(name + "topt");
    Map<String, Optional<Double>> clocks =
        Map.of("Uopt", Optional.of(best), "U2", Optional.of(2 * best), "Uinf", Optional.empty());
    new TreeMap<>(clocks)
        .forEach(
            (row, clock) ->
                put(
                    name + row,
                    ClockModels.twoStages(fresh, worn, repair, rejuvenation, clock),
                    1e5));
  }

  private void skipIfDown() {
    for (int clock : new int[] {30, 600, 1050, 4320}) {
      put("skip-exp-" + clock + "-U", ClockModels.skipIfDown(clock), clock == 30 ? 2e4 : 2e5);
    }
    put("skip-exp-Uopt", ClockModels.skipIfDown(best("skip-exp-topt")), 2e5);
  }

  private void inspected() {
    for (int clock : new int[] {12, 24, 48, 96, 168, 336}) {
      put("insp-k3-b1-" + clock + "-U", ClockModels.inspected(3, 240, 1, clock), 1e5);
      put("insp-k4-b2-" + clock + "-U", ClockModels.inspected(4, 180, 2, clock), 1e5);
    }
    put("insp-k3-b1-Uopt", ClockModels.inspected(3, 240, 1, best("insp-k3-b1-dopt")), 1e5);
  }

  private void hosts() {
    put("pol-none-k1-168-24-U", RejuvenatedHost.erlang(Mechanism.NONE, 1, 168, 24), 5e4);
    put("pol-none-noclock-U", RejuvenatedHost.neverRejuvenated(), 5e4);
    put("pol-cold-k10-168-24-U", RejuvenatedHost.erlang(Mechanism.COLD, 10, 168, 24), 5e4);
    for (Mechanism mechanism : REJUVENATED) {
      String name = mechanism.name().toLowerCase(Locale.ROOT);
      put("pol-" + name + "-k1-168-24-U", RejuvenatedHost.erlang(mechanism, 1, 168, 24), 5e4);
      DelayLaw daily = new Exponential(24);
      put(
          "pol-det1-" + name + "-168-24-U",
          RejuvenatedHost.fixed(mechanism, 168, Optional.of(daily)),
          5e4);
      put(
          "pol-det1-" + name + "-168-none-U",
          RejuvenatedHost.fixed(mechanism, 168, Optional.empty()),
          5e4);
    }
  }

  private double best(String row) {
    return rows.row(row).value();
  }
}
