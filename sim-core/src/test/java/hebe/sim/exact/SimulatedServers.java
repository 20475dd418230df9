package hebe.sim.exact;

import static hebe.sim.exact.SimulatedClocks.move;

import hebe.sim.law.Deterministic;
import hebe.sim.law.Exponential;
import hebe.sim.law.Uniform;
import hebe.sim.model.Component;
import hebe.sim.model.Guard;
import hebe.sim.model.Model;
import hebe.sim.model.ModelBuilder;
import hebe.sim.model.Scope;
import hebe.sim.model.TransitionBuilder;
import hebe.sim.stat.Tally;

/** The virtual server with two fixed clocks, for the simulator; times in hours. */
final class SimulatedServers {
  private static final String[] VM = {"VmF", "VmRej", "VmRes", "VmR", "VmFD"};
  private static final String[] VMM = {"VmmF", "VmmFD", "VmmR", "VmmRes", "VmSW", "VmmRej"};

  private static final BumpDensity REJUVENATION =
      new BumpDensity(0, 0.4, 0, 48.6526, -121.632, 1.33757);
  private static final BumpDensity REPAIR =
      new BumpDensity(0.25, 2, -71.0006, 319.503, -142.001, 6.41167);
  private static final BumpDensity RESTART =
      new BumpDensity(0.25, 2, -686.089, 3087.4, -1372.18, 11.3061);

  private final ModelBuilder model = new ModelBuilder();
  private final Scope root = model.root();
  private final Component vmm =
      root.component(
          "vmm", "aging", "aging-2", "VmmF", "VmmF-2", "VmmFD", "VmmR", "VmmRes", "expired", "VmSW",
          "VmmRej");
  private final Component vm =
      root.component("vm", "VmRes", "ages", "ages-2", "VmF", "VmF-2", "VmFD", "VmR", "VmRej");
  private final Guard inside = vmm.in("aging", "aging-2", "VmmF", "VmmF-2");

  private SimulatedServers() {}

  static void tell(SimulatedModel.Sink sink) {
    Tally[] shares = Simulation.perHour(new SimulatedServers().build(), 100, 2e5);
    String[][] names = {{"U"}, VM, VMM};
    int reward = 0;
    for (String[] group : names) {
      for (String name : group) {
        sink.accept("vsrv-24-96-" + name, shares[reward++], 0.05);
      }
    }
  }

  private Model build() {
    move(vmm, "age", "aging", "aging-2", Exponential.ofRate(VirtualServer.VMM_AGING[0]));
    move(vmm, "aged", "aging-2", "VmmF", Exponential.ofRate(VirtualServer.VMM_AGING[1]));
    move(vmm, "worsen", "VmmF", "VmmF-2", Exponential.ofRate(VirtualServer.VMM_FAILING[0]));
    move(vmm, "detect", "VmmFD", "VmmR", new Uniform(0, 0.4));
    move(vmm, "repair", "VmmR", "VmmRes", VirtualServer.VMM_REPAIR.law());
    move(vmm, "stop", "VmSW", "VmmRej", new Uniform(0.1, 0.2));
    TransitionBuilder[] vmClocks = vm();
    vmm.transition("fail")
        .from("VmmF-2")
        .to("VmmFD")
        .also(vm.become("VmRes"))
        .renewing(vmClocks)
        .after(Exponential.ofRate(VirtualServer.VMM_FAILING[1]));
    vmm.transition("clock")
        .when(inside)
        .to("expired")
        .also(vm.become("VmRes"))
        .renewing(vmClocks)
        .after(new Deterministic(VirtualServer.VMM_CLOCK));
    vmm.transition("wait").from("expired").to("VmSW").immediately(1 - VirtualServer.NO_STOP, 0);
    vmm.transition("at-once").from("expired").to("VmmRej").immediately(VirtualServer.NO_STOP, 0);
    move(vmm, "restart", "VmmRes", "aging", VirtualServer.VMM_RESTART.law());
    move(vmm, "rejuvenated", "VmmRej", "aging", VirtualServer.VMM_REJUVENATION.law());
    rewards();
    return model.build();
  }

  private TransitionBuilder[] vm() {
    TransitionBuilder[] all = {
      inside("restart", "VmRes", "ages").after(RESTART.law()),
      inside("age", "ages", "ages-2").after(Exponential.ofRate(0.0138889)),
      inside("aged", "ages-2", "VmF").after(Exponential.ofRate(0.0104167)),
      inside("worsen", "VmF", "VmF-2").after(Exponential.ofRate(0.0738004)),
      inside("fail", "VmF-2", "VmFD").after(Exponential.ofRate(0.0171087)),
      inside("detect", "VmFD", "VmR").after(new Uniform(0, 0.4)),
      inside("repair", "VmR", "ages").after(REPAIR.law()),
      inside("rejuvenated", "VmRej", "ages").after(REJUVENATION.law()),
      vm.transition("clock")
          .from("ages", "ages-2", "VmF", "VmF-2")
          .when(inside)
          .to("VmRej")
          .after(new Deterministic(24))
    };
    return all;
  }

  private TransitionBuilder inside(String name, String from, String to) {
    return vm.transition(name).from(from).when(inside).to(to);
  }

  private void rewards() {
    root.rateReward("U", inside.and(vm.in("ages", "ages-2", "VmF", "VmF-2")).negated());
    for (String state : VM) {
      root.rateReward(state, inside.and(vm.in(all(state))));
    }
    for (String state : VMM) {
      root.rateReward(state, vmm.in(all(state)));
    }
  }

  /** A life that fails consists of two stages. */
  private static String[] all(String state) {
    return state.endsWith("mF") ? new String[] {state, state + "-2"} : new String[] {state};
  }
}
