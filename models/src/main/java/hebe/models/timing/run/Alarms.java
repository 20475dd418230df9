package hebe.models.timing.run;

import hebe.models.timing.HostClock;
import hebe.models.timing.run.Turn.Standing;
import hebe.sim.event.IndexedHeap;
import java.util.Arrays;

/** What comes to guests by the wall clock: packets, timer ticks, rounds of the dirty log. */
final class Alarms {
  /** Keys of each guest. */
  static final int KEYS = 3;

  private static final int RANK = 2;

  private final HostClock clock;
  private final IndexedHeap heap;
  private final int firstKey; // of arrivals, then of ticks, then of rounds
  private final Population population;
  private final Cores cores;
  private final Traffic traffic;
  private final long[] rings; // by key, from the first
  private final long[] missedInTurn; // by guest: the turn before which it missed a tick

  Alarms(
      HostClock clock,
      IndexedHeap heap,
      int firstKey,
      Population population,
      Cores cores,
      Traffic traffic) {
    this.clock = clock;
    this.heap = heap;
    this.firstKey = firstKey;
    this.population = population;
    this.cores = cores;
    this.traffic = traffic;
    rings = new long[KEYS * population.guests()];
    missedInTurn = new long[population.guests()];
    Arrays.fill(missedInTurn, -1);
  }

  void start(Vcpu guest) {
    TrapLoad load = population.group(guest).load();
    if (population.group(guest).activity() instanceof Activity.Requests requests) {
      scheduleArrival(guest, requests.arrivals());
    }
    load.ticks().ifPresent(ticks -> scheduleTick(guest, ticks));
    load.dirtyLog().ifPresent(log -> scheduleRound(guest, log));
  }

  void ring(int key) {
    int guests = population.guests();
    int place = key - firstKey;
    Vcpu guest = population.vcpu(place % guests);
    TrapLoad load = population.group(guest).load();
    if (place < guests) {
      arrivals(guest, (Activity.Requests) population.group(guest).activity());
    } else if (place < 2 * guests) {
      tick(guest, load.ticks().orElseThrow());
    } else {
      round(guest, load.dirtyLog().orElseThrow());
    }
  }

  private void arrivals(Vcpu guest, Activity.Requests requests) {
    for (int packet = 0; packet < requests.arrivals().packetsPerBurst(); packet++) {
      traffic.arrives(guest);
    }
    scheduleArrival(guest, requests.arrivals());
  }

  private void scheduleArrival(Vcpu guest, Arrivals arrivals) {
    double gap = arrivals.gapSeconds(population.uniform(guest, Population.ARRIVAL));
    heap.schedule(firstKey + guest.index(), cores.now() + clock.cycles(gap), RANK);
  }

  private void tick(Vcpu guest, Ticks ticks) {
    Turn turn = guest.turn();
    if (turn.standing() == Standing.RUNNING) {
      cores.interrupt(guest, LoadPlan.TICK, ticks.cycles());
    } else if (turn.standing() != Standing.BLOCKED && missedInTurn[guest.index()] != turn.turns()) {
      missedInTurn[guest.index()] = turn.turns();
      cores.owe(guest, LoadPlan.TICK, ticks.cycles());
    }
    scheduleTick(guest, ticks);
  }

  private void scheduleTick(Vcpu guest, Ticks ticks) {
    scheduleNext(population.guests() + guest.index(), 1 / ticks.perSecond());
  }

  private void round(Vcpu guest, DirtyLog log) {
    population.pages(guest).protect();
    cores.interrupt(guest, LoadPlan.DIRTY_ROUND, log.roundCycles());
    scheduleRound(guest, log);
  }

  private void scheduleRound(Vcpu guest, DirtyLog log) {
    scheduleNext(2 * population.guests() + guest.index(), log.roundSeconds());
  }

  private void scheduleNext(int place, double everySeconds) {
    double seconds = ++rings[place] * everySeconds;
    heap.schedule(firstKey + place, clock.cycles(seconds), RANK);
  }
}
