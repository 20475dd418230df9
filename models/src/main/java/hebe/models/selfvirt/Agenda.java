package hebe.models.selfvirt;

import hebe.sim.event.HeapEventList;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/** What is still to happen in one run, in cycles. */
final class Agenda {
  private final Simulator simulator = new Simulator(new HeapEventList());

  Agenda() {
    simulator.init();
  }

  double now() {
    return simulator.time();
  }

  /** Something that is to happen once. */
  Entry after(double cycles, Runnable action) {
    return new Entry(cycles, action);
  }

  void run() {
    simulator.start();
  }

  void stop() {
    simulator.stop();
  }

  /** One of them. */
  final class Entry extends Event {
    private final double dueCycles;
    private final Runnable action;

    private Entry(double cycles, Runnable action) {
      super(simulator);
      this.action = action;
      dueCycles = simulator.time() + cycles;
      schedule(cycles);
    }

    /** Takes it off and says how many cycles were left. */
    double takeOff() {
      cancel();
      return dueCycles - simulator.time();
    }

    @Override
    public void actions() {
      action.run();
    }
  }
}
