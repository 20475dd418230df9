package hebe.models.timing.run;

import hebe.models.timing.HostClock;
import hebe.sim.random.Streams;
import java.util.ArrayList;
import java.util.List;

/** The virtual processors of a host: guests in the order of the setup, then the driver domain. */
final class Population {
  /** What each virtual processor has a stream for; a stream has the key 4 x processor + place. */
  private static final List<String> CAUSES = List.of("trap-gap", "trap-kind", "arrival", "work");

  static final int ARRIVAL = 2;
  static final int WORK = 3;

  private final HostSetup setup;
  private final HostClock clock;
  private final List<GuestGroup> groupOf = new ArrayList<>(); // by guest
  private final List<Accounts> accounts = new ArrayList<>(); // by group, then the driver domain
  private final List<Pages> pages = new ArrayList<>(); // by guest
  private final Vcpu[] vcpus;
  private final Streams streams;

  Population(HostSetup setup, long seed) {
    this.setup = setup;
    clock = setup.clock();
    int guests = setup.guests().stream().mapToInt(GuestGroup::count).sum();
    vcpus = new Vcpu[guests + (setup.driver().isPresent() ? 1 : 0)];
    streams = new Streams(seed, 0, CAUSES.size() * vcpus.length);
    setup.guests().forEach(this::add);
    setup.driver().ifPresent(this::add);
  }

  private void add(GuestGroup group) {
    Accounts shared = new Accounts(new LoadPlan(group.load(), clock));
    accounts.add(shared);
    double cap = group.capCores().orElse(Double.POSITIVE_INFINITY);
    for (int i = 0; i < group.count(); i++) {
      int index = groupOf.size();
      groupOf.add(group);
      pages.add(new Pages(shared.plan()));
      Turn turn =
          new Turn(group.place().first(), group.place().end(setup.cores()), group.weight(), cap);
      String name = "guest/" + group.name() + "/" + i;
      vcpus[index] = vcpu(index, name, shared, endlessPiece(group.activity()), turn);
    }
  }

  private void add(DriverDomain domain) {
    Accounts own = new Accounts(new LoadPlan(TrapLoad.NONE, clock));
    accounts.add(own);
    int index = vcpus.length - 1;
    Placement place = domain.place();
    Turn turn =
        new Turn(
            place.first(), place.end(setup.cores()), domain.weight(), Double.POSITIVE_INFINITY);
    vcpus[index] = vcpu(index, TimeShare.DRIVER, own, 0, turn);
  }

  /** In cycles; 0 for a guest that blocks. */
  private double endlessPiece(Activity activity) {
    if (activity instanceof Activity.Busy busy) {
      return clock.cycles(busy.pieceSeconds());
    }
    return ((Activity.Requests) activity).background() ? Double.POSITIVE_INFINITY : 0;
  }

  private Vcpu vcpu(int index, String name, Accounts own, double endlessPiece, Turn turn) {
    for (int cause = 0; cause < CAUSES.size(); cause++) {
      streams.open(CAUSES.size() * index + cause, name + "/" + CAUSES.get(cause));
    }
    TrapClock traps = new TrapClock(own.plan(), streams, CAUSES.size() * index);
    return new Vcpu(index, name, own, traps, endlessPiece, turn);
  }

  /** A uniform in (0, 1) of one of the streams of a virtual processor. */
  double uniform(Vcpu vcpu, int cause) {
    return streams.nextUniform(CAUSES.size() * vcpu.index() + cause);
  }

  int guests() {
    return groupOf.size();
  }

  GuestGroup group(Vcpu guest) {
    return groupOf.get(guest.index());
  }

  Pages pages(Vcpu guest) {
    return pages.get(guest.index());
  }

  Vcpu vcpu(int index) {
    return vcpus[index];
  }

  /** All of them. */
  Vcpu[] vcpus() {
    return vcpus;
  }

  /** By group, then that of the driver domain. */
  List<Accounts> accounts() {
    return accounts;
  }
}
