package hebe.models.connection.tcp;

import hebe.sim.event.HeapEventList;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/**
 * The future of one connection, in seconds, with one hook that sees the boundary after every event.
 *
 * <p>Events at one instant run in the order in which they were scheduled.
 */
public final class Agenda {
  private final Simulator simulator = new Simulator(new HeapEventList());
  private final Runnable afterEach;
  private long events;
  private boolean over;

  /** An empty agenda at time 0. */
  public Agenda(Runnable afterEach) {
    this.afterEach = afterEach;
    simulator.init();
  }

  /** The clock, in seconds. */
  public double now() {
    return simulator.time();
  }

  /** How many events have run. */
  public long events() {
    return events;
  }

  /** Runs an action once, after a delay in seconds. */
  public void after(double delaySeconds, Runnable action) {
    alarm(action).set(delaySeconds);
  }

  /** A timer that can be set and cancelled as often as one likes. */
  public Alarm alarm(Runnable action) {
    return new Alarm(action);
  }

  /** Runs until nothing is left, {@link #end} was called or the horizon in seconds is reached. */
  public void run(double horizonSeconds) {
    alarm(this::end).set(horizonSeconds);
    simulator.start();
  }

  /** Ends the run after the present event. */
  public void end() {
    over = true;
    simulator.stop();
  }

  /** Whether the run was ended. */
  public boolean over() {
    return over;
  }

  /** One action of the future, scheduled or not. */
  public final class Alarm {
    private final Event event;
    private boolean set;
    private double dueSeconds;

    private Alarm(Runnable action) {
      event =
          new Event(simulator) {
            @Override
            public void actions() {
              set = false;
              events++;
              action.run();
              afterEach.run();
            }
          };
    }

    /** Schedules it, in place of what it was set to. */
    public void set(double delaySeconds) {
      if (!(delaySeconds >= 0) || Double.isInfinite(delaySeconds)) {
        throw new IllegalArgumentException(
            "delay: expected a finite number of seconds, at least 0, got " + delaySeconds);
      }
      cancel();
      event.schedule(delaySeconds);
      set = true;
      dueSeconds = simulator.time() + delaySeconds;
    }

    /** Takes it off the agenda, if it is on it. */
    public void cancel() {
      if (set) {
        event.cancel();
        set = false;
      }
    }

    /** Whether it is on the agenda. */
    public boolean isSet() {
      return set;
    }

    /** When it is due, or was the last time, in seconds. */
    public double dueSeconds() {
      return dueSeconds;
    }
  }
}
