package hebe.models.client;

import hebe.models.client.Protection.FtTcp;
import hebe.models.outage.OutageListener;
import hebe.sim.random.Streams;
import hebe.sim.result.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Passes every outage of a replication to the connections that are open at its begin.
 *
 * <p>Their number is drawn, and so is how long FT-TCP takes; what becomes of the connections is the
 * exact expectation given these, so a replication has no noise from single connections.
 */
public final class ClientRecorder implements OutageListener {
  private final ClientModel clients;
  private final Streams streams;
  private final boolean[] opened;
  private final List<List<Integer>> populationsOf = new ArrayList<>();
  private final List<String> groupOf = new ArrayList<>();
  private final Blow[] blows;
  private final Map<String, ClientTally> tallies = new LinkedHashMap<>();
  private final Map<String, Map<String, Double>> lostByCause = new LinkedHashMap<>();
  private boolean drew;

  ClientRecorder(ClientModel clients, long seed, int replication) {
    this.clients = clients;
    // A large fleet without clients pays nothing.
    int subjects = clients.populations().isEmpty() ? 0 : clients.subjects().all().size();
    int keys = subjects * keysPerSubject();
    streams = new Streams(seed, replication, keys);
    opened = new boolean[keys];
    blows = new Blow[subjects];
    Map<String, List<Integer>> known = new LinkedHashMap<>();
    for (int s = 0; s < subjects; s++) {
      String group = clients.subjects().all().get(s).group();
      groupOf.add(group);
      populationsOf.add(known.computeIfAbsent(group, clients::of));
      blows[s] = new Blow();
    }
    known.forEach(
        (group, populations) -> {
          if (populations.isEmpty()) {
            return;
          }
          tallies.put(group, new ClientTally());
          lostByCause.put(group, new LinkedHashMap<>());
        });
  }

  /** A stream for the number of connections of each population, and one for the recovery. */
  private int keysPerSubject() {
    return clients.populations().size() + 1;
  }

  /** Whether anything was left to chance. */
  public boolean drew() {
    return drew;
  }

  ClientTally tally(String group) {
    return tallies.getOrDefault(group, new ClientTally());
  }

  double lost(String group, String cause) {
    return lostByCause.getOrDefault(group, Map.of()).getOrDefault(cause, 0.0);
  }

  @Override
  public void began(int subject, Cause cause) {
    if (serves(subject)) {
      blows[subject].begin(cause, clients.ofHost(cause));
    }
  }

  @Override
  public void wentOn(int subject, Cause cause) {
    if (serves(subject)) {
      blows[subject].add(cause, clients.ofHost(cause));
    }
  }

  @Override
  public void ended(int subject, Cause began, double seconds) {
    if (!serves(subject)) {
      return;
    }
    List<Integer> populations = populationsOf.get(subject);
    double[] open = new double[populations.size()];
    double all = 0;
    for (int p = 0; p < open.length; p++) {
      open[p] = open(subject, populations.get(p));
      all += open[p];
    }
    List<Meeting> meetings = meetings(subject, seconds, all);
    ClientTally tally = tallies.get(groupOf.get(subject));
    double lost = 0;
    for (int p = 0; p < open.length; p++) {
      Outlook outlook = clients.outlook(populations.get(p));
      for (Meeting meeting : meetings) {
        double met = open[p] * meeting.weight();
        lost += outlook.meet(meeting.treatment(), meeting.seconds(), met, tally);
        outlook.turnAway(meeting.seconds(), meeting.refused(), meeting.weight(), tally);
      }
    }
    lostByCause.get(groupOf.get(subject)).merge(began.name(), lost, Double::sum);
  }

  private boolean serves(int subject) {
    return subject < blows.length && !populationsOf.get(subject).isEmpty();
  }

  private double open(int subject, int population) {
    Population those = clients.populations().get(population);
    double u = those.open().random() ? uniform(subject, population, those.name() + "/open") : 0;
    return clients.draw(population).number(u);
  }

  /** The ways in which an outage may meet the connections, with their probabilities. */
  private List<Meeting> meetings(int subject, double seconds, double connections) {
    Blow blow = blows[subject];
    Meeting plain = new Meeting(1, blow.plain(), seconds, blow.refuses());
    if (!(clients.protection() instanceof FtTcp wrap)) {
      return List.of(plain);
    }
    Treatment treatment = blow.under(wrap);
    if (treatment == plain.treatment()) {
      return List.of(plain);
    }
    double failing = wrap.log().failing();
    double restored = restoredSeconds(subject, wrap, seconds, connections);
    Meeting masked = new Meeting(1 - failing, treatment, restored, false);
    return failing > 0
        ? List.of(masked, new Meeting(failing, plain.treatment(), seconds, blow.refuses()))
        : List.of(masked);
  }

  /** How long connections that FT-TCP restores stand still. */
  private double restoredSeconds(int subject, FtTcp wrap, double guest, double connections) {
    double rebuild = connections * wrap.connectionSeconds();
    Blow blow = blows[subject];
    int key = clients.populations().size();
    if (blow.upgrade() && wrap.upgrade().isPresent()) {
      return rebuild + Recovery.draw(wrap.upgrade().get(), () -> uniform(subject, key, "recovery"));
    }
    // A backup or checkpoint on the host is gone with it: only a restart is left.
    return rebuild
        + (blow.host()
            ? guest
            : wrap.recovery().outageSeconds(guest, () -> uniform(subject, key, "recovery")));
  }

  private double uniform(int subject, int number, String name) {
    int key = subject * keysPerSubject() + number;
    drew = true;
    if (!opened[key]) {
      opened[key] = true;
      String part = clients.subjects().all().get(subject).name();
      streams.open(key, part + "/clients/" + name);
    }
    return streams.nextUniform(key);
  }

  /**
   * One way in which an outage meets connections.
   *
   * @param weight its probability
   * @param seconds for which they stand still
   * @param refused whether who wants to open one is refused at once
   */
  private record Meeting(double weight, Treatment treatment, double seconds, boolean refused) {}
}
