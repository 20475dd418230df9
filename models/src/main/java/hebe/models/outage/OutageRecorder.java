package hebe.models.outage;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import hebe.sim.result.Cause;
import hebe.sim.result.Outage;
import hebe.sim.run.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the firings of a replication into outages. An outage is due to the timed transition that
 * began it, also when an immediate one carried it on to the subject; an immediate transition with a
 * cause of its own begins an outage in its own name.
 */
public final class OutageRecorder implements Trace {
  /** Outages that are kept; a large fleet has millions, and nobody reads them. */
  public static final int MOST_KEPT = 100_000;

  private final Model model;
  private final Subjects subjects;
  private final Cause[] causeOf;
  private final boolean keepsOutages;
  private final OutageTotals totals;
  private final int[] subjectOfReward;
  private final boolean[] down;
  private final double[] since;
  private final Cause[] why;
  private final List<Set<String>> lost = new ArrayList<>();
  private final List<Outage> outages = new ArrayList<>();
  private int[] values = {};
  private Cause current;

  /**
   * A recorder of one replication.
   *
   * @param causes for the number of a transition's shape the cause of the outages that it begins
   * @param keepsOutages whether it keeps the outages, or only their totals
   */
  public OutageRecorder(
      Model model, Map<Integer, Cause> causes, Subjects subjects, boolean keepsOutages) {
    this.model = model;
    this.subjects = subjects;
    this.keepsOutages = keepsOutages;
    causeOf = new Cause[model.transitionCount()];
    for (int t = 0; t < causeOf.length; t++) {
      Cause own = causes.get(model.transition(t).number());
      if (own == null && !model.transition(t).immediate()) {
        own = new Cause(model.transition(t).label(), false, List.of());
      }
      causeOf[t] = own;
    }
    current = new Cause("start", false, List.of());
    totals = new OutageTotals(subjects.all().size());
    int count = subjects.all().size();
    down = new boolean[count];
    since = new double[count];
    why = new Cause[count];
    subjectOfReward = new int[model.rewardCount()];
    Arrays.fill(subjectOfReward, -1);
    for (int s = 0; s < count; s++) {
      subjectOfReward[subjects.all().get(s).reward()] = s;
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
    for (int s = 0; s < down.length; s++) {
      if (model.rate(subjects.all().get(s).reward(), values) == 0) {
        begin(s, 0);
      }
    }
  }

  @Override
  public void fired(double timeSeconds, int transition, Changes changes) {
    if (causeOf[transition] != null) {
      current = causeOf[transition];
    }
    for (int c = 0; c < changes.size(); c++) {
      int variable = changes.variable(c);
      for (int p = model.firstRewardReader(variable); p < model.endRewardReader(variable); p++) {
        int subject = subjectOfReward[model.rewardReader(p)];
        if (subject >= 0) {
          look(subject, timeSeconds);
        }
      }
    }
  }

  @Override
  public void ended(double horizonSeconds) {
    for (int s = 0; s < down.length; s++) {
      if (down[s]) {
        end(s, horizonSeconds, true);
      }
    }
  }

  private void look(int subject, double now) {
    boolean isDown = model.rate(subjects.all().get(subject).reward(), values) == 0;
    if (isDown && down[subject]) {
      lost.get(subject).addAll(current.lost());
    } else if (isDown) {
      begin(subject, now);
    } else if (down[subject]) {
      end(subject, now, false);
    }
  }

  private void begin(int subject, double now) {
    down[subject] = true;
    since[subject] = now;
    why[subject] = current;
    lost.get(subject).clear();
    lost.get(subject).addAll(current.lost());
  }

  private void end(int subject, double now, boolean lasting) {
    down[subject] = false;
    totals.add(subject, why[subject].name(), now - since[subject]);
    if (keepsOutages && outages.size() < MOST_KEPT) {
      String name = subjects.all().get(subject).name();
      outages.add(
          new Outage(
              name, since[subject], now, why[subject], List.copyOf(lost.get(subject)), lasting));
    }
  }
}
