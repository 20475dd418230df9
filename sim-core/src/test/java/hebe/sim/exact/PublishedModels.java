package hebe.sim.exact;

import hebe.sim.exact.RejuvenatedHost.Mechanism;
import hebe.sim.law.Weibull;
import java.util.ArrayList;
import java.util.List;

/** All models and formulas with rows in analytic-models.csv. */
final class PublishedModels {
  private PublishedModels() {}

  static List<PublishedModel> all() {
    List<PublishedModel> all = new ArrayList<>();
    all.addAll(parts());
    all.addAll(rejuvenatedHosts());
    all.addAll(ClockRows.all());
    all.addAll(clusters());
    all.addAll(elementary());
    all.addAll(rare());
    all.addAll(weibullTriggers());
    all.addAll(formulas());
    return all;
  }

  private static List<PublishedModel> parts() {
    return List.of(
        FourStates.A,
        FourStates.B,
        FourStates.G,
        row -> ReplicaPool.tell(1, row),
        row -> ReplicaPool.tell(4, row));
  }

  private static List<PublishedModel> rejuvenatedHosts() {
    int[] vmHours = {6, 24, 168};
    return List.of(
        RejuvenatedHostRows::tellNone,
        row -> RejuvenatedHostRows.tellMeasures(1, row),
        row -> RejuvenatedHostRows.tellMeasures(2, row),
        row -> RejuvenatedHostRows.tellMeasures(10, row),
        row -> RejuvenatedHostRows.tellGrid(1, new int[] {24, 168, 720}, vmHours, row),
        row -> RejuvenatedHostRows.tellGrid(10, new int[] {24, 72, 168, 336, 720}, vmHours, row),
        RejuvenatedHostRows::tellTransfers,
        row -> RejuvenatedHostRows.tellOptimum(Mechanism.COLD, row),
        row -> RejuvenatedHostRows.tellOptimum(Mechanism.WARM, row),
        row -> RejuvenatedHostRows.tellOptimum(Mechanism.MIGRATE, row));
  }

  private static List<PublishedModel> clusters() {
    List<PublishedModel> all = new ArrayList<>();
    all.add(TwoHosts::tell);
    for (int n : new int[] {2, 4, 8, 16}) {
      all.add(row -> WorkstationCluster.tell(n, row));
    }
    for (int most : new int[] {2, 4, 8}) {
      all.add(row -> EmbeddedControl.tell(most, row));
    }
    all.add(row -> TandemQueues.tellBlocking(5, row));
    all.add(row -> TandemQueues.tellBlocking(15, row));
    all.add(new RewardChain());
    return all;
  }

  private static List<PublishedModel> elementary() {
    return List.of(
        Elementary::tellTwoStates,
        row -> Elementary.tellRedundant(2, 1, row),
        row -> Elementary.tellRedundant(3, 2, row),
        row -> Elementary.tellRedundant(5, 3, row),
        row -> Elementary.tellRedundant(8, 6, row),
        Elementary::tellCoverage,
        Elementary::tellQueues);
  }

  private static List<PublishedModel> rare() {
    List<PublishedModel> all = new ArrayList<>();
    all.add(Database::tell);
    for (int places : new int[] {20, 40, 50, 60, 100, 160}) {
      all.add(row -> BreakdownQueue.tell(places, row));
    }
    all.add(TandemQueues::tellLossy);
    all.add(row -> TandemQueues.tellThree(7, 2, row, 3, 4, 6));
    all.add(row -> TandemQueues.tellThree(7, 3, row, 4.5, 6, 9));
    all.add(row -> TandemQueues.tellThree(10, 2, row, 3, 4, 6));
    all.add(row -> TandemQueues.tellThree(11, 2, row, 6, 4, 6));
    all.add(row -> TandemQueues.tellThree(14, 2, row, 10, 8, 6));
    return all;
  }

  static List<WeibullTrigger> weibullTriggers() {
    return List.of(
        WeibullTrigger.hours(2, 1),
        WeibullTrigger.hours(2, 2),
        WeibullTrigger.hours(4, 1),
        WeibullTrigger.hours(4, 2),
        new WeibullTrigger("dohi-w4-p9-m1", new Weibull(4, 0.9), 2, 0.04, 0.03, false),
        new WeibullTrigger("dohi-w2-1-m1", new Weibull(2, 1), 1, 0.05, 0.01, false));
  }

  private static List<PublishedModel> formulas() {
    return List.of(
        SkippedClock::tell,
        CoordinatedPool::tell,
        DiscountedClock.random(),
        DiscountedClock.fixed(),
        VirtualServer::tellVmm,
        SirioNet::tell,
        ClosedForms::tellLongestRejuvenation,
        ClosedForms::tellVariances,
        ClosedForms::tellWaits,
        ClosedForms::tellCheckpoints);
  }
}
