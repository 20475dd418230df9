package hebe.models.timing.run;

import hebe.models.timing.HostClock;
import hebe.sim.event.IndexedHeap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of a host: the loop over its events. */
final class Machine {
  private static final int ACCOUNTING_RANK = 0;
  private static final int WARM_RANK = 4;
  private static final int END_RANK = 5;

  private final HostSetup setup;
  private final HostClock clock;
  private final Population population;
  private final IndexedHeap heap;
  private final Cores cores;
  private final Traffic traffic;
  private final Alarms alarms;
  private final List<List<Optional<Work>>> driverWork = new ArrayList<>(); // by guest and source
  private final int accounting; // its key, after those of cores and alarms
  private long periods;

  Machine(HostSetup setup, long seed, HostTrace trace) {
    this.setup = setup;
    clock = setup.clock();
    population = new Population(setup, seed);
    int firstAlarm = 2 * setup.cores();
    accounting = firstAlarm + Alarms.KEYS * population.guests();
    heap = new IndexedHeap(accounting + 3);
    cores = new Cores(setup, heap, population.vcpus(), trace);
    traffic = new Traffic(setup, cores, population);
    alarms = new Alarms(clock, heap, firstAlarm, population, cores, traffic);
    for (int guest = 0; guest < population.guests(); guest++) {
      TrapLoad load = population.group(population.vcpu(guest)).load();
      driverWork.add(traffic.driverWork(load));
    }
  }

  HostResult run(double seconds) {
    double warm = clock.cycles(setup.warmUpSeconds());
    heap.schedule(accounting + 1, warm, WARM_RANK);
    heap.schedule(accounting + 2, warm + clock.cycles(seconds), END_RANK);
    scheduleAccounting();
    for (int guest = 0; guest < population.guests(); guest++) {
      Vcpu vcpu = population.vcpu(guest);
      alarms.start(vcpu);
      if (vcpu.hasWork()) {
        cores.lineUp(vcpu);
      }
    }
    while (heap.peekKey() != accounting + 2) {
      cores.goTo(heap.peekTime());
      fire(heap.pop());
    }
    cores.goTo(heap.peekTime());
    settle(-1);
    return new Report(setup, population.accounts()).of(seconds);
  }

  private void fire(int key) {
    int count = setup.cores();
    if (key < count) {
      stretchesEnd(key);
    } else if (key < 2 * count) {
      cores.turnEnds(key - count);
    } else if (key < accounting) {
      alarms.ring(key);
    } else if (key == accounting) {
      cores.account(clock.cycles(setup.scheduler().accountingSeconds()));
      scheduleAccounting();
    } else {
      settle(-1);
      population.accounts().forEach(Accounts::clear);
      settle(1);
    }
  }

  private void scheduleAccounting() {
    double seconds = ++periods * setup.scheduler().accountingSeconds();
    heap.schedule(accounting, clock.cycles(seconds), ACCOUNTING_RANK);
  }

  /** Brings all accounts up to now; time that is owed belongs before or after it. */
  private void settle(double sign) {
    cores.settle();
    for (Vcpu vcpu : population.vcpus()) {
      vcpu.bookOwed(sign);
    }
  }

  /** One stretch on a core after the other, for as long as nothing else is due. */
  private void stretchesEnd(int core) {
    Vcpu vcpu = cores.running(core);
    double due = cores.now();
    do {
      cores.goTo(due);
      vcpu.finish(due);
      stretchEnded(vcpu, core);
      if (!cores.runs(vcpu, core)) {
        return;
      }
      due = vcpu.begin(due);
    } while (due < heap.peekTime());
    cores.scheduleEnd(core, due);
  }

  private void stretchEnded(Vcpu vcpu, int core) {
    if (vcpu.atTrap()) {
      trap(vcpu);
      vcpu.passTrap();
      if (!cores.runs(vcpu, core)) {
        return;
      }
    }
    if (vcpu.pieceDone()) {
      traffic.done(vcpu, core);
    }
  }

  private void trap(Vcpu vcpu) {
    LoadPlan plan = vcpu.accounts().plan();
    int kind = vcpu.traps().kind();
    vcpu.accounts().event();
    if (!plan.isSource(kind)) {
      population.pages(vcpu).happens(vcpu, kind, cores);
      return;
    }
    for (int cause = plan.firstEntry(kind); cause < plan.firstEntry(kind + 1); cause++) {
      cores.owe(vcpu, cause, plan.entryCycles(cause));
    }
    Optional<Work> work = driverWork.get(vcpu.index()).get(kind);
    if (work.isPresent()) {
      traffic.leave(work.get(), vcpu);
    }
  }
}
