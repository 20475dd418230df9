package hebe.models.selfvirt;

import hebe.models.selfvirt.SwitchPlan.Part;
import hebe.models.timing.run.HostTrace;
import hebe.sim.random.Streams;
import java.util.ArrayList;
import java.util.List;

/**
 * One switch in cycles, event by event: a request by interrupt, a rendezvous of the CPUs, a look at
 * the reference counts, then either the parts in their order or another attempt a period later.
 *
 * <p>A CPU answers when its interrupts are open. The counts are looked at by the first CPU alone,
 * and again when all have met: one that was called may have been in sensitive code.
 */
public final class SwitchRun {
  private final SwitchPlan plan;
  private final HostTrace trace;
  private final Streams streams;
  private final Agenda agenda = new Agenda();
  private final List<Cpu> cpus = new ArrayList<>();
  private final List<Cpu> held = new ArrayList<>();
  private int attempts;
  private double attemptedAt;
  private double takenAt;
  private double counterFreeAt;
  private int passed;

  private SwitchRun(SwitchPlan plan, long seed, int run, HostTrace trace) {
    this.plan = plan;
    this.trace = trace;
    streams = new Streams(seed, run, plan.cpus() + 1);
    streams.open(plan.cpus(), "switch/in-use");
    SensitiveCode code =
        plan.inUse() instanceof InUse.ByLoad load ? load.code() : SensitiveCode.NONE;
    for (int i = 0; i < plan.cpus(); i++) {
      cpus.add(new Cpu(agenda, trace, streams, i, plan.clock(), code));
    }
  }

  /** The switch with this number; a function of plan, seed and number. */
  public static SwitchOutcome simulate(SwitchPlan plan, long seed, int run) {
    return simulate(plan, seed, run, HostTrace.NONE);
  }

  /** The same, and a trace is told what happens. */
  public static SwitchOutcome simulate(SwitchPlan plan, long seed, int run, HostTrace trace) {
    return new SwitchRun(plan, seed, run, trace).run();
  }

  private SwitchOutcome run() {
    agenda.after(0, this::attempt);
    agenda.run();
    return new SwitchOutcome(agenda.now(), agenda.now() - takenAt, attempts);
  }

  private Cpu first() {
    return cpus.get(0);
  }

  private void say(Cpu who, String what) {
    trace.record(agenda.now(), who.label(), what);
  }

  private void attempt() {
    attempts++;
    attemptedAt = agenda.now();
    say(first(), "attempt " + attempts);
    first().interrupt(this::taken);
  }

  private void taken() {
    takenAt = agenda.now();
    held.add(first());
    inTurn(plan.parts(Phase.ENTRY), 0, this::call);
  }

  private void call() {
    if (first().sensitive()) {
      vain();
    } else if (plan.cpus() == 1) {
      decide();
    } else {
      inTurn(plan.parts(Phase.MESSAGE), 0, this::callOthers);
    }
  }

  private void callOthers() {
    passed = 0;
    cpus.stream().skip(1).forEach(other -> other.interrupt(() -> arrive(other)));
  }

  private void arrive(Cpu other) {
    held.add(other);
    say(other, "interrupted");
    pass(other, this::decide);
  }

  /** A CPU passes the counter after those that came before; the last one opens the way. */
  private void pass(Cpu other, Runnable then) {
    counterFreeAt = Math.max(counterFreeAt, agenda.now()) + plan.passCycles();
    agenda.after(
        counterFreeAt - agenda.now(),
        () -> {
          say(other, "meeting point");
          passed++;
          if (passed == plan.cpus() - 1) {
            then.run();
          }
        });
  }

  private void decide() {
    boolean inUse =
        plan.inUse() instanceof InUse.Given given
            ? streams.nextUniform(plan.cpus()) < given.chance()
            : held.stream().anyMatch(Cpu::sensitive);
    if (inUse) {
      vain();
    } else {
      inTurn(plan.parts(Phase.WORK), 0, this::everyCpu);
    }
  }

  private void vain() {
    say(first(), "in use");
    held.forEach(Cpu::release);
    held.clear();
    double due = attemptedAt + plan.clock().cycles(plan.periodSeconds());
    agenda.after(Math.max(0, due - agenda.now()), this::attempt);
  }

  private void everyCpu() {
    inTurn(plan.parts(Phase.EVERY_CPU), 0, this::meetAgain);
  }

  private void meetAgain() {
    passed = 0;
    if (plan.cpus() == 1) {
      leave();
    } else {
      cpus.stream().skip(1).forEach(other -> pass(other, this::leave));
    }
  }

  private void leave() {
    inTurn(plan.parts(Phase.EXIT), 0, this::commit);
  }

  private void commit() {
    say(first(), "commit");
    agenda.stop();
  }

  private void inTurn(List<Part> parts, int position, Runnable then) {
    if (position == parts.size()) {
      then.run();
      return;
    }
    Part part = parts.get(position);
    agenda.after(
        part.cycles(),
        () -> {
          say(first(), part.name());
          inTurn(parts, position + 1, then);
        });
  }
}
