package hebe.models.timing.run;

import hebe.models.timing.HostClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns accounts into the result of a run. */
final class Report {
  private final HostSetup setup;
  private final HostClock clock;
  private final List<Accounts> groups;
  private final Optional<Accounts> driver;

  /** Of the accounts by group, then of the driver domain. */
  Report(HostSetup setup, List<Accounts> accounts) {
    this.setup = setup;
    clock = setup.clock();
    int count = setup.guests().size();
    groups = accounts.subList(0, count);
    driver = setup.driver().map(domain -> accounts.get(count));
  }

  HostResult of(double seconds) {
    List<GuestResult> guests = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      guests.add(groups.get(i).guests(setup.guests().get(i), clock));
    }
    return new HostResult(
        seconds,
        guests,
        driver.map(own -> own.driver(clock)),
        shares(setup.cores() * clock.cycles(seconds)),
        groups.stream().mapToLong(Accounts::events).sum(),
        unverified());
  }

  private List<TimeShare> shares(double allCycles) {
    Map<String, Double> cycles = new LinkedHashMap<>();
    double idle = allCycles;
    for (Accounts group : groups) {
      cycles.merge(TimeShare.NATIVE, group.nativeCycles(), Double::sum);
      idle -= group.runCycles();
    }
    for (Accounts group : groups) {
      for (int cause = 0; cause < group.plan().causes().size(); cause++) {
        if (group.causeCycles(cause) != 0) {
          cycles.merge(group.plan().causes().get(cause), group.causeCycles(cause), Double::sum);
        }
      }
    }
    if (driver.isPresent()) {
      cycles.put(TimeShare.DRIVER, driver.get().runCycles());
      idle -= driver.get().runCycles();
    }
    cycles.put(TimeShare.IDLE, Math.max(0, idle));
    List<TimeShare> shares = new ArrayList<>();
    cycles.forEach((cause, used) -> shares.add(new TimeShare(cause, used / allCycles)));
    return shares;
  }

  private List<String> unverified() {
    return setup.guests().stream()
        .flatMap(group -> group.load().unverified().stream())
        .distinct()
        .toList();
  }
}
