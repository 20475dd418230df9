package hebe.models.recovery;

import java.util.ArrayList;
import java.util.List;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/**
 * A shared resource at work.
 *
 * <p>Shared: k users of m servers each work at speed min(1, m / k); if s of them are sequential
 * streams, at that over 1 + g (s - 1). In order: the first to come works at speed 1, the others
 * wait.
 */
final class Station {
  private final Simulator simulator;
  private final double servers;
  private final double interference;
  private final boolean inOrder;
  private final List<User> users = new ArrayList<>();
  private final Event completion;
  private double since;

  private Station(Simulator simulator, double servers, double interference, boolean inOrder) {
    this.simulator = simulator;
    this.servers = servers;
    this.interference = interference;
    this.inOrder = inOrder;
    completion =
        new Event(simulator) {
          @Override
          public void actions() {
            complete();
          }
        };
  }

  static Station shared(Simulator simulator, double servers, double interference) {
    return new Station(simulator, servers, interference, false);
  }

  static Station inOrder(Simulator simulator) {
    return new Station(simulator, 1, 0, true);
  }

  void serve(Demand.Work work, Runnable then) {
    progress();
    users.add(new User(work.seconds(), work.stream(), then));
    scheduleNext();
  }

  /** Who has least left is done, whatever rounding made of it: the event was set for that. */
  private void complete() {
    progress();
    double least = leastLeft();
    List<User> done = working().stream().filter(user -> user.left <= least).toList();
    users.removeAll(done);
    scheduleNext();
    done.forEach(user -> user.then.run());
  }

  /** Takes off what was done since the last change. */
  private void progress() {
    double worked = (simulator.time() - since) * speed();
    working().forEach(user -> user.left -= worked);
    since = simulator.time();
  }

  private void scheduleNext() {
    completion.cancel();
    if (!users.isEmpty()) {
      completion.schedule(Math.max(0, leastLeft()) / speed());
    }
  }

  private List<User> working() {
    return inOrder && !users.isEmpty() ? users.subList(0, 1) : users;
  }

  private double leastLeft() {
    return working().stream().mapToDouble(user -> user.left).min().orElseThrow();
  }

  /** The speed of each that works; above 0. */
  private double speed() {
    long streams = working().stream().filter(user -> user.stream).count();
    double share = Math.min(1, servers / working().size());
    return share / (1 + interference * Math.max(0, streams - 1));
  }

  /** Somebody at work here. */
  private static final class User {
    private double left;
    private final boolean stream;
    private final Runnable then;

    User(double left, boolean stream, Runnable then) {
      this.left = left;
      this.stream = stream;
      this.then = then;
    }
  }
}
