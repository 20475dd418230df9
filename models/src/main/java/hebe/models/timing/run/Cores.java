package hebe.models.timing.run;

import hebe.models.timing.run.Turn.Standing;
import hebe.sim.event.IndexedHeap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cores: who runs where, for how long, and who comes next. Times are in cycles. */
final class Cores {
  static final int TURN_RANK = 3;
  static final int STRETCH_RANK = 1;

  private final HostSetup setup;
  private final IndexedHeap heap;
  private final Vcpu[] vcpus;
  private final Line line;
  private final List<Optional<Vcpu>> seats = new ArrayList<>(); // by vcpu, made once
  private final List<Optional<Vcpu>> running = new ArrayList<>(); // by core
  private final List<Optional<Vcpu>> last = new ArrayList<>(); // by core
  private final double[] loaded; // cycles of loading on each core, from the start
  private final double sliceCycles;
  private final HostTrace trace;
  private double now;

  /** Keys below twice the number of cores belong to the cores: ends of stretches, then of turns. */
  Cores(HostSetup setup, IndexedHeap heap, Vcpu[] vcpus, HostTrace trace) {
    this.setup = setup;
    this.heap = heap;
    this.vcpus = vcpus;
    this.trace = trace;
    line = new Line(vcpus.length);
    loaded = new double[setup.cores()];
    sliceCycles = setup.clock().cycles(setup.scheduler().sliceSeconds());
    for (Vcpu vcpu : vcpus) {
      seats.add(Optional.of(vcpu));
    }
    for (int core = 0; core < setup.cores(); core++) {
      running.add(Optional.empty());
      last.add(Optional.empty());
    }
  }

  double now() {
    return now;
  }

  void goTo(double time) {
    now = time;
  }

  boolean runs(Vcpu vcpu, int core) {
    return vcpu.turn().standing() == Standing.RUNNING && vcpu.turn().core() == core;
  }

  Vcpu running(int core) {
    return running.get(core).orElseThrow();
  }

  /** One that had no work has some. */
  void wake(Vcpu vcpu) {
    if (vcpu.turn().standing() != Standing.BLOCKED) {
      return;
    }
    if (vcpu.turn().isExhausted()) {
      vcpu.turn().stand(Standing.PARKED);
      return;
    }
    note(vcpu, "wakes");
    if (setup.scheduler().wakeUp() != Scheduler.WakeUp.IN_LINE) {
      vcpu.turn().wakeAhead();
    }
    lineUp(vcpu);
    if (vcpu.turn().standing() == Standing.READY
        && setup.scheduler().wakeUp() == Scheduler.WakeUp.PREEMPT) {
      preemptFor(vcpu);
    }
  }

  /** Takes an idle core, its last one by preference, or stands in line. */
  void lineUp(Vcpu vcpu) {
    Turn turn = vcpu.turn();
    turn.stand(Standing.READY);
    line.add(vcpu);
    if (isIdleFor(turn, turn.core())) {
      dispatch(turn.core());
      return;
    }
    for (int core = 0; core < setup.cores(); core++) {
      if (isIdleFor(turn, core)) {
        dispatch(core);
        return;
      }
    }
  }

  private boolean isIdleFor(Turn turn, int core) {
    return turn.mayRunOn(core) && running.get(core).isEmpty();
  }

  private void preemptFor(Vcpu vcpu) {
    int worst = vcpu.turn().order();
    int chosen = setup.cores();
    for (int core = 0; core < setup.cores(); core++) {
      if (vcpu.turn().mayRunOn(core) && running(core).turn().order() > worst) {
        worst = running(core).turn().order();
        chosen = core;
      }
    }
    if (chosen < setup.cores()) {
      Vcpu loser = stop(chosen, Standing.READY);
      dispatch(chosen);
      lineUp(loser);
    }
  }

  /** The one on the core has no more work. */
  void block(int core) {
    stop(core, Standing.BLOCKED);
    dispatch(core);
  }

  /** The slice of the one on the core is over. */
  void turnEnds(int core) {
    running(core).turn().turnOver();
    if (line.hasOneFor(core)) {
      line.add(stop(core, Standing.READY));
      dispatch(core);
    } else {
      heap.schedule(setup.cores() + core, now + sliceCycles, TURN_RANK);
    }
  }

  private Vcpu stop(int core, Standing next) {
    Vcpu vcpu = running(core);
    vcpu.pause(now);
    vcpu.accounts().ran(vcpu.turn().burn(now));
    loaded[core] += vcpu.takeLoaded();
    vcpu.turn().leave(next, loaded[core]);
    running.set(core, Optional.empty());
    heap.cancel(core);
    heap.cancel(setup.cores() + core);
    note(vcpu, next == Standing.BLOCKED ? "blocks" : "stops");
    return vcpu;
  }

  /** Gives an idle core to the one whose turn it is, if there is one. */
  private void dispatch(int core) {
    if (!line.hasOneFor(core)) {
      return;
    }
    Vcpu vcpu = line.takeFor(core);
    DomainSwitch costs = setup.domainSwitch();
    vcpu.evicted(
        vcpu.turn().enter(core, now, loaded[core], costs.refillCycles()), costs.refillCycles());
    boolean other = last.get(core).isPresent() && last.get(core).get() != vcpu;
    if (other && costs.directCycles() > 0) {
      owe(vcpu, LoadPlan.SWITCH, costs.directCycles());
    }
    running.set(core, seats.get(vcpu.index()));
    last.set(core, seats.get(vcpu.index()));
    note(vcpu, "runs");
    heap.schedule(setup.cores() + core, now + sliceCycles, TURN_RANK);
    begin(vcpu, core);
  }

  private void begin(Vcpu vcpu, int core) {
    scheduleEnd(core, vcpu.begin(now));
  }

  /** The stretch on the core ends then; never, if that is infinite. */
  void scheduleEnd(int core, double end) {
    if (end < Double.POSITIVE_INFINITY) {
      heap.schedule(core, end, STRETCH_RANK);
    } else {
      heap.cancel(core);
    }
  }

  /** Tells the trace. */
  void note(Vcpu vcpu, String what) {
    trace.record(now, vcpu.name(), what);
  }

  /** Takes time of a virtual processor that is between two stretches or does not run. */
  void owe(Vcpu vcpu, int cause, double cycles) {
    vcpu.owe(cause, cycles);
    note(vcpu, vcpu.accounts().plan().causes().get(cause));
  }

  /** Takes a little time of a virtual processor, at once if it runs. */
  void interrupt(Vcpu vcpu, int cause, double cycles) {
    boolean runs = vcpu.turn().standing() == Standing.RUNNING;
    if (runs) {
      vcpu.pause(now);
    }
    if (cycles > 0) {
      owe(vcpu, cause, cycles);
    }
    if (runs) {
      begin(vcpu, vcpu.turn().core());
    }
  }

  /** Hands out the credit of a period. */
  void account(double periodCycles) {
    double activeWeight = 0;
    for (Vcpu vcpu : vcpus) {
      if (vcpu.turn().standing() == Standing.RUNNING) {
        vcpu.accounts().ran(vcpu.turn().burn(now));
      }
      activeWeight += vcpu.turn().activeWeight();
    }
    double perWeight = activeWeight == 0 ? 0 : setup.cores() * periodCycles / activeWeight;
    for (Vcpu vcpu : vcpus) {
      boolean exhausted = vcpu.turn().refund(periodCycles, perWeight);
      if (exhausted) {
        park(vcpu);
      } else if (vcpu.turn().standing() == Standing.PARKED) {
        lineUp(vcpu);
      }
    }
  }

  private void park(Vcpu vcpu) {
    if (vcpu.turn().standing() == Standing.RUNNING) {
      int core = vcpu.turn().core();
      stop(core, Standing.PARKED);
      dispatch(core);
    } else if (vcpu.turn().standing() == Standing.READY) {
      line.remove(vcpu);
      vcpu.turn().stand(Standing.PARKED);
    }
  }

  /** Brings all accounts up to now, in the midst of stretches. */
  void settle() {
    for (int core = 0; core < setup.cores(); core++) {
      if (running.get(core).isPresent()) {
        Vcpu vcpu = running(core);
        vcpu.pause(now);
        vcpu.accounts().ran(vcpu.turn().burn(now));
        begin(vcpu, core);
      }
    }
  }
}
