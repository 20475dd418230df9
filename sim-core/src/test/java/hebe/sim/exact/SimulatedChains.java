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
   * @param model its reward 0 is the row
   * @param hours length of a replication
   */
  record Run(Model model, double hours) {}

  /** By the id of the row. */
  static Map<String, Run> all() {
    SimulatedChains chains = new SimulatedChains();
    chains.fourStates();
    chains.garg();
    chains.dohi("vmm", List.of(720.0, 168.0), 65 * MINUTE, 2 * MINUTE);
    chains.dohi("vm", List.of(168.0, 72.0), 35 * MINUTE, MINUTE);
    chains.skipIfDown();
    chains.inspected();
    chains.hosts();
    return chains.runs;
  }

  private void put(String row, Model model, double hours) {
    runs.put(row, new Run(model, hours));
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

  private void dohi(String part, List<Double> stages, double repair, double rejuvenation) {
    String name = "dohi-h-" + part + "-m1-";
    double best = best(name + "topt");
    put(name + "Uopt", ClockModels.dohi(stages, repair, rejuvenation, Optional.of(best)), 1e5);
    put(name + "U2", ClockModels.dohi(stages, repair, rejuvenation, Optional.of(2 * best)), 1e5);
    put(name + "Uinf", ClockModels.dohi(stages, repair, rejuvenation, Optional.empty()), 2e5);
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
    for (Mechanism mechanism : REJUVENATED) {
      String name = mechanism.name().toLowerCase(Locale.ROOT);
      for (int stages : new int[] {1, 10}) {
        Model model = RejuvenatedHost.erlang(mechanism, stages, 168, 24);
        put("pol-" + name + "-k" + stages + "-168-24-U", model, 5e4);
      }
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
