package hebe.models.fleet;

import hebe.sim.model.Changes;
import hebe.sim.model.Model;
import hebe.sim.run.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much work of self-virtualizing hosts is lost: what a host has done since it last saved, at
 * each crash. Work not saved at the end of the run is not lost.
 */
final class WorkLedger implements Trace {
  private final Model model;
  private final ModeEvents events;
  private final int[] rewardOf;
  private final int[] hostOf;
  private final int[] hostOfReward;
  private final double[] rate;
  private final double[] since;
  private final double[] unsaved;
  private final double[] lost;
  private int[] values = {};

  WorkLedger(FleetModel fleet) {
    model = fleet.model();
    events = fleet.work();
    Map<String, Integer> hosts = new LinkedHashMap<>();
    List<Integer> rewards = new ArrayList<>();
    hostOfReward = new int[model.rewardCount()];
    Arrays.fill(hostOfReward, -1);
    for (int r = 0; r < model.rewardCount(); r++) {
      if (model.reward(r).name().equals(FleetModel.CAPACITY)) {
        hostOfReward[r] = rewards.size();
        hosts.put(model.rewardScope(r), rewards.size());
        rewards.add(r);
      }
    }
    rewardOf = rewards.stream().mapToInt(Integer::intValue).toArray();
    hostOf = new int[model.transitionCount()];
    for (int t = 0; t < hostOf.length; t++) {
      String label = "/" + model.transition(t).label();
      String name = model.transitionName(t);
      hostOf[t] = hosts.getOrDefault(name.substring(0, name.length() - label.length()), -1);
    }
    rate = new double[rewardOf.length];
    since = new double[rewardOf.length];
    unsaved = new double[rewardOf.length];
    lost = new double[rewardOf.length];
  }

  /** Work lost by the host with this reward of capacity, in native seconds. */
  double lostSeconds(int reward) {
    return lost[hostOfReward[reward]];
  }

  @Override
  public void started(int[] state) {
    values = state;
    for (int host = 0; host < rewardOf.length; host++) {
      rate[host] = model.rate(rewardOf[host], values);
    }
  }

  @Override
  public void fired(double timeSeconds, int transition, Changes changes) {
    for (int c = 0; c < changes.size(); c++) {
      int variable = changes.variable(c);
      for (int p = model.firstRewardReader(variable); p < model.endRewardReader(variable); p++) {
        int host = hostOfReward[model.rewardReader(p)];
        if (host >= 0) {
          settle(host, timeSeconds);
          rate[host] = model.rate(rewardOf[host], values);
        }
      }
    }
    int number = model.transition(transition).number();
    if (events.saving().contains(number)) {
      settle(hostOf[transition], timeSeconds);
      unsaved[hostOf[transition]] = 0;
    } else if (events.losing().contains(number)) {
      int host = hostOf[transition];
      settle(host, timeSeconds);
      lost[host] += unsaved[host];
      unsaved[host] = 0;
    }
  }

  @Override
  public void ended(double horizonSeconds) {}

  private void settle(int host, double timeSeconds) {
    unsaved[host] += rate[host] * (timeSeconds - since[host]);
    since[host] = timeSeconds;
  }
}
