package hebe.models.outage;

import hebe.sim.model.Changes;
import hebe.sim.result.Cause;
import hebe.sim.result.Outage;
import hebe.sim.run.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns the firings of a replication into outages, by the {@link OutageRule}. */
public final class OutageRecorder implements Trace {
  /** Outages that are kept; a large fleet has millions, and nobody reads them. */
  public static final int MOST_KEPT = 100_000;

  private final OutageRule rule;
  private final boolean keepsOutages;
  private final OutageListener listener;
  private final OutageTotals totals;
  private final int[] memory;
  private final double[] since;
  private final List<Set<String>> lost = new ArrayList<>();
  private final List<Outage> outages = new ArrayList<>();
  private final Ledger ledger = new Ledger();
  private int[] values = {};
  private double now;

  /**
   * A recorder of one replication.
   *
   * @param keepsOutages whether it keeps the outages, or only their totals
   */
  public OutageRecorder(OutageRule rule, boolean keepsOutages) {
    this(rule, keepsOutages, OutageListener.NONE);
  }

  /** A recorder of one replication that tells of every outage. */
  public OutageRecorder(OutageRule rule, boolean keepsOutages, OutageListener listener) {
    this.rule = rule;
    this.keepsOutages = keepsOutages;
    this.listener = listener;
    int count = rule.subjects().all().size();
    totals = new OutageTotals(count);
    memory = new int[rule.memory()];
    since = new double[count];
    for (int s = 0; s < count; s++) {
      lost.add(new LinkedHashSet<>());
    }
  }

  /** Downtime and number of outages by subject and cause. */
  public OutageTotals totals() {
    return totals;
  }

  /** The outages in the order of their ends, if they are kept: the first 100,000 of them. */
  public List<Outage> outages() {
    return List.copyOf(outages);
  }

  @Override
  public void started(int[] state) {
    values = state;
    rule.started(values, memory, 0, ledger);
  }

  @Override
  public void fired(double timeSeconds, int transition, Changes changes) {
    now = timeSeconds;
    rule.fired(transition, changes, values, memory, 0, ledger);
  }

  @Override
  public void ended(double horizonSeconds) {
    now = horizonSeconds;
    for (int s = 0; s < since.length; s++) {
      if (memory[s] > 0) {
        end(s, rule.cause(memory[s]), true);
      }
    }
  }

  private void end(int subject, Cause why, boolean lasting) {
    totals.add(subject, why.name(), now - since[subject]);
    listener.ended(subject, why, now - since[subject]);
    if (keepsOutages && outages.size() < MOST_KEPT) {
      String name = rule.subjects().all().get(subject).name();
      outages.add(
          new Outage(name, since[subject], now, why, List.copyOf(lost.get(subject)), lasting));
    }
  }

  private final class Ledger implements OutageRule.Events {
    @Override
    public void begins(int subject, int cause) {
      since[subject] = now;
      lost.get(subject).clear();
      lost.get(subject).addAll(rule.cause(cause).lost());
      listener.began(subject, rule.cause(cause));
    }

    @Override
    public void goesOn(int subject, int cause) {
      lost.get(subject).addAll(rule.cause(cause).lost());
      listener.wentOn(subject, rule.cause(cause));
    }

    @Override
    public void ends(int subject, int cause) {
      end(subject, rule.cause(cause), false);
    }
  }
}
