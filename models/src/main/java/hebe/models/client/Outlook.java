package hebe.models.client;

import hebe.models.connection.tcp.RetrySchedule;
import hebe.models.connection.wrap.DownPolicy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What outages mean for a population under a protection, by how they treat its connections. */
final class Outlook {
  private final Population population;
  private final DownPolicy policy;
  private final WaitCurves curves;
  private final Map<Treatment, List<Share>> shares = new EnumMap<>(Treatment.class);
  private final double openingSeconds;

  Outlook(Population population, Protection protection) {
    this.population = population;
    boolean wrapped = protection instanceof Protection.FtTcp;
    policy = wrapped ? ((Protection.FtTcp) protection).whileDown() : DownPolicy.SILENT;
    curves =
        new WaitCurves(population, wrapped ? ((Protection.FtTcp) protection).bufferBytes() : 0.0);
    for (Treatment treatment : Treatment.values()) {
      shares.put(treatment, shares(treatment));
    }
    openingSeconds = openingSeconds();
  }

  /** The parts of the connections that a treatment tells apart. */
  List<Share> shares(Treatment treatment) {
    boolean gone = treatment == Treatment.TOLD || treatment == Treatment.FORGOTTEN;
    Population.Habits habits = population.habits();
    double asking = population.share(ConnectionKind.REQUEST_RESPONSE);
    double gap = habits.writeEverySeconds();
    FirstWait now = new FirstWait.AtOnce();
    FirstWait writing = gap > 0 ? new FirstWait.WithinGap(gap) : now;
    FirstWait thinking = new FirstWait.AfterThinking(habits.thinkSeconds());
    WaitCurve waiter = curves.waiter(treatment, policy);
    List<Share> parts = new ArrayList<>();
    parts.add(
        new Share(
            "upload",
            population.share(ConnectionKind.UPLOAD),
            writing,
            curves.sender(treatment, policy, true),
            true,
            gone));
    parts.add(
        new Share("download", population.share(ConnectionKind.DOWNLOAD), now, waiter, true, gone));
    parts.add(
        new Share("response awaited", asking * habits.waitingShare(), now, waiter, true, gone));
    parts.add(
        new Share(
            "request sent",
            asking * (1 - habits.waitingShare()),
            thinking,
            curves.sender(treatment, policy, false),
            true,
            gone));
    parts.add(
        new Share(
            "idle",
            population.share(ConnectionKind.IDLE),
            probing(now),
            curves.idle(treatment, policy),
            false,
            gone));
    return parts.stream().filter(part -> part.weight() > 0).toList();
  }

  /** The first probe of an idle connection comes within its idle time, at any phase. */
  private FirstWait probing(FirstWait now) {
    return population
        .stack()
        .keepAlive()
        .<FirstWait>map(keep -> new FirstWait.WithinGap(keep.idleSeconds()))
        .orElse(now);
  }

  /** The last time that a client tries to open a connection with the patience for the answer. */
  private double openingSeconds() {
    RetrySchedule opening = RetrySchedule.syn(population.stack());
    double last = 0;
    for (int k = 1; k < opening.abortExpiry(); k++) {
      double at = opening.expirySeconds(k);
      last = at + population.roundTripSeconds() < population.habits().timeoutSeconds() ? at : last;
    }
    return last;
  }

  /**
   * Adds what an outage means to a tally, in expectation given the number of connections; returns
   * how many are lost.
   */
  double meet(Treatment treatment, double outageSeconds, double connections, ClientTally tally) {
    double lost = 0;
    for (Share share : shares.get(treatment)) {
      lost += share.meet(outageSeconds, connections, tally);
    }
    return lost;
  }

  /**
   * Adds the clients that want to open a connection during an outage and give up: those of which
   * the last try comes before its end; all, if the guest refuses them.
   */
  void turnAway(double outageSeconds, boolean refused, double weight, ClientTally tally) {
    double rate =
        population.open().arrivalsPerSecond() * (1 - population.share(ConnectionKind.IDLE));
    double most = refused ? 0 : openingSeconds;
    tally.loses(0, weight * rate * Math.max(0, outageSeconds - most));
  }
}
